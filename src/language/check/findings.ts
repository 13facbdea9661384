import type { CatalogEvent } from '../../catalog/eventCatalog';
import { leastSure } from '../../catalog/leastSure';
import type { ListOrigin } from '../../catalog/storedList';
import { candidatesFor } from '../keys/candidates';
import { cloudKeyFor, isDataCenterKey } from '../keys/dataCenter';
import { rightKeysFor } from '../keys/synonyms';
import {
  type Found,
  type Judge,
  type KeyToken,
  looksLikeCloudAttempt,
  type StrongPlace,
  type SubjectType,
  type Verdict,
} from '../scan';

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

/** So many texts are remembered; a large document of another kind may hold any number of words with colons. */
const maxTexts = 10_000;

/** Looks up the keys of documents in the events that are known. */
export class KeyLookup {
  private readonly known: ReadonlyMap<string, CatalogEvent>;
  private readonly keys: readonly string[];
  private readonly origin: ListOrigin;
  private readonly verdicts = new Map<string, Verdict>();
  private readonly candidates = new Map<string, readonly string[]>();

  constructor(events: readonly CatalogEvent[]) {
    this.known = new Map(events.map((event) => [event.key, event]));
    this.keys = [...this.known.keys()];
    this.origin = leastSure(events.map(({ origin }) => origin));
  }

  /** What can be said of a text without its place: `findingsIn` has nothing to say of one that isn't `doubtful`, or repeated. */
  readonly judge: Judge = (text) => {
    return this.verdicts.get(text) ?? remember(this.verdicts, text, this.verdictOn(text));
  };

  /** What is wrong with keys in a document that speaks of Bitbucket; only with those that stand where keys are expected. */
  findingsIn(found: readonly Found[]): Finding[] {
    return found.flatMap(({ token, place }) =>
      place.strength === 'strong' ? (this.findingAbout(token, place) ?? []) : [],
    );
  }

  private verdictOn(text: string): Verdict {
    const event = this.known.get(text);
    if (event) {
      return hasSubjectTypes(event) ? 'right' : 'doubtful';
    }
    return isDataCenterKey(text) || looksLikeCloudAttempt(text) ? 'doubtful' : 'ignored';
  }

  private isAmongKeys({ siblings }: StrongPlace): boolean {
    return siblings.some((sibling) => this.known.has(sibling));
  }

  private findingAbout(token: KeyToken, place: StrongPlace): Finding | undefined {
    const { text } = token;
    const event = this.known.get(text);
    if (event) {
      return findingAboutKnown(token, place, event);
    }
    if (isDataCenterKey(text)) {
      // Beside Cloud keys only: by themselves they are right, for the other product.
      return this.isAmongKeys(place) ? { token, kind: 'dataCenter', cloudKey: cloudKeyFor(text) } : undefined;
    }
    const isRightForConnect = place.kind === 'connectModule' && connectOnly.has(text);
    if (isRightForConnect || !looksLikeCloudAttempt(text)) {
      return undefined;
    }
    const candidates = this.candidates.get(text) ?? remember(this.candidates, text, candidatesFor(text, this.keys));
    const isKnownMistake = rightKeysFor(text) !== undefined;
    // `build:css` and `build:js` vouch for each other as attempts; what has to do with no key is somebody else's.
    const isMeant = place.certain || isKnownMistake || candidates.length > 0 || this.isAmongKeys(place);
    return isMeant ? { token, kind: 'unknown', candidates, isKnownMistake, origin: this.origin } : undefined;
  }
}

function remember<T>(map: Map<string, T>, text: string, value: T): T {
  if (map.size >= maxTexts) {
    map.clear();
  }
  map.set(text, value);
  return value;
}

function findingAboutKnown(token: KeyToken, place: StrongPlace, event: CatalogEvent): Finding | undefined {
  if (place.repeated && listKinds.has(place.kind)) {
    return { token, kind: 'duplicate' };
  }
  const { subjectType } = place;
  if (subjectType !== undefined && isMissingIn(subjectType, event)) {
    return { token, kind: 'otherSubjectType', subjectType, subjectTypes: event.subjectTypes };
  }
  return undefined;
}

/** Which subject type has which event, only Bitbucket itself knows for sure. */
function isMissingIn(subjectType: SubjectType, { origin, subjectTypes }: CatalogEvent): boolean {
  return origin.kind !== 'bundled' && !subjectTypes.includes(subjectType);
}

/** No document can name a subject type that doesn't have the event, as far as is known. */
function hasSubjectTypes(event: CatalogEvent): boolean {
  return !isMissingIn('workspace', event) && !isMissingIn('repository', event);
}
