import { charactersDown, charactersUp, linesDown, linesUp, longLine } from './limits';
import type { LineSource, TextPosition } from './types';

/** A stretch of a document, all that a scanner sees of it. */
export interface Window {
  readonly firstLine: number;
  readonly lines: readonly string[];
  /** How many characters of the first line were left out: more than 0 only within a very long line. */
  readonly skipped: number;
}

/** The neighbourhood of a position, bounded by `limits.ts` whatever the size of the document. */
export function windowAround(source: LineSource, { line, character }: TextPosition): Window {
  const text = lineOf(source, line);
  if (text.length > longLine) {
    const from = Math.max(0, character - charactersUp / 2);
    return { firstLine: line, lines: [text.slice(from, character + charactersDown)], skipped: from };
  }
  const above = collect(source, line, -1, linesUp, charactersUp).reverse();
  const below = collect(source, line, 1, linesDown, charactersDown);
  return { firstLine: line - above.length, lines: [...above, text, ...below], skipped: 0 };
}

/** The whole document, for checks that run off the keystroke path. */
export function wholeDocument(source: LineSource): Window {
  return {
    firstLine: 0,
    lines: Array.from({ length: source.lineCount }, (_, line) => lineOf(source, line)),
    skipped: 0,
  };
}

function collect(source: LineSource, from: number, step: 1 | -1, maxLines: number, maxCharacters: number): string[] {
  const lines: string[] = [];
  let characters = 0;
  for (let line = from + step; line >= 0 && line < source.lineCount && lines.length < maxLines; line += step) {
    const text = lineOf(source, line);
    characters += text.length;
    if (characters > maxCharacters) {
      break;
    }
    lines.push(text);
  }
  return lines;
}

/** A line without what some sources leave at its ends: the carriage return of CRLF and the byte order mark. */
function lineOf(source: LineSource, line: number): string {
  let text = source.lineText(line);
  if (text.endsWith('\r')) {
    text = text.slice(0, -1);
  }
  return line === 0 && text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
}
