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
import { completionMarkdown } from '../presentation/eventText';
import { joinTexts } from '../presentation/texts';
import { documentPath } from './documentPath';
import type { FoundTyping } from './find';
import type { Finder } from './lazyFinder';
import { familyAlias } from './keys/keyForm';
import { rankOf } from '../events/ranking';
import { otherWordsFor } from '../events/vocabulary';
import { wordsFor } from '../events/words';
import { type Asked, isOffered } from './place/offer';
import { rangeOf } from './rangeOf';

/** What opens the list besides letters: quotes, since nothing else does in TypeScript, and the colon within a key. */
export const triggerCharacters = ['"', "'", '`', ':'];

/** Characters of a key and its description that a list of VS Code's usual width shows. */
const roomInList = 46;

class EventKeyItem extends CompletionItem {
  constructor(
    readonly event: CatalogEvent,
    document: TextDocument,
    found: FoundTyping,
    index: number,
  ) {
    const isListed = event.key !== found.text && found.place.beside.includes(event.key);
    super({ label: event.key, description: descriptionOf(event, isListed) }, CompletionItemKind.Event);
    this.insertText = found.needsQuotes ? `"${event.key}"` : found.needsClosing ? `${event.key}"` : event.key;
    // The whole key, both for inserting and replacing: half of an old key behind a new one is never wanted.
    this.range = rangeOf(document, found);
    this.filterText = filterTextOf(event.key, found.typed);
    const isFitting = found.subjectType === undefined || event.subjectTypes.includes(found.subjectType);
    const isNamed = found.place.strength === 'named';
    // Before what others offer by their labels, such as PHP's `$_COOKIE`.
    this.sortText = (isNamed ? '!' : '') + [isListed, !isFitting].map(Number).join('') + digits(index);
    this.preselect = isNamed && found.typed === '' && index === 0;
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
    item.documentation = completionMarkdown(item.event, wordsFor(item.event.key));
    return item;
  }
}

function askedBy({ triggerKind, triggerCharacter }: CompletionContext): Asked {
  if (triggerKind !== CompletionTriggerKind.TriggerCharacter) {
    return 'otherwise';
  }
  return triggerCharacter === ':' ? 'colon' : 'quote';
}

/** The key, and the words that people say instead; with the family as it is being typed. */
function filterTextOf(key: string, typed: string): string {
  // VS Code also finds letters that are scattered over words: the fewer, the better.
  const others = otherWordsFor(key).filter((word) => word.startsWith(typed.slice(0, 1).toLowerCase()));
  const words = [key, ...wordsFor(key), ...others].join(' ');
  const alias = familyAlias(typed);
  return alias && words.startsWith(alias.family) ? alias.written + words.slice(alias.family.length) : words;
}

/** Whose key it is, among what others offer, and Bitbucket's name of it where both leave the key whole. */
function descriptionOf({ key, label }: CatalogEvent, isListed: boolean): string {
  const named = joinTexts(['Bitbucket', label], ' · ');
  const fitting = key.length + named.length <= roomInList ? named : 'Bitbucket';
  return isListed ? l10n.t('already in this list') : fitting;
}

function digits(index: number): string {
  return String(index).padStart(5, '0');
}
