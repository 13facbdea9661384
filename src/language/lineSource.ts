import { Range, type TextDocument } from 'vscode';
import type { KeyToken, LineSource } from './scan';

/** A document as the scanners read it: line by line, never as one text. */
export function lineSource(document: TextDocument): LineSource {
  return {
    lineCount: document.lineCount,
    lineText: (line) => document.lineAt(line).text,
  };
}

/** Where a token's text stands, its quotes excluded. */
export function tokenRange({ line, start, end }: KeyToken): Range {
  return new Range(line, start, line, end);
}
