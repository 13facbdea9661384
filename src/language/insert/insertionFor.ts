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
 */
export function insertionFor(
  languageId: string,
  source: LineSource,
  position: TextPosition,
  keys: readonly string[],
): Insertion {
  const family = familyOf(languageId);
  const { token } = tokenAt(languageId, source, position) ?? {};
  const text = source.lineText(position.line);
  if (family === 'yaml') {
    return token ? replaceYaml(text, token, keys) : insertYaml(source, position, keys);
  }
  const isCode = token !== undefined || family === 'json' || family === 'script' || family === 'jsx';
  return isCode
    ? writeLiterals(text, position, token, keys, family === 'json' ? '"' : undefined)
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

/** Where there is nothing yet: a list goes on as the line above began it. */
function insertYaml(source: LineSource, position: TextPosition, keys: readonly string[]): Insertion {
  const text = source.lineText(position.line);
  if (text.trim() !== '') {
    return plain(position, keys);
  }
  let above = position.line - 1;
  while (above >= 0 && source.lineText(above).trim() === '') {
    above--;
  }
  const previous = above >= 0 ? source.lineText(above) : '';
  const [, itemIndent] = /^(\s*)- /.exec(previous) ?? [];
  const [, keyIndent] = /^(\s*)\S.*:\s*(?:#.*)?$/.exec(previous) ?? [];
  const indent = itemIndent ?? (keyIndent === undefined ? text : `${keyIndent}  `);
  const items = keys.map((key) => `${indent}- ${key}`).join('\n');
  return { line: position.line, start: 0, end: text.length, text: items };
}

/** In code and JSON: keys in quotes, those of the literal that the cursor stands in where there is one. */
function writeLiterals(
  text: string,
  position: TextPosition,
  token: KeyToken | undefined,
  keys: readonly string[],
  languageQuote: string | undefined,
): Insertion {
  const quote = token?.quote ?? languageQuote ?? quoteUsedIn(text);
  const width = token?.quote === undefined ? 0 : 1;
  const start = token ? token.start - width : position.character;
  const end = token ? token.end + (token.closed ? width : 0) : position.character;
  const before = text.slice(0, start);
  const literals = keys.map((key) => quote + key + quote).join(', ');
  const wantsArray = keys.length > 1 && !isElement(before);
  return { line: position.line, start, end, text: wantsArray ? `[${literals}]` : literals };
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
