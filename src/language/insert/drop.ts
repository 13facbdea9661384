import {
  type DataTransfer,
  DocumentDropEdit,
  type DocumentDropEditProvider,
  type Position,
  type TextDocument,
  WorkspaceEdit,
  l10n,
} from 'vscode';
import { looksLikeEventKey } from '../../catalog/eventKey';
import type { Finder } from '../lazyFinder';
import { keysAt } from './insertKeys';

/** What a drag from the view "Events" carries: event keys, one a line. */
export const eventKeysMime = 'application/vnd.bitbucket-webhook-events.keys';

/** Writes dragged events into an editor in the form that the place wants. */
export class EventKeysDrop implements DocumentDropEditProvider {
  constructor(private readonly finder: Finder) {}

  async provideDocumentDropEdits(
    document: TextDocument,
    position: Position,
    dataTransfer: DataTransfer,
  ): Promise<DocumentDropEdit | undefined> {
    const dragged = await dataTransfer.get(eventKeysMime)?.asString();
    const keys = dragged?.split('\n').filter(looksLikeEventKey) ?? [];
    if (keys.length === 0) {
      return undefined;
    }
    const offset = document.offsetAt(position);
    const { range, text } = await keysAt(this.finder, document, { from: offset, to: offset }, keys);
    if (range.isEmpty && range.start.isEqual(position)) {
      return new DocumentDropEdit(text, l10n.t('Insert event keys'));
    }
    const edit = new DocumentDropEdit('', l10n.t('Insert event keys'));
    edit.additionalEdit = new WorkspaceEdit();
    edit.additionalEdit.replace(document.uri, range, text);
    return edit;
  }
}
