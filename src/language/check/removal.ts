import { Position, Range, type TextDocument } from 'vscode';
import type { KeyToken } from '../scan';

/**
 * What to delete so that a list loses one entry and stays well-formed: the line of an entry that has one to itself,
 * else the literal with one of the separators (commas, or the bars of a union) beside it.
 */
export function removalRange(document: TextDocument, token: KeyToken): Range {
  const { line } = token;
  const text = document.lineAt(line).text;
  const quote = token.quote ? 1 : 0;
  const start = token.start - quote;
  const end = token.end + (token.closed ? quote : 0);
  const before = text.slice(0, start);
  const after = text.slice(end);

  const isItem = /^\s*- +$/.test(before) && /^\s*(?:#.*)?$/.test(after);
  const isAlone = /^\s*\|?\s*$/.test(before) && /^\s*,\s*(?:\/\/.*)?$/.test(after);
  if (isItem || isAlone || (/^\s*\|\s*$/.test(before) && /^\s*$/.test(after))) {
    return document.lineAt(line).rangeIncludingLineBreak;
  }
  const [separatorAfter] = /^\s*[,|]\s*/.exec(after) ?? [];
  if (separatorAfter !== undefined) {
    return new Range(line, start, line, end + separatorAfter.length);
  }
  const [separatorBefore] = /\s*[,|]\s*$/.exec(before) ?? [];
  if (separatorBefore !== undefined) {
    return new Range(line, start - separatorBefore.length, line, end);
  }
  // The last entry, on a line of its own: the separator stands at the end of the line above.
  const above = line > 0 && before.trim() === '' ? document.lineAt(line - 1).text : '';
  const comma = /,\s*$/.exec(above);
  return new Range(comma ? new Position(line - 1, comma.index) : new Position(line, start), new Position(line, end));
}
