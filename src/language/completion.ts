import {
  CompletionItem,
  CompletionItemKind,
  type CompletionItemProvider,
  CompletionList,
  type Position,
  Range,
  type TextDocument,
} from 'vscode';
import type { CatalogEvent, EventCatalog } from '../catalog/eventCatalog';
import { looksLikeEventKey } from '../catalog/eventKey';
import { eventMarkdown } from '../presentation/eventMarkdown';
import { lineSource } from './lineSource';
import { tokenAt } from './scan';
import type { KeyToken } from './scan/types';

/** What opens the list besides letters: quotes, since nothing else does in TypeScript, and the colon within a key. */
export const triggerCharacters = ['"', "'", '`', ':'];

class EventKeyItem extends CompletionItem {
  constructor(
    readonly event: CatalogEvent,
    { line, start, end, needsQuotes }: KeyToken,
    index: number,
  ) {
    super({ label: event.key, description: event.label }, CompletionItemKind.EnumMember);
    this.detail = event.category;
    this.insertText = needsQuotes ? `"${event.key}"` : event.key;
    // The whole key, both for inserting and replacing: half of an old key behind a new one is never wanted.
    this.range = new Range(line, start, line, end);
    this.sortText = String(index).padStart(4, '0');
  }
}

/** Offers event keys where a value is typed. Answers from what the catalogue knows, without waiting for the network. */
export class EventKeyCompletion implements CompletionItemProvider<EventKeyItem> {
  constructor(private readonly catalog: EventCatalog) {}

  provideCompletionItems(document: TextDocument, position: Position): CompletionList<EventKeyItem> | undefined {
    const found = tokenAt(document.languageId, lineSource(document), position);
    if (!found || found.place.strength === 'none') {
      return undefined;
    }
    this.catalog.wake();
    const items = this.catalog
      .listKnownEvents()
      .filter(({ key }) => looksLikeEventKey(key))
      .map((event, index) => new EventKeyItem(event, found.token, index));
    // Until the cache is read, the next letter asks again.
    return new CompletionList(items, !this.catalog.isReady);
  }

  resolveCompletionItem(item: EventKeyItem): EventKeyItem {
    item.documentation = eventMarkdown(item.event);
    return item;
  }
}
