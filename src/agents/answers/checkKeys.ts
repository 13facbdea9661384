import type { CatalogEvent } from '../../catalog/eventCatalog';
import { eventIndex } from '../../catalog/eventIndex';
import { candidatesFor } from '../../language/keys/candidates';
import { type Dialect, dialectOf, keysFor } from '../../events/dialects';
import type { Removal } from '../../events/event';
import { events as records } from '../../events/events';
import { forgePrefix } from '../../events/forge';
import { isRemoved } from '../../events/removed';
import { rightKeysFor } from '../../events/words';
import { meantInForge } from '../../language/keys/forgeNames';

type Search = ReturnType<typeof eventIndex>;

/** What is to be said of a text that may be an event key. */
export type CheckedKey = {
  readonly key: string;
  /** Bitbucket can't send it any more, or all that is to be used instead. */
  readonly removed?: Removal;
} & (
  | { readonly status: 'valid'; readonly subjectTypes: readonly string[] }
  /** Bitbucket has the event, but not for webhooks of the subject type that was asked for. */
  | { readonly status: 'otherSubjectType'; readonly subjectTypes: readonly string[] }
  /** Right for Bitbucket Data Center, a Forge app or Bitbucket Pipelines; `useInstead` has the Cloud keys for the same. */
  | { readonly status: Exclude<Dialect, 'webhook'>; readonly useInstead: readonly string[] }
  /** `useInstead` has the keys that it may stand for, the best first. */
  | { readonly status: 'unknown'; readonly useInstead: readonly string[] }
);

/**
 * Checks keys by the same rules as the editor's diagnostics, for a subject type where one is given (not empty). What isn't
 * even like a key (`PR merged`) is looked for among what people say.
 */
export function checkKeys(
  keys: readonly string[],
  events: readonly CatalogEvent[],
  subjectType: string,
): readonly CheckedKey[] {
  const known = new Map(events.map((event) => [event.key, event]));
  const knownKeys = [...known.keys()];
  let index: Search | undefined;
  const search: Search = (query) => (index ??= eventIndex(events))(query);
  return keys.map((key): CheckedKey => {
    const event = known.get(key);
    const removed = records.get(key)?.removed;
    if (event) {
      const { subjectTypes, origin } = event;
      // Which subject type has which event, only Bitbucket itself knows for sure.
      const isOther = subjectType !== '' && origin.kind !== 'bundled' && !subjectTypes.includes(subjectType);
      return { key, status: isOther ? 'otherSubjectType' : 'valid', subjectTypes, ...(removed && { removed }) };
    }
    if (removed) {
      // Bitbucket's list has lost it, too.
      return { key, status: 'valid', subjectTypes: [], removed };
    }
    const inCloud = (names: readonly string[]) => names.flatMap(keysFor).filter((cloudKey) => known.has(cloudKey));
    const dialect = dialectOf(key);
    if (dialect !== undefined && dialect !== 'webhook') {
      return { key, status: dialect, useInstead: inCloud([key]) };
    }
    if (key.startsWith(forgePrefix)) {
      return { key, status: 'unknown', useInstead: inCloud(meantInForge(key).candidates) };
    }
    const candidates = candidatesFor(key, knownKeys);
    const useInstead = candidates.length > 0 ? candidates : saidFor(key, search);
    const gone =
      useInstead.length > 0 && useInstead.every(isRemoved) ? records.get(useInstead[0] ?? '')?.removed : undefined;
    return { key, status: 'unknown', useInstead, ...(gone && { removed: gone }) };
  });
}

const maxSaid = 3;

/** The keys that words stand for which nobody would take for a key; none for what is known to be no event. */
function saidFor(text: string, search: Search): readonly string[] {
  const { events, isExact } = search(text);
  const isSaid = isExact && rightKeysFor(text) === undefined && events.length <= maxSaid;
  return isSaid ? events.map(({ key }) => key) : [];
}
