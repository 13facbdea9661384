import type { MarkdownString } from 'vscode';
import type { CatalogEvent, EventCatalog } from '../catalog/eventCatalog';
import { looksLikeEventKey } from '../catalog/eventKey';
import { keysFor, namesIn } from '../events/dialects';
import { events } from '../events/events';
import { rankOf } from '../events/ranking';
import { removedLast } from '../events/removed';
import { otherWordsFor } from '../events/vocabulary';
import { wordsFor } from '../events/words';
import { forgeMarkdown } from '../presentation/dialectText';
import { completionMarkdown } from '../presentation/eventText';
import { removalWords } from '../presentation/removalText';
import type { Place } from './place/place';

/** A name that can stand at a place. */
export interface Offer {
  readonly name: string;
  /** Bitbucket's short name for it; empty where there is none. */
  readonly label: string;
  /** What else people type for it: words, and names of other dialects. */
  readonly words: readonly string[];
  /** What people say, one of whose words may be the beginning of what is typed. */
  readonly otherWords: readonly string[];
  /** The subject types whose webhooks can subscribe to it; `undefined` where that says nothing. */
  readonly subjectTypes: readonly string[] | undefined;
  /** Since when Bitbucket can't send it, in words; empty mostly. */
  readonly removal: string;
  readonly documentation: () => MarkdownString;
}

/** The names of a dialect, those that are used most first, and last what Bitbucket can't send any more. */
export function offersIn(dialect: Place['dialect'], catalog: EventCatalog): Offer[] {
  return dialect === 'forge' ? forgeOffers() : webhookOffers(catalog);
}

function webhookOffers(catalog: EventCatalog): Offer[] {
  return catalog
    .listKnownEvents()
    .filter(({ key }) => looksLikeEventKey(key))
    .sort((a, b) => removedLast(a, b) || rankOf(a.key) - rankOf(b.key))
    .map(webhookOffer);
}

function webhookOffer(event: CatalogEvent): Offer {
  const { key: name, label, subjectTypes } = event;
  const words = wordsFor(name);
  const documentation = () => completionMarkdown(event, words);
  const otherWords = otherWordsFor(name);
  return { name, label, words, otherWords, subjectTypes, removal: removalWords(name), documentation };
}

function forgeOffers(): Offer[] {
  const rank = (name: string) => Math.min(...[...keysFor(name).map(rankOf), rankOf('')]);
  return [...namesIn('forge')]
    .sort((a, b) => rank(a) - rank(b))
    .map((name) => {
      const keys = keysFor(name);
      const [only, ...others] = keys;
      const label = only !== undefined && others.length === 0 ? (events.get(only)?.label ?? '') : '';
      const words = [...keys, ...keys.flatMap(wordsFor)];
      const documentation = () => forgeMarkdown(name);
      return { name, label, words, otherWords: [], subjectTypes: undefined, removal: '', documentation };
    });
}
