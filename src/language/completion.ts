import {
  CompletionItem,
  CompletionItemKind,
  type CompletionItemProvider,
  CompletionList,
  l10n,
  type Position,
  type TextDocument,
} from 'vscode';
import type { CatalogEvent, EventCatalog } from '../catalog/eventCatalog';
import { looksLikeEventKey } from '../catalog/eventKey';
import { eventLines } from '../presentation/eventLines';
import { joinTexts } from '../presentation/joinTexts';
import { familyAlias } from './keys/families';
import { rankOf } from './keys/ranking';
import { wordsFor } from './keys/synonyms';
import { lineSource, tokenRange } from './lineSource';
import { type Found, isOffered, type Place, speaksOfBitbucketNear, tokenAt } from './scan';

/** What opens the list besides letters: quotes, since nothing else does in TypeScript, and the colon within a key. */
export const triggerCharacters = ['"', "'", '`', ':'];

class EventKeyItem extends CompletionItem {
  constructor(
    readonly event: CatalogEvent,
    { token, place }: Found,
    typed: string,
    index: number,
  ) {
    super({ label: event.key, description: event.label }, CompletionItemKind.EnumMember);
    this.insertText = token.needsQuotes ? `"${event.key}"` : event.key;
    // The whole key, both for inserting and replacing: half of an old key behind a new one is never wanted.
    this.range = tokenRange(token);
    this.filterText = filterTextOf(event.key, typed);
    this.sortText = [isListed(event, place, token.text), !isFitting(event, place)].map(Number).join('') + digits(index);
    this.detail = detailOf(event, isListed(event, place, token.text));
  }
}

/** Offers event keys where they stand. Answers from what the catalogue knows, without waiting for the network. */
export class EventKeyCompletion implements CompletionItemProvider<EventKeyItem> {
  constructor(private readonly catalog: EventCatalog) {}

  provideCompletionItems(document: TextDocument, position: Position): CompletionList<EventKeyItem> | undefined {
    const lines = lineSource(document);
    const found = tokenAt(document.languageId, lines, position);
    if (!found) {
      return undefined;
    }
    const typed = found.token.text.slice(0, position.character - found.token.start);
    if (!isOffered(found.place, typed, () => speaksOfBitbucketNear(lines, document.uri.path, position))) {
      return undefined;
    }
    this.catalog.wake();
    const items = this.catalog
      .listKnownEvents()
      .filter(({ key }) => looksLikeEventKey(key))
      .sort((a, b) => rankOf(a.key) - rankOf(b.key))
      .map((event, index) => new EventKeyItem(event, found, typed, index));
    // Until the cache is read, or while a family is spelled in another way, the next letter asks again.
    return new CompletionList(items, !this.catalog.isReady || familyAlias(typed) !== undefined);
  }

  resolveCompletionItem(item: EventKeyItem): EventKeyItem {
    // Plain text: a screen reader is given what stands here as it is, not what Markdown makes of it.
    item.documentation = eventLines(item.event).join('\n\n');
    return item;
  }
}

/** The list that the token stands in has this key already, in another entry. */
function isListed({ key }: CatalogEvent, place: Place, text: string): boolean {
  return place.strength === 'strong' && key !== text && place.siblings.includes(key);
}

/** Webhooks of the document's subject type can subscribe to it, as far as the document tells. */
function isFitting({ subjectTypes }: CatalogEvent, place: Place): boolean {
  return place.strength !== 'strong' || place.subjectType === undefined || subjectTypes.includes(place.subjectType);
}

/** The key, and the words that people try instead; with the family as it is being typed. */
function filterTextOf(key: string, typed: string): string {
  const words = [key, ...wordsFor(key)].join(' ');
  const alias = familyAlias(typed);
  return alias && words.startsWith(alias.family) ? alias.written + words.slice(alias.family.length) : words;
}

function detailOf({ key, category }: CatalogEvent, listed: boolean): string {
  const words = wordsFor(key);
  const texts = [
    category,
    words.length > 0 ? l10n.t('Bitbucket’s key for {0}', words.map((word) => `“${word}”`).join(', ')) : '',
    listed ? l10n.t('already in this list') : '',
  ];
  return joinTexts(texts, ' · ');
}

function digits(index: number): string {
  return String(index).padStart(5, '0');
}
