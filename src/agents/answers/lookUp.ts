import type { CatalogEvent, EventCatalog } from '../../catalog/eventCatalog';
import { eventIndex, type FoundEvents } from '../../catalog/eventIndex';
import { leastSure, type ListOrigin } from '../../catalog/storedList';
import type { EventRecord } from '../../events/event';
import { events as records } from '../../events/events';
import { type CheckedKey, checkKeys } from './checkKeys';
import { firstWithin } from './firstWithin';
import type { LookupInput } from './input';

/** An answer must not flood a prompt. That many events are far more than Bitbucket has. */
const maxEvents = 100;
/** All events of an answer together, and likewise all checked keys, in characters of JSON: some 6,000 tokens. */
const maxListLength = 20_000;
/** The names of subject types in one list, likewise. Bitbucket has four. */
const maxNamesLength = 500;

/** What an assistant is told; it becomes JSON, so that Bitbucket's texts stay strings in it. */
interface LookupAnswer {
  /** Where the list comes from: Bitbucket just now, its answer of a former day, or the extension itself. */
  readonly list: { readonly origin: ListOrigin['kind']; readonly date?: string };
  readonly subjectTypes: readonly string[];
  readonly events?: readonly FoundEvent[];
  /** Events that were found and aren't in the answer. */
  readonly eventsLeftOut?: number;
  readonly checkedKeys?: readonly CheckedKey[];
  /** Keys that were given and aren't in the answer. */
  readonly keysLeftOut?: number;
  readonly note?: string;
}

/** An event with Bitbucket's texts, and with ours on what it means. */
interface FoundEvent extends Omit<CatalogEvent, 'origin'>, Pick<EventRecord, 'forge' | 'pipelines' | 'removed'> {
  readonly meaning?: string;
}

/**
 * Answers from what the catalogue knows now. Without keys, or with a query beside them, it lists events; keys are
 * checked. Throws what the model needs to know where there is no such subject type.
 */
export function lookUp(
  catalog: Pick<EventCatalog, 'listSubjectTypes' | 'listKnownEvents'>,
  { query, subjectType, keys }: LookupInput,
): LookupAnswer {
  const { names, origin } = catalog.listSubjectTypes();
  const subjectTypes = firstWithin(names, maxNamesLength);
  if (subjectType !== '' && !names.includes(subjectType)) {
    throw new Error(
      `There is no subject type ${JSON.stringify(subjectType)}. Subject types: ${JSON.stringify(subjectTypes)}. Call again with one of them, or without "subjectType".`,
    );
  }
  const known = catalog.listKnownEvents();
  const checked = keys ? checkKeys(keys, known, subjectType).map(bounded) : undefined;
  const found = !keys || query !== '' ? find(known, query, subjectType) : undefined;
  const checkedKeys = checked && firstWithin(checked, maxListLength);
  const events = found && firstWithin(found.events.slice(0, maxEvents).map(foundEvent), maxListLength);
  const keysLeftOut = (checked?.length ?? 0) - (checkedKeys?.length ?? 0);
  const eventsLeftOut = (found?.events.length ?? 0) - (events?.length ?? 0);
  const notes = [
    found?.events.length === 0 && 'No event matches the query. Call without "query" for all events.',
    found?.isExact === false &&
      found.events.length > 0 &&
      'No event matches every word of the query; these are the nearest.',
    eventsLeftOut > 0 && 'Not all events are listed. Narrow with "query" or "subjectType".',
    keysLeftOut > 0 && 'Not all keys are checked. Call again with fewer.',
  ].filter((note) => typeof note === 'string');
  return {
    list: describeOrigin(leastSure([origin, ...known.map((event) => event.origin)])),
    subjectTypes,
    ...(checkedKeys && { checkedKeys }),
    ...(keysLeftOut > 0 && { keysLeftOut }),
    ...(events && { events }),
    ...(eventsLeftOut > 0 && { eventsLeftOut }),
    ...(notes.length > 0 && { note: notes.join(' ') }),
  };
}

function describeOrigin(origin: ListOrigin): LookupAnswer['list'] {
  return origin.kind === 'live'
    ? { origin: 'live' }
    : { origin: origin.kind, date: origin.date.toISOString().slice(0, 10) };
}

function find(known: readonly CatalogEvent[], query: string, subjectType: string): FoundEvents<CatalogEvent> {
  const ofSubjectType = known.filter((event) => subjectType === '' || event.subjectTypes.includes(subjectType));
  return eventIndex(ofSubjectType)(query);
}

function foundEvent({ key, label, category, description, subjectTypes }: CatalogEvent): FoundEvent {
  const { meaning, forge, pipelines, removed } = records.get(key) ?? {};
  return {
    key,
    label,
    category,
    description,
    ...(meaning !== undefined && { meaning }),
    subjectTypes: firstWithin(subjectTypes, maxNamesLength),
    ...(forge !== undefined && { forge }),
    ...(pipelines && { pipelines }),
    ...(removed && { removed }),
  };
}

function bounded(checked: CheckedKey): CheckedKey {
  return 'subjectTypes' in checked
    ? { ...checked, subjectTypes: firstWithin(checked.subjectTypes, maxNamesLength) }
    : checked;
}
