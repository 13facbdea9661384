import {
  type CancellationToken,
  type CompletionContext,
  CompletionItem,
  CompletionItemKind,
  type CompletionItemProvider,
  CompletionItemTag,
  CompletionList,
  CompletionTriggerKind,
  l10n,
  type Position,
  type TextDocument,
} from 'vscode';
import type { EventCatalog } from '../catalog/eventCatalog';
import { joinTexts } from '../presentation/texts';
import { documentPath } from './documentPath';
import type { FoundTyping } from './find';
import { headerItems } from './headers/headerItems';
import type { Finder } from './lazyFinder';
import { familyAlias } from './keys/keyForm';
import { type Offer, offersIn } from './offers';
import { type Asked, isOffered } from './place/offer';
import { rangeOf } from './rangeOf';

/** What opens the list besides letters: quotes, since nothing else does in TypeScript, and the colon within a key. */
export const triggerCharacters = ['"', "'", '`', ':'];

/** Characters of a key and its description that a list of VS Code's usual width shows. */
const roomInList = 46;

class EventKeyItem extends CompletionItem {
  constructor(
    readonly offer: Offer,
    document: TextDocument,
    found: FoundTyping,
    index: number,
  ) {
    const { name, subjectTypes, removal } = offer;
    const isListed = name !== found.text && found.place.beside.includes(name);
    super({ label: name, description: descriptionOf(offer, isListed) }, CompletionItemKind.Event);
    this.insertText = found.needsQuotes ? `"${name}"` : found.needsClosing ? `${name}"` : name;
    // The whole key, both for inserting and replacing: half of an old key behind a new one is never wanted.
    this.range = rangeOf(document, found);
    this.filterText = filterTextOf(offer, found.typed);
    const isFitting = found.subjectType === undefined || subjectTypes?.includes(found.subjectType) !== false;
    const isGone = removal !== '';
    if (isGone) {
      this.tags = [CompletionItemTag.Deprecated];
    }
    const isNamed = found.place.strength === 'named';
    // Before what others offer by their labels, such as PHP's `$_COOKIE`.
    this.sortText = (isNamed ? '!' : '') + [isGone, isListed, !isFitting].map(Number).join('') + digits(index);
    this.preselect = isNamed && found.typed === '' && index === 0;
  }
}

/** Offers event keys where they stand, the names of Bitbucket’s headers, and Forge's names in its manifests. Answers from what the catalogue knows, without waiting for the network. */
export class EventKeyCompletion implements CompletionItemProvider {
  constructor(
    private readonly catalog: EventCatalog,
    private readonly finder: Finder,
  ) {}

  async provideCompletionItems(
    document: TextDocument,
    position: Position,
    token: CancellationToken,
    context: CompletionContext,
  ): Promise<CompletionList | undefined> {
    const found = await this.finder.whereTyped(document, documentPath(document.uri), document.offsetAt(position));
    if (found === 'unread') {
      return new CompletionList([], true);
    }
    const headers = found === undefined ? [] : headerItems(document, found);
    if (headers.length > 0 && !token.isCancellationRequested) {
      return new CompletionList(headers);
    }
    if (found === undefined || token.isCancellationRequested || !isOffered(found, askedBy(context))) {
      return undefined;
    }
    this.catalog.wake();
    const items = offersIn(found.place.dialect, this.catalog).map(
      (offer, index) => new EventKeyItem(offer, document, found, index),
    );
    // Until the cache is read, or while a family is spelled in another way, the next letter asks again.
    return new CompletionList(items, !this.catalog.isReady || familyAlias(found.typed) !== undefined);
  }

  resolveCompletionItem(item: CompletionItem): CompletionItem {
    if (item instanceof EventKeyItem) {
      item.documentation = item.offer.documentation();
    }
    return item;
  }
}

function askedBy({ triggerKind, triggerCharacter }: CompletionContext): Asked {
  if (triggerKind !== CompletionTriggerKind.TriggerCharacter) {
    return 'otherwise';
  }
  return triggerCharacter === ':' ? 'colon' : 'quote';
}

/** The name, and the words that people say instead; with the family as it is being typed. */
function filterTextOf({ name, words: instead, otherWords }: Offer, typed: string): string {
  // VS Code also finds letters that are scattered over words: the fewer, the better.
  const others = otherWords.filter((word) => word.startsWith(typed.slice(0, 1).toLowerCase()));
  const words = [name, ...instead, ...others].join(' ');
  const alias = familyAlias(typed);
  return alias && words.startsWith(alias.family) ? alias.written + words.slice(alias.family.length) : words;
}

/** Whose key it is, among what others offer, and Bitbucket's name of it where both leave the key whole. */
function descriptionOf({ name, label, removal }: Offer, isListed: boolean): string {
  if (removal !== '') {
    return removal;
  }
  const named = joinTexts(['Bitbucket', label], ' · ');
  const fitting = name.length + named.length <= roomInList ? named : 'Bitbucket';
  return isListed ? l10n.t('already in this list') : fitting;
}

function digits(index: number): string {
  return String(index).padStart(5, '0');
}
