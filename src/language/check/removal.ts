import { Range, type TextDocument } from 'vscode';
import type { KeyToken } from '../scan';

/**
 * What to delete so that a list or a union loses its last or a middle entry and stays well-formed: the line of an entry
 * that has one to itself, else the literal with one of the separators beside it.
 */
export function removalRanges(document: TextDocument, token: KeyToken): Range[] {
  const { line } = token;
  const { text, rangeIncludingLineBreak } = document.lineAt(line);
  const quote = token.quote ? 1 : 0;
  const start = token.start - quote;
  const end = token.end + (token.closed ? quote : 0);
  const before = text.slice(0, start);
  const after = text.slice(end);
  const isLast = /^\s*$/.test(after);

  const isItem = /^\s*- +$/.test(before) && /^\s*(?:#.*)?$/.test(after);
  const isElement = /^\s*$/.test(before) && /^\s*,\s*(?:\/\/.*)?$/.test(after);
  if (isItem || isElement || (/^\s*\|\s*$/.test(before) && isLast)) {
    return [rangeIncludingLineBreak];
  }
  // What follows a whole union is no part of it: `Record<'repo:push' | 'repo:push', Handler>`.
  const isUnion = /\|\s*$/.test(before);
  const [separatorAfter] = (isUnion ? /^\s*\|\s*/ : /^\s*[,|]\s*/).exec(after) ?? [];
  if (separatorAfter !== undefined) {
    return [new Range(line, start, line, end + separatorAfter.length)];
  }
  const [separatorBefore] = /\s*[,|]\s*$/.exec(before) ?? [];
  if (separatorBefore !== undefined) {
    return [new Range(line, start - separatorBefore.length, line, end)];
  }
  // The last entry, on a line of its own: the separator stands at the end of a line above, perhaps before a comment.
  const own = isLast && before.trim() === '' ? rangeIncludingLineBreak : new Range(line, start, line, end);
  let above = line - 1;
  while (above > 0 && /^\s*(?:\/\/.*|#.*)?$/.test(document.lineAt(above).text)) {
    above--;
  }
  const at = before.trim() === '' && above >= 0 ? document.lineAt(above).text.search(separatorAtEnd) : -1;
  return at === -1 ? [own] : [new Range(above, at, above, at + 1), own];
}

const separatorAtEnd = /[,|](?=\s*(?:(?:\/\/|#).*)?$)/;
