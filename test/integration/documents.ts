import assert from 'node:assert/strict';
import { type Position, type TextDocument, workspace } from 'vscode';

/** A document in memory. */
export function openText(language: string, content: string): Thenable<TextDocument> {
  return workspace.openTextDocument({ language, content });
}

/** A document in memory with a cursor mark `‸`, which is left out. */
export async function openMarked(language: string, marked: string): Promise<[TextDocument, Position]> {
  const offset = marked.indexOf('‸');
  assert.ok(offset >= 0, 'no cursor mark');
  const document = await openText(language, marked.slice(0, offset) + marked.slice(offset + 1));
  return [document, document.positionAt(offset)];
}
