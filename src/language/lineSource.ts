import type { TextDocument } from 'vscode';
import type { LineSource } from './scan/types';

/** A document as the scanners read it: line by line, never as one text. */
export function lineSource(document: TextDocument): LineSource {
  return {
    lineCount: document.lineCount,
    lineText: (line) => document.lineAt(line).text,
  };
}
