import type { CatalogEvent } from '../../catalog/eventCatalog';
import { eventIndex } from '../../catalog/eventIndex';
import { candidatesFor } from '../../language/keys/candidates';
import { cloudKeyFor, isDataCenterKey } from '../../events/dataCenter';
import { rightKeysFor } from '../../events/words';

type Search = ReturnType<typeof eventIndex>;

/** What is to be said of a text that may be an event key. */
export type CheckedKey = { readonly key: string } & (
  | { readonly status: 'valid'; readonly subjectTypes: readonly string[] }
  /** Bitbucket has the event, but not for webhooks of the subject type that was asked for. */
  | { readonly status: 'otherSubjectType'; readonly subjectTypes: readonly string[] }
  /** Right for Bitbucket Data Center; `useInstead` has the Cloud key, where there is one. */
  | { readonly status: 'dataCenter'; readonly useInstead: readonly string[] }
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
    if (event) {
      const { subjectTypes, origin } = event;
      // Which subject type has which event, only Bitbucket itself knows for sure.
      const isOther = subjectType !== '' && origin.kind !== 'bundled' && !subjectTypes.includes(subjectType);
      return { key, status: isOther ? 'otherSubjectType' : 'valid', subjectTypes };
    }
    if (isDataCenterKey(key)) {
      const cloudKey = cloudKeyFor(key);
      return { key, status: 'dataCenter', useInstead: cloudKey !== undefined && known.has(cloudKey) ? [cloudKey] : [] };
    }
    const candidates = candidatesFor(key, knownKeys);
    return { key, status: 'unknown', useInstead: candidates.length > 0 ? candidates : saidFor(key, search) };
  });
}

const maxSaid = 3;

/** The keys that words stand for which nobody would take for a key; none for what is known to be no event. */
function saidFor(text: string, search: Search): readonly string[] {
  const { events, isExact } = search(text);
  const isSaid = isExact && rightKeysFor(text) === undefined && events.length <= maxSaid;
  return isSaid ? events.map(({ key }) => key) : [];
}
