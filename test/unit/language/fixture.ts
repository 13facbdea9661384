import { tokenAt, type Found, type LineSource, type TextPosition } from '../../../src/language/scan';

/** A document made of a string. */
export function sourceOf(text: string): LineSource {
  const lines = text.split('\n');
  return { lineCount: lines.length, lineText: (line) => lines[line] ?? '' };
}

/** Takes the cursor mark out of a fixture. `‸` stands where `|` would be read as a block scalar or a union. */
export function withCursor(marked: string): { text: string; position: TextPosition } {
  const mark = marked.includes('‸') ? '‸' : '|';
  const at = marked.indexOf(mark);
  if (at === -1) {
    throw new Error(`no cursor mark in ${marked}`);
  }
  const before = marked.slice(0, at).split('\n');
  return {
    text: marked.slice(0, at) + marked.slice(at + mark.length),
    position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
  };
}

/** What stands at the mark. */
export function at(languageId: string, marked: string): Found | undefined {
  const { text, position } = withCursor(marked);
  return tokenAt(languageId, sourceOf(text), position);
}

/** The document with its token replaced, as a completion would. */
export function accept(languageId: string, marked: string, key: string): string {
  const { text, position } = withCursor(marked);
  const found = tokenAt(languageId, sourceOf(text), position);
  if (found === undefined) {
    return text;
  }
  const { line, start, end, needsQuotes } = found.token;
  const lines = text.split('\n');
  const old = lines[line] ?? '';
  lines[line] = old.slice(0, start) + (needsQuotes ? `"${key}"` : key) + old.slice(end);
  return lines.join('\n');
}
