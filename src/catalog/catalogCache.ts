import * as v from 'valibot';
import type { Log } from '../bitbucket/log';
import type { CacheFolder } from './cacheFolder';
import type { CachedCatalog } from './storedList';

/** Of the files; those of another format count as broken. */
const format = 1;

const event = v.object({ key: v.string(), category: v.string(), label: v.string(), description: v.string() });
const list = v.object({ events: v.array(event), date: v.number() });
const file = v.object({
  format: v.literal(format),
  apiBaseUrl: v.string(),
  date: v.number(),
  subjectTypes: v.array(v.object({ name: v.string(), eventsUrl: v.string(), list: v.optional(list) })),
});

/**
 * Keeps the last complete lists of each API between windows. Every write makes a new file and only then removes the
 * older ones, so whatever happens in the middle of a write, and however many windows write at once, an older whole
 * file is there. A broken one is passed over, and removed by the next write.
 */
export class CatalogCache {
  private lastTime = 0;

  constructor(
    private readonly folder: CacheFolder,
    private readonly log: Log,
    private readonly now: () => number = Date.now,
  ) {}

  /** What is kept of an API; `undefined` where nothing is, or nothing that can be used. Never rejects. */
  async read(apiBaseUrl: string): Promise<CachedCatalog | undefined> {
    try {
      for (const name of await this.newestFirst(apiBaseUrl)) {
        const cached = await this.readFile(name, apiBaseUrl);
        if (cached) {
          return cached;
        }
      }
    } catch (error) {
      this.log.warn(`The cache could not be read: ${String(error)}`);
    }
    return undefined;
  }

  /** Keeps what is known of an API, with the newer lists of other windows. Never rejects. */
  async write(apiBaseUrl: string, catalog: CachedCatalog): Promise<void> {
    try {
      const older = await this.newestFirst(apiBaseUrl);
      const merged = merge(catalog, await this.read(apiBaseUrl));
      await this.folder.write(
        `${prefix(apiBaseUrl)}${this.nextTime()}-${randomName()}.json`,
        JSON.stringify({ format, apiBaseUrl, ...merged }),
      );
      await Promise.all(older.map((name) => this.deleteFile(name)));
    } catch (error) {
      this.log.warn(`The cache could not be written: ${String(error)}`);
    }
  }

  private async newestFirst(apiBaseUrl: string): Promise<string[]> {
    const start = prefix(apiBaseUrl);
    const names = await this.folder.list();
    return names
      .filter((name) => name.startsWith(start))
      .sort()
      .reverse();
  }

  private async readFile(name: string, apiBaseUrl: string): Promise<CachedCatalog | undefined> {
    try {
      const cached = v.parse(file, JSON.parse(await this.folder.read(name)));
      if (cached.apiBaseUrl === apiBaseUrl) {
        return { date: cached.date, subjectTypes: cached.subjectTypes };
      }
    } catch (error) {
      this.log.warn(`The cache file ${name} can't be used and is passed over: ${String(error)}`);
    }
    return undefined;
  }

  /** Another window may have deleted it already. */
  private async deleteFile(name: string): Promise<void> {
    try {
      await this.folder.delete(name);
    } catch (error) {
      this.log.debug(`The cache file ${name} could not be deleted: ${String(error)}`);
    }
  }

  /** The time as fixed-width text, so that names sort by it; never the same twice. */
  private nextTime(): string {
    this.lastTime = Math.max(this.lastTime + 1, this.now());
    return String(this.lastTime).padStart(15, '0');
  }
}

/** Names tell the API, so that one's files never hide another's; a long name is cut, and the file itself decides. */
function prefix(apiBaseUrl: string): string {
  return `events-${apiBaseUrl.replace(/[^a-z0-9]+/gi, '_').slice(0, 80)}-`;
}

function randomName(): string {
  return Math.random().toString(36).slice(2, 8);
}

/** Of each subject type that the first knows, the newer list. */
function merge(catalog: CachedCatalog, other: CachedCatalog | undefined): CachedCatalog {
  const others = new Map(other?.subjectTypes.map((subjectType) => [subjectType.name, subjectType]));
  return {
    date: catalog.date,
    subjectTypes: catalog.subjectTypes.map((subjectType) => {
      const { list: otherList } = others.get(subjectType.name) ?? {};
      const isNewer = otherList && otherList.date > (subjectType.list?.date ?? -Infinity);
      return isNewer ? { ...subjectType, list: otherList } : subjectType;
    }),
  };
}
