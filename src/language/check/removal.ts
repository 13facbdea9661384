import { Range, type TextDocument } from 'vscode';
import type { KeyToken } from '../scan';

/**
 * What to delete so that a list or a union loses an entry, not its first, and stays well-formed: the line of one that
 * has it to itself, else the literal with one of the separators beside it.
 */
export function removalRanges(document: TextDocument, token: KeyToken): Range[] {
  const { line } = token;
  const { text, rangeIncludingLineBreak } = document.lineAt(line);
  const quote = token.quote ? 1 : 0;
  const start = token.start - quote;
  const end = token.end + (token.closed ? quote : 0);
  const before = text.slice(0, start);
  const after = text.slice(end);
  const [isFirst, isLast] = [before.trim() === '', after.trim() === ''];

  const isItem = /^\s*- +$/.test(before) && /^\s*(?:#.*)?$/.test(after);
  const isElement = isFirst && /^\s*,\s*(?:\/\/.*)?$/.test(after);
  if (isItem || isElement || (before.trim() === '|' && isLast)) {
    return [rangeIncludingLineBreak];
  }
  // What follows a whole union is no part of it: `Record<'repo:push' | 'repo:push', Handler>`.
  const isUnion = /\|\s*$/.test(before);
  const [separatorAfter] = (isUnion ? /^\s*\|\s*/ : /^\s*[,|]\s*/).exec(after) ?? [];
  if (separatorAfter !== undefined) {
    return [new Range(line, start, line, end + separatorAfter.length)];
  }
  const [separatorBefore = ''] = /\s*[,|]\s*$/.exec(before) ?? [];
  if (!isFirst) {
    return [new Range(line, start - separatorBefore.length, line, end)];
  }
  // The last entry, first on its line: the separator stands at the end of a line above, perhaps before a comment.
  const own = isLast ? rangeIncludingLineBreak : new Range(line, start, line, end);
  return [...separatorAbove(document, line), own];
}

function separatorAbove(document: TextDocument, line: number): Range[] {
  let above = line - 1;
  while (above > 0 && /^\s*(?:\/\/.*|#.*)?$/.test(document.lineAt(above).text)) {
    above--;
  }
  const at = above < 0 ? -1 : document.lineAt(above).text.search(/[,|](?=\s*(?:(?:\/\/|#).*)?$)/);
  return at === -1 ? [] : [new Range(above, at, above, at + 1)];
}
