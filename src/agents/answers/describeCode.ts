import type { Place } from '../../hooks/comparison/collect';
import type { ComparedEvent, Comparison, Conclusion } from '../../hooks/comparison/compare';

/** An answer must not flood a prompt: so many places of an event tell enough. */
const maxPlaces = 20;
const maxEvents = 100;

/** What an assistant is told of the code; places are `path:line`, with paths relative to the folder. */
interface CodeAnswer {
  readonly filesRead: number;
  /** Files that were too large, no text, or couldn't be read; those that were not reached any more. */
  readonly filesLeftOut: number;
  readonly events: readonly CodeEvent[];
  /** Places that take whatever begins so, such as prefix tests: `pullrequest:*`. */
  readonly catchAlls: readonly { readonly pattern: string; readonly places: readonly string[] }[];
  readonly eventsLeftOut?: number;
}

interface CodeEvent {
  readonly key: string;
  readonly conclusion: Conclusion;
  readonly useInstead?: readonly string[];
  readonly handles?: readonly string[];
  readonly subscribes?: readonly string[];
  readonly perhapsHandles?: readonly string[];
  readonly testsAndSamples?: readonly string[];
}

/** @param key The event that was asked about; all, where it is empty. */
export function describeCode({ events, catchAlls, files, read }: Comparison, key: string): CodeAnswer {
  const asked = events.filter((event) => key === '' || event.key === key);
  return {
    filesRead: read,
    filesLeftOut: files - read,
    events: asked.slice(0, maxEvents).map(describeEvent),
    catchAlls: catchAlls
      .filter(({ prefix }) => key.startsWith(prefix) || key === '')
      .map(({ prefix, places }) => ({ pattern: `${prefix}*`, places: addresses(places) })),
    ...(asked.length > maxEvents && { eventsLeftOut: asked.length - maxEvents }),
  };
}

function describeEvent(event: ComparedEvent): CodeEvent {
  const { key, conclusion, rightKeys, handles, subscribes, perhapsHandles, tests } = event;
  return {
    key,
    conclusion,
    ...(rightKeys.length > 0 && { useInstead: rightKeys }),
    ...(handles.length > 0 && { handles: addresses(handles) }),
    ...(subscribes.length > 0 && { subscribes: addresses(subscribes) }),
    ...(perhapsHandles.length > 0 && { perhapsHandles: addresses(perhapsHandles) }),
    ...(tests.length > 0 && { testsAndSamples: addresses(tests) }),
  };
}

function addresses(places: readonly Place[]): string[] {
  return places.slice(0, maxPlaces).map(({ file, line }) => `${file.path}:${line}`);
}
