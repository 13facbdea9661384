import { Range, type TextDocument } from 'vscode';

/** Offsets of a document's text as VS Code has them. */
export function rangeOf(document: TextDocument, { from, to }: { readonly from: number; readonly to: number }): Range {
  return new Range(document.positionAt(from), document.positionAt(to));
}
