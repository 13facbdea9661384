import { BitbucketClient, type ClientOptions } from '../../src/bitbucket/bitbucketClient';
import { platformFetch } from '#platformFetch';
import { bundledList } from '../../src/catalog/bundled/bundledList';
import { CatalogCache } from '../../src/catalog/catalogCache';
import { type CatalogOptions, EventCatalog } from '../../src/catalog/eventCatalog';
import { MemoryFolder } from './memoryFolder';
import { silentLog } from './silentLog';

/** A client as the extension has it, but for a quick retry. */
export function createClient(options: ClientOptions): BitbucketClient {
  return new BitbucketClient({ retryDelay: 1, ...options }, platformFetch, silentLog);
}

export interface TestCatalogOptions extends Partial<CatalogOptions> {
  readonly baseUrl: string;
  /** Where the cache keeps its files; one of its own by default. */
  readonly folder?: MemoryFolder;
}

/** A catalogue as the extension has it, with a cache in memory. */
export function createCatalog({ baseUrl, folder = new MemoryFolder(), ...options }: TestCatalogOptions): EventCatalog {
  return new EventCatalog({
    client: createClient({ baseUrl }),
    bundled: bundledList,
    cache: new CatalogCache(folder, silentLog, options.now),
    refreshInterval: () => 24 * 3_600_000,
    ...options,
  });
}
