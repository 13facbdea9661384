import type { KnownEvents } from '../../language/keys/knownEvents';
import type { Collected, Place } from './collect';

/** What follows for an event from the places that use it, the most telling first. */
export type Conclusion =
  | 'mistake'
  | 'unknown'
  | 'removed'
  | 'handledOnly'
  | 'subscribedOnly'
  | 'perhapsHandled'
  | 'handledAndSubscribed'
  | 'testsOnly';

/** An event, or what is written for one, with the places that use it. */
export interface ComparedEvent {
  readonly key: string;
  readonly conclusion: Conclusion;
  /** What to write instead of a key that is none. */
  readonly rightKeys: readonly string[];
  readonly handles: readonly Place[];
  readonly subscribes: readonly Place[];
  /** Places that take several events, this one among them: prefix tests, wildcards, defaults. */
  readonly perhapsHandles: readonly Place[];
  readonly tests: readonly Place[];
}

/** Places that take all events that begin alike; any, where `prefix` is empty. */
export interface CatchAll {
  readonly prefix: string;
  readonly places: readonly Place[];
}

/** What code does with events. */
export interface Comparison extends Omit<Collected, 'places'> {
  readonly events: readonly ComparedEvent[];
  readonly catchAlls: readonly CatchAll[];
}

/**
 * What follows from the places that were found. Events are in the catalogue's order, and what isn't in it comes behind,
 * by name.
 */
export function compare(
  { places, ...collected }: Collected,
  events: KnownEvents,
  isRemoved: (key: string) => boolean,
): Comparison {
  const own = places.filter(({ isTest }) => !isTest);
  const catchAlls = [
    ...groupBy(
      own.filter(({ prefix }) => prefix !== undefined),
      ({ prefix = '' }) => prefix,
    ),
  ];
  const byKey = groupBy(
    places.filter(({ prefix }) => prefix === undefined),
    ({ text }) => text,
  );
  const order = [...events.listKnownEvents().map(({ key }) => key), ...[...byKey.keys()].sort()];
  const compared = [...new Set(order)].flatMap((key) => {
    const perhapsHandles = catchAlls.flatMap(([prefix, all]) => (key.startsWith(prefix) ? all : []));
    const event = comparedEvent(key, byKey.get(key) ?? [], perhapsHandles, events, isRemoved);
    return event ?? [];
  });
  return {
    ...collected,
    events: compared,
    catchAlls: catchAlls
      .map(([prefix, all]) => ({ prefix, places: all }))
      .sort((a, b) => b.prefix.localeCompare(a.prefix)),
  };
}

/** The keys that code handles, of events that webhooks can subscribe to. */
export function handledKeys({ events }: Comparison): string[] {
  return events
    .filter(({ conclusion, handles }) => handles.length > 0 && !/^(?:mistake|unknown|removed)$/.test(conclusion))
    .map(({ key }) => key);
}

/** The keys that are subscribed to, and that no code is seen to handle. */
export function unhandledKeys({ events }: Comparison): string[] {
  return events.filter(({ conclusion }) => conclusion === 'subscribedOnly').map(({ key }) => key);
}

function comparedEvent(
  key: string,
  places: readonly Place[],
  perhapsHandles: readonly Place[],
  events: KnownEvents,
  isRemoved: (key: string) => boolean,
): ComparedEvent | undefined {
  const own = places.filter(({ isTest }) => !isTest);
  const handles = own.filter(({ purpose }) => purpose === 'handles');
  const subscribes = own.filter(({ purpose }) => purpose === 'subscribes');
  const tests = places.filter(({ isTest }) => isTest);
  const findings = [...handles, ...subscribes].flatMap(({ finding = [] }) => finding);
  if (handles.length + subscribes.length + tests.length === 0) {
    return undefined;
  }
  const conclude = (): Conclusion => {
    if (handles.length + subscribes.length === 0) {
      return 'testsOnly';
    }
    if (events.findEvent(key) === undefined) {
      const isMistake = findings.some((finding) => finding.kind !== 'unknown' || finding.isKnownMistake);
      return isMistake ? 'mistake' : 'unknown';
    }
    if (isRemoved(key)) {
      return 'removed';
    }
    if (subscribes.length === 0) {
      return 'handledOnly';
    }
    return handles.length > 0
      ? 'handledAndSubscribed'
      : perhapsHandles.length > 0
        ? 'perhapsHandled'
        : 'subscribedOnly';
  };
  const rightKeys = findings.flatMap((finding) =>
    finding.kind === 'unknown' ? finding.candidates : finding.kind === 'dataCenter' ? (finding.cloudKey ?? []) : [],
  );
  return {
    key,
    conclusion: conclude(),
    rightKeys: [...new Set(rightKeys)],
    handles,
    subscribes,
    perhapsHandles,
    tests,
  };
}

function groupBy<Item>(items: readonly Item[], nameOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    groups.set(nameOf(item), [...(groups.get(nameOf(item)) ?? []), item]);
  }
  return groups;
}
