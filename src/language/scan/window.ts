import { charactersDown, charactersUp, linesDown, linesUp, longLine } from './limits';
import { thin } from './thin';
import type { LanguageFamily, LineSource, TextPosition } from './types';

/** A stretch of a document, all that a scanner sees of it. */
export interface Window {
  readonly firstLine: number;
  readonly lines: readonly string[];
  /** How many characters of the first line were left out: more than 0 only within a very long line. */
  readonly skipped: number;
}

/** The neighbourhood of a position, bounded by `limits.ts` whatever the size of the document. */
export function windowAround(source: LineSource, { line, character }: TextPosition, family: LanguageFamily): Window {
  const text = lineOf(source, line);
  if (text.length <= longLine) {
    return windowAroundLines(source, line, line, family);
  }
  const from = Math.max(0, character - charactersUp / 2);
  return { firstLine: line, lines: [text.slice(from, character + charactersDown)], skipped: from };
}

/** The neighbourhood of some lines, which are in it as they are. */
export function windowAroundLines(source: LineSource, first: number, last: number, family: LanguageFamily): Window {
  const lines = collect(source, first, -1, linesUp, charactersUp).reverse();
  const above = lines.length;
  for (let line = first; line <= last; line++) {
    lines.push(lineOf(source, line));
  }
  lines.push(...collect(source, last, 1, linesDown, charactersDown));
  if (family === 'yaml' || family === 'json') {
    thin(lines, above, above + last - first, family === 'json');
  }
  return { firstLine: first - above, lines, skipped: 0 };
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
export function lineOf(source: LineSource, line: number): string {
  let text = source.lineText(line);
  if (text.endsWith('\r')) {
    text = text.slice(0, -1);
  }
  return line === 0 && text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
}
