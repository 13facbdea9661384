import { familyOf, type KeyToken, type LineSource, type TextPosition, tokenAt } from '../scan';

/** A replacement within one line; the new text may have several. */
export interface Insertion {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** With `\n` as line break, whatever the document's own is. */
  readonly text: string;
}

/**
 * How keys are written at a position, in the form that the place wants: items of a YAML list, elements of an array
 * with quotes and commas, one literal, or a whole array where several keys come and one value is expected.
 *
 * @param until Where the document goes on behind a selection that is replaced.
 */
export function insertionFor(
  languageId: string,
  source: LineSource,
  position: TextPosition,
  keys: readonly string[],
  until = position,
): Insertion {
  const family = familyOf(languageId);
  const { token } = tokenAt(languageId, source, position) ?? {};
  const text = source.lineText(position.line);
  if (family === 'yaml') {
    return token ? replaceYaml(text, token, keys) : insertYaml(source, position, keys);
  }
  const isCode = token !== undefined || family === 'json' || family === 'script' || family === 'jsx';
  return isCode
    ? writeLiterals(source, position, until, token, keys, family === 'json' ? '"' : undefined)
    : plain(position, keys);
}

/** In place of a scalar: further items below one of a block list, further elements in a flow list, else a flow list. */
function replaceYaml(text: string, token: KeyToken, keys: readonly string[]): Insertion {
  const { line, start, end } = token;
  const quote = token.quote ?? '';
  const before = text.slice(0, start - quote.length);
  if (/^\s*(?:- +)+$/.test(before)) {
    const nextItem = `${quote}\n${before.replace(/- +(?=- )/g, '  ')}${quote}`;
    return { line, start, end, text: keys.join(nextItem) };
  }
  if (keys.length === 1 || isElement(before)) {
    return { line, start, end, text: keys.join(`${quote}, ${quote}`) };
  }
  const all = `[${keys.map((key) => quote + key + quote).join(', ')}]`;
  return { line, start: start - quote.length, end: end + (token.closed ? quote.length : 0), text: all };
}

/** Where there is nothing yet: the value of the key before the cursor, or items as the lines around have them. */
function insertYaml(source: LineSource, position: TextPosition, keys: readonly string[]): Insertion {
  const { line } = position;
  const text = source.lineText(line);
  if (text.trim() !== '') {
    const isValue = /\S:$/.test(text.slice(0, position.character)) && text.slice(position.character).trim() === '';
    const value = keys.length === 1 ? keys.join() : `[${keys.join(', ')}]`;
    return isValue ? { ...plain(position, keys), text: ` ${value}` } : plain(position, keys);
  }
  const above = writtenLine(source, line, -1);
  const below = itemIndent(writtenLine(source, line, 1));
  const [, lead] = /^(\s*(?:- +)*)\S.*:\s*(?:#.*)?$/.exec(above) ?? [];
  let indent = itemIndent(above) ?? text;
  if (lead !== undefined) {
    // The first item of a key's list, or one before those that it has.
    indent = below !== undefined && below.length >= lead.length ? below : `${lead.replaceAll('-', ' ')}  `;
  }
  return { line, start: 0, end: text.length, text: keys.map((key) => `${indent}- ${key}`).join('\n') };
}

function itemIndent(text: string): string | undefined {
  return /^(\s*)- /.exec(text)?.[1];
}

/** The nearest line in a direction that isn't blank. */
function writtenLine(source: LineSource, line: number, step: 1 | -1): string {
  let at = line + step;
  while (at >= 0 && at < source.lineCount && source.lineText(at).trim() === '') {
    at += step;
  }
  return at >= 0 && at < source.lineCount ? source.lineText(at) : '';
}

/** In code and JSON: keys in quotes, those of the literal that the cursor stands in where there is one. */
function writeLiterals(
  source: LineSource,
  position: TextPosition,
  until: TextPosition,
  token: KeyToken | undefined,
  keys: readonly string[],
  languageQuote: string | undefined,
): Insertion {
  const { line } = position;
  const old = source.lineText(line);
  const quote = token?.quote ?? languageQuote ?? quoteUsedIn(old);
  const width = token?.quote === undefined ? 0 : 1;
  const start = token ? token.start - width : position.character;
  const end = token ? token.end + (token.closed ? width : 0) : position.character;
  const before = old.slice(0, start);
  const literals = keys.map((key) => quote + key + quote).join(', ');
  const [commaBefore, commaAfter] = start < end ? ['', ''] : missingCommas(source, { line, character: start }, until);
  const isAmongOthers = keys.length === 1 || isElement(before) || commaBefore !== '';
  return { line, start, end, text: isAmongOthers ? commaBefore + literals + commaAfter : `[${literals}]` };
}

/** What separates new entries of a list from those on either side of them. */
function missingCommas(
  source: LineSource,
  position: TextPosition,
  until: TextPosition,
): [before: string, after: string] {
  const before = source.lineText(position.line).slice(0, position.character);
  const after = source.lineText(until.line).slice(until.character);
  const previous = before.trim() === '' ? writtenLine(source, position.line, -1) : before;
  const next = after.trim() === '' ? writtenLine(source, until.line, 1) : after;
  const followsEntry = /["'`]\s*$/.test(previous) && /^\s*["'`\]),]/.test(next);
  const precedesEntry = /[[(,"'`]\s*$/.test(previous) && /^\s*["'`]/.test(next);
  return [followsEntry ? ', ' : '', precedesEntry ? `,${/^\S/.test(after) ? ' ' : ''}` : ''];
}

/** After an opening bracket or a comma stands one of several. */
function isElement(before: string): boolean {
  return /[[(,]\s*$/.test(before) || before.trim() === '';
}

function quoteUsedIn(text: string): string {
  return text.includes('"') && !text.includes("'") ? '"' : "'";
}

function plain({ line, character }: TextPosition, keys: readonly string[]): Insertion {
  return { line, start: character, end: character, text: keys.join('\n') };
}
