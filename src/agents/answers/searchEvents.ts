import type { CatalogEvent } from '../../catalog/eventCatalog';
import { events as records } from '../../events/events';
import { wordsFor } from '../../events/words';

/** What every event is, and what holds a sentence together: words that say nothing about which one is meant. */
const emptyWords = new Set(
  'a an and any are as at bitbucket by cloud event events for from gets hook in is it key keys of on or that the to trigger triggered webhook webhooks when which with'.split(
    ' ',
  ),
);

/** What people say for the words of Bitbucket's keys and labels. */
const otherWords = new Map([
  ['pr', 'pullrequest'],
  ['prs', 'pullrequest'],
]);

interface SearchResult {
  /** In the catalogue's order. */
  readonly events: readonly CatalogEvent[];
  /** Whether they match every word, or only as many as any event does. */
  readonly matchesAll: boolean;
}

/**
 * The events that match most words of a text: by the beginnings of the words of their key, label, category and
 * description, of what people write instead of the key (`merged`), and of what the event means (`draft`), which counts
 * less. Models ask in sentences, so that one word too many must not hide what the others find.
 */
export function searchEvents(events: readonly CatalogEvent[], query: string): SearchResult {
  const words = wordsOf(query).filter((word) => !emptyWords.has(word));
  const scored = events.map((event) => {
    const own = wordsOf([event.key, event.label, event.category, event.description, ...wordsFor(event.key)].join(' '));
    const all = [...own, ...wordsOf(records.get(event.key)?.meaning ?? '')];
    const matched = words.filter((word) => isIn(all, word));
    return { event, matches: matched.length, own: matched.filter((word) => isIn(own, word)).length };
  });
  const most = Math.max(0, ...scored.map(({ matches }) => matches));
  const best = scored.filter(({ matches }) => matches === most && (most > 0 || words.length === 0));
  const mostOwn = Math.max(0, ...best.map(({ own }) => own));
  return {
    events: best.filter(({ own }) => own === mostOwn).map(({ event }) => event),
    matchesAll: most === words.length,
  };
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => otherWords.get(word) ?? word);
}

function isIn(eventWords: readonly string[], word: string): boolean {
  const singular = word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word;
  return eventWords.some((eventWord) => eventWord.startsWith(singular));
}
