import type { CatalogEvent } from '../../catalog/eventCatalog';
import { eventIndex } from '../../catalog/eventIndex';
import { eventKeyOfPath, fileNameOf } from '../../events/fileNames';
import { candidatesFor, isKnownMistake } from '../../language/keys/candidates';

/** A file that is named as those with bodies are, but after no event: `pullrequest-merged.bitbucket.json`. */
export interface MisnamedFile {
  /** What stands where the event belongs: `pullrequest-merged`. */
  readonly written: string;
  /** The same in words. */
  readonly query: string;
  /** The keys that are probably meant, the best first; none where nothing is near. */
  readonly keys: readonly string[];
  /** What the file would be called after an event. */
  readonly nameFor: (key: string) => string;
}

const maxKeys = 2;
/** Among more, none is meant more than the others. */
const maxFound = 3;

/** `undefined` of a file that is named after an event, or isn't named as such files are. */
export function misnamedFile(path: string, events: readonly CatalogEvent[]): MisnamedFile | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const keys = events.map(({ key }) => key);
  if (!name.endsWith('.bitbucket.json') || eventKeyOfPath(path, keys, false) !== undefined) {
    return undefined;
  }
  const written = name.slice(0, name.indexOf('.'));
  const rest = name.slice(written.length);
  const query = written.replace(/[-_]+/g, ' ').trim();
  return { written, query, keys: keysMeantBy(written, query, events, keys), nameFor: (key) => fileNameOf(key) + rest };
}

function keysMeantBy(
  written: string,
  query: string,
  events: readonly CatalogEvent[],
  keys: readonly string[],
): readonly string[] {
  const key = written.replace(/[-_]/, ':');
  if (isKnownMistake(key, (text) => keys.includes(text)) || keys.includes(key)) {
    return candidatesFor(key, keys).slice(0, maxKeys);
  }
  const found = eventIndex(events)(query);
  if (found.isExact && found.events.length <= maxFound) {
    return found.events.slice(0, 1).map((event) => event.key);
  }
  return candidatesFor(key, keys).slice(0, maxKeys);
}
