import type { EventCatalog } from '../../src/catalog/eventCatalog';
import type { BitbucketError } from '../../src/bitbucket/fault';
import type { ListOrigin } from '../../src/catalog/storedList';

/** What somebody sees who opens the view, expands everything and asks for more until there is no more. */
export interface Seen {
  /** The line of each list (`''`: of the subject types): where it comes from, how long it is if live, and its fault. */
  readonly lists: Readonly<Record<string, string>>;
  /** How many times something was loaded. */
  readonly loads: number;
}

export async function browse(catalog: EventCatalog): Promise<Seen> {
  let loads = 0;
  const load = async (loading: Promise<void> | undefined) => {
    loads += loading ? 1 : 0;
    await loading;
  };
  await load(catalog.loadSubjectTypes());
  const subjectTypes = catalog.listSubjectTypes();
  const lists: [string, string][] = [['', describe(subjectTypes.origin, subjectTypes.names, subjectTypes.fault)]];
  for (const name of subjectTypes.names) {
    await load(catalog.loadEvents(name));
    while (catalog.listEvents(name).hasMore && !catalog.listEvents(name).fault) {
      await load(catalog.loadMoreEvents(name));
    }
    const { origin, events, fault } = catalog.listEvents(name);
    lists.push([name, describe(origin, events, fault)]);
  }
  return { lists: Object.fromEntries(lists), loads };
}

function describe(origin: ListOrigin, rows: readonly unknown[], error: BitbucketError | undefined): string {
  const fault = error?.fault;
  return [
    origin.kind === 'live' ? `${rows.length} live` : origin.kind,
    ...(fault ? [fault.kind === 'status' ? `HTTP ${fault.status}` : fault.kind] : []),
  ].join(', ');
}
