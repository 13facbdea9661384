import { EndOfLine, type Range, type TextDocument, type TextEditor } from 'vscode';
import type { Finder } from '../lazyFinder';
import { rangeOf } from '../rangeOf';
import { plainInsertion, type Selected } from './insertion';

/** Where and what: keys in the form that a place of a document wants. */
export async function keysAt(
  finder: Finder,
  document: TextDocument,
  selected: Selected,
  keys: readonly string[],
): Promise<{ readonly range: Range; readonly text: string }> {
  const insertion = (await finder.insertion(document, selected, keys)) ?? plainInsertion(selected, keys);
  const lineBreak = document.eol === EndOfLine.CRLF ? '\r\n' : '\n';
  return { range: rangeOf(document, insertion), text: insertion.text.replaceAll('\n', lineBreak) };
}

/** Writes keys at every cursor, as one step for undo. Resolves with whether the editor took it. */
export async function insertKeys(finder: Finder, editor: TextEditor, keys: readonly string[]): Promise<boolean> {
  const { document, selections } = editor;
  const edits = new Map<string, Awaited<ReturnType<typeof keysAt>>>();
  for (const { start, end } of selections) {
    const selected = { from: document.offsetAt(start), to: document.offsetAt(end) };
    const edit = await keysAt(finder, document, selected, keys);
    // Two cursors in one literal are one place.
    edits.set(`${edit.range.start.line}:${edit.range.start.character}`, edit);
  }
  return editor.edit((builder) => {
    for (const { range, text } of edits.values()) {
      builder.replace(range, text);
    }
  });
}
