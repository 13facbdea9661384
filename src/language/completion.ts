import {
  type CancellationToken,
  type CompletionContext,
  CompletionItem,
  CompletionItemKind,
  type CompletionItemProvider,
  CompletionList,
  CompletionTriggerKind,
  l10n,
  type Position,
  type TextDocument,
} from 'vscode';
import type { CatalogEvent, EventCatalog } from '../catalog/eventCatalog';
import { looksLikeEventKey } from '../catalog/eventKey';
import { eventLines } from '../presentation/eventLines';
import { joinTexts } from '../presentation/joinTexts';
import { documentPath } from './documentPath';
import type { FoundTyping } from './find';
import type { Finder } from './lazyFinder';
import { familyAlias } from './keys/families';
import { rankOf } from './keys/ranking';
import { wordsFor } from './keys/synonyms';
import { type Asked, isOffered } from './place/offer';
import { rangeOf } from './rangeOf';

/** What opens the list besides letters: quotes, since nothing else does in TypeScript, and the colon within a key. */
export const triggerCharacters = ['"', "'", '`', ':'];

class EventKeyItem extends CompletionItem {
  constructor(
    readonly event: CatalogEvent,
    document: TextDocument,
    found: FoundTyping,
    index: number,
  ) {
    super({ label: event.key, description: event.label }, CompletionItemKind.EnumMember);
    this.insertText = found.needsQuotes ? `"${event.key}"` : event.key;
    // The whole key, both for inserting and replacing: half of an old key behind a new one is never wanted.
    this.range = rangeOf(document, found);
    this.filterText = filterTextOf(event.key, found.typed);
    const isListed = event.key !== found.text && found.place.beside.includes(event.key);
    const isFitting = found.subjectType === undefined || event.subjectTypes.includes(found.subjectType);
    this.sortText = [isListed, !isFitting].map(Number).join('') + digits(index);
    this.detail = detailOf(event, isListed);
  }
}

/** Offers event keys where they stand. Answers from what the catalogue knows, without waiting for the network. */
export class EventKeyCompletion implements CompletionItemProvider<EventKeyItem> {
  constructor(
    private readonly catalog: EventCatalog,
    private readonly finder: Finder,
  ) {}

  async provideCompletionItems(
    document: TextDocument,
    position: Position,
    token: CancellationToken,
    context: CompletionContext,
  ): Promise<CompletionList<EventKeyItem> | undefined> {
    const found = await this.finder.whereTyped(document, documentPath(document.uri), document.offsetAt(position));
    if (found === 'unread') {
      return new CompletionList([], true);
    }
    if (found === undefined || token.isCancellationRequested || !isOffered(found, askedBy(context))) {
      return undefined;
    }
    this.catalog.wake();
    const items = this.catalog
      .listKnownEvents()
      .filter(({ key }) => looksLikeEventKey(key))
      .sort((a, b) => rankOf(a.key) - rankOf(b.key))
      .map((event, index) => new EventKeyItem(event, document, found, index));
    // Until the cache is read, or while a family is spelled in another way, the next letter asks again.
    return new CompletionList(items, !this.catalog.isReady || familyAlias(found.typed) !== undefined);
  }

  resolveCompletionItem(item: EventKeyItem): EventKeyItem {
    // Plain text: a screen reader is given what stands here as it is, not what Markdown makes of it.
    item.documentation = eventLines(item.event).join('\n\n');
    return item;
  }
}

function askedBy({ triggerKind, triggerCharacter }: CompletionContext): Asked {
  if (triggerKind !== CompletionTriggerKind.TriggerCharacter) {
    return 'otherwise';
  }
  return triggerCharacter === ':' ? 'colon' : 'quote';
}

/** The key, and the words that people try instead; with the family as it is being typed. */
function filterTextOf(key: string, typed: string): string {
  const words = [key, ...wordsFor(key)].join(' ');
  const alias = familyAlias(typed);
  return alias && words.startsWith(alias.family) ? alias.written + words.slice(alias.family.length) : words;
}

function detailOf({ key, category }: CatalogEvent, isListed: boolean): string {
  const words = wordsFor(key);
  const texts = [
    category,
    words.length > 0 ? l10n.t('Bitbucket’s key for {0}', words.map((word) => l10n.t('“{0}”', word)).join(', ')) : '',
    isListed ? l10n.t('already in this list') : '',
  ];
  return joinTexts(texts, ' · ');
}

function digits(index: number): string {
  return String(index).padStart(5, '0');
}
