import type { CatalogEvent, EventCatalog } from '../../catalog/eventCatalog';
import { leastSure, type ListOrigin } from '../../catalog/storedList';
import { keysFor } from '../../events/dialects';
import type { EventRecord } from '../../events/event';
import { events as records } from '../../events/events';
import { type CheckedKey, checkKeys } from './checkKeys';
import type { LookupInput } from './input';
import { searchEvents } from './searchEvents';

/** An answer must not flood a prompt. That many events are far more than Bitbucket has. */
const maxEvents = 100;
/** All events of an answer together, in characters of JSON: some 6,000 tokens. */
const maxEventsLength = 20_000;
const maxSubjectTypes = 50;

/** What an assistant is told; it becomes JSON, so that Bitbucket's texts stay strings in it. */
interface LookupAnswer {
  /** Where the list comes from: Bitbucket just now, its answer of a former day, or the extension itself. */
  readonly list: { readonly origin: ListOrigin['kind']; readonly date?: string };
  readonly subjectTypes: readonly string[];
  readonly events?: readonly FoundEvent[];
  /** Events that were found and aren't in the answer. */
  readonly eventsLeftOut?: number;
  readonly checkedKeys?: readonly CheckedKey[];
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
  const subjectTypes = names.slice(0, maxSubjectTypes);
  if (subjectType !== '' && !names.includes(subjectType)) {
    throw new Error(
      `There is no subject type ${JSON.stringify(subjectType)}. Subject types: ${JSON.stringify(subjectTypes)}. Call again with one of them, or without "subjectType".`,
    );
  }
  const known = catalog.listKnownEvents();
  return {
    list: describeOrigin(leastSure([origin, ...known.map((event) => event.origin)])),
    subjectTypes,
    ...(keys && { checkedKeys: checkKeys(keys, known, subjectType) }),
    ...((!keys || query !== '') && listEvents(known, query, subjectType)),
  };
}

function describeOrigin(origin: ListOrigin): LookupAnswer['list'] {
  return origin.kind === 'live'
    ? { origin: 'live' }
    : { origin: origin.kind, date: origin.date.toISOString().slice(0, 10) };
}

function listEvents(
  known: readonly CatalogEvent[],
  query: string,
  subjectType: string,
): Pick<LookupAnswer, 'events' | 'eventsLeftOut' | 'note'> {
  const ofSubjectType = known.filter((event) => subjectType === '' || event.subjectTypes.includes(subjectType));
  // What Forge, Pipelines or Data Center call it says exactly which.
  const named = keysFor(query);
  const { events, matchesAll } =
    query === ''
      ? { events: ofSubjectType, matchesAll: true }
      : named.length > 0
        ? { events: ofSubjectType.filter(({ key }) => named.includes(key)), matchesAll: true }
        : searchEvents(ofSubjectType, query);
  const listed = firstEvents(events);
  const notes = [
    events.length === 0 && 'No event matches the query. Call without "query" for all events.',
    events.length > 0 && !matchesAll && 'No event matches every word of the query; these match most of them.',
    listed.length < events.length && 'Not all events are listed. Narrow with "query" or "subjectType".',
  ].filter((note) => note !== false);
  return {
    events: listed,
    ...(listed.length < events.length && { eventsLeftOut: events.length - listed.length }),
    ...(notes.length > 0 && { note: notes.join(' ') }),
  };
}

/** As many events as an answer may hold, and at least one. */
function firstEvents(events: readonly CatalogEvent[]): FoundEvent[] {
  const first: FoundEvent[] = [];
  let length = 0;
  for (const { key, label, category, description, subjectTypes } of events.slice(0, maxEvents)) {
    const { meaning, forge, pipelines, removed } = records.get(key) ?? {};
    const event = {
      key,
      label,
      category,
      description,
      ...(meaning !== undefined && { meaning }),
      subjectTypes: subjectTypes.slice(0, maxSubjectTypes),
      ...(forge !== undefined && { forge }),
      ...(pipelines && { pipelines }),
      ...(removed && { removed }),
    };
    length += JSON.stringify(event).length;
    if (length > maxEventsLength && first.length > 0) {
      break;
    }
    first.push(event);
  }
  return first;
}
