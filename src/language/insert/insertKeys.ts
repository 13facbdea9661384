import { EndOfLine, Range, type TextDocument, type TextEditor } from 'vscode';
import { lineSource } from '../lineSource';
import { insertionFor } from './insertionFor';

/** Where and what: keys in the form that a place of a document wants. */
export function keysAt(
  document: TextDocument,
  position: { readonly line: number; readonly character: number },
  keys: readonly string[],
  until = position,
): { readonly range: Range; readonly text: string } {
  const { line, start, end, text } = insertionFor(document.languageId, lineSource(document), position, keys, until);
  const lineBreak = document.eol === EndOfLine.CRLF ? '\r\n' : '\n';
  return { range: new Range(line, start, line, end), text: text.replaceAll('\n', lineBreak) };
}

/** Writes keys at every cursor, as one step for undo. Resolves with whether the editor took it. */
export function insertKeys(editor: TextEditor, keys: readonly string[]): Thenable<boolean> {
  const edits = new Map(
    editor.selections.map((selection) => {
      // A selected text is what the keys take the place of.
      const { range, text } = keysAt(editor.document, selection.start, keys, selection.end);
      const replaced = selection.isEmpty || range.contains(selection) ? range : range.union(selection);
      // Two cursors in one literal are one place.
      return [`${replaced.start.line}:${replaced.start.character}`, { replaced, text }];
    }),
  );
  return editor.edit((builder) => {
    for (const { replaced, text } of edits.values()) {
      builder.replace(replaced, text);
    }
  });
}
