import type { CatalogEvent } from '../../catalog/eventCatalog';
import type { ListOrigin } from '../../catalog/storedList';
import { candidatesFor } from '../keys/candidates';
import { cloudKeyFor, isDataCenterKey } from '../keys/dataCenter';
import { rightKeysFor } from '../keys/synonyms';
import { type Found, type KeyToken, looksLikeCloudAttempt, type StrongPlace, type SubjectType } from '../scan';

/** What may be wrong with a key in a document. */
export type Finding = { readonly token: KeyToken } & (
  | {
      readonly kind: 'unknown';
      /** Known keys that it may stand for, the best first. */
      readonly candidates: readonly string[];
      /** It is one that people are known to write and Bitbucket Cloud never sends. */
      readonly isKnownMistake: boolean;
      /** The list that was looked into. */
      readonly origin: ListOrigin;
    }
  | { readonly kind: 'dataCenter'; readonly cloudKey: string | undefined }
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'otherSubjectType'; readonly subjectType: SubjectType; readonly subjectTypes: readonly string[] }
);

/** What Connect apps can subscribe to and webhooks can't. */
const connectOnly = new Set(['pullrequest:superseded', 'repo:branch_created', 'repo:branch_deleted']);

/** Lists in which a second entry says nothing new. */
const listKinds = new Set<StrongPlace['kind']>(['eventList', 'tektonEventTypes', 'union', 'schemaEnum', 'constant']);

/** Looks up the keys of a document that speaks of Bitbucket; only what stands where keys are expected. */
export function findingsIn(found: readonly Found[], events: readonly CatalogEvent[]): Finding[] {
  const known = new Map(events.map((event) => [event.key, event]));
  const keys = [...known.keys()];
  // A list is as sure as its least sure part.
  const origin = events.find((event) => event.origin.kind !== 'live')?.origin ?? { kind: 'live' };
  return found.flatMap(({ token, place }): Finding | Finding[] => {
    if (place.strength !== 'strong') {
      return [];
    }
    const event = known.get(token.text);
    if (event) {
      return findingAboutKnown(token, place, event) ?? [];
    }
    if (isDataCenterKey(token.text)) {
      // Beside Cloud keys only: by themselves they are right, for the other product.
      const isAmongCloudKeys = place.siblings.some((sibling) => known.has(sibling));
      return isAmongCloudKeys ? { token, kind: 'dataCenter', cloudKey: cloudKeyFor(token.text) } : [];
    }
    const isRightForConnect = place.kind === 'connectModule' && connectOnly.has(token.text);
    if (isRightForConnect || !looksLikeCloudAttempt(token.text)) {
      return [];
    }
    return {
      token,
      kind: 'unknown',
      candidates: candidatesFor(token.text, keys),
      isKnownMistake: rightKeysFor(token.text) !== undefined,
      origin,
    };
  });
}

function findingAboutKnown(token: KeyToken, place: StrongPlace, event: CatalogEvent): Finding | undefined {
  if (place.repeated && listKinds.has(place.kind)) {
    return { token, kind: 'duplicate' };
  }
  const { subjectType } = place;
  // Which subject type has which event, only Bitbucket itself knows for sure.
  if (subjectType !== undefined && event.origin.kind !== 'bundled' && !event.subjectTypes.includes(subjectType)) {
    return { token, kind: 'otherSubjectType', subjectType, subjectTypes: event.subjectTypes };
  }
  return undefined;
}
