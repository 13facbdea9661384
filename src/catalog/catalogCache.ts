import * as v from 'valibot';
import type { Log } from '../bitbucket/log';
import { type CacheFolder, replaceFiles } from './cacheFolder';
import { type CachedCatalog, mergeCatalogs } from './storedList';

/** Of the files; those of another format count as broken. */
const format = 1;
/** A broken file younger than this may be one that another window is just writing. Milliseconds. */
const longestWrite = 60_000;
/** How often to look again where other windows replace the files while they are read. */
const maxTries = 5;

const event = v.object({ key: v.string(), category: v.string(), label: v.string(), description: v.string() });
const events = v.pipe(
  v.array(event),
  v.check((rows) => new Set(rows.map(({ key }) => key)).size === rows.length, 'the same event twice'),
);
/** @param now Later dates come from a clock that was wrong; they would keep a list fresh for ever. */
const fileSchema = (now: number) => {
  const date = v.pipe(
    v.number(),
    v.check((milliseconds) => milliseconds >= 0 && milliseconds <= now, 'a date in the past'),
  );
  return v.object({
    format: v.pipe(
      v.number(),
      v.check((number) => number === format, `format ${format}`),
    ),
    apiBaseUrl: v.string(),
    date,
    subjectTypes: v.array(
      v.object({
        name: v.string(),
        eventsUrl: v.string(),
        list: v.pipe(
          v.nullish(v.object({ events, date })),
          v.transform((list) => list ?? undefined),
        ),
      }),
    ),
  });
};

interface CacheFile {
  readonly name: string;
  /** `undefined` where the file can't be used. */
  readonly catalog: CachedCatalog | undefined;
  /** Whose name is like ours, but not its content; or that could not be read. */
  readonly mustStay?: boolean;
}

/**
 * Keeps the last complete lists of each API between windows. Every write makes a new file with what the older ones have
 * and only then removes those, so whatever happens in the middle of a write, and however many windows write at once, all
 * that was ever written whole is there. A broken file is passed over, and removed by a later write.
 */
export class CatalogCache {
  private writing = Promise.resolve();

  constructor(
    private readonly folder: CacheFolder,
    private readonly log: Log,
    private readonly now: () => number = Date.now,
  ) {}

  /** What is kept of an API; `undefined` where nothing is, or nothing that can be used. Never rejects. */
  async read(apiBaseUrl: string): Promise<CachedCatalog | undefined> {
    try {
      let names: readonly string[] = [];
      let merged: CachedCatalog | undefined;
      for (let tries = 1; tries <= maxTries; tries++) {
        const namesNow = await this.list(apiBaseUrl);
        if (String(namesNow) === String(names)) {
          break;
        }
        names = namesNow;
        const files = await this.readFiles(names, apiBaseUrl);
        merged = mergeCatalogs([merged, ...files.map(({ catalog }) => catalog)]);
        if (files.every(({ catalog }) => catalog)) {
          break;
        }
        // Another window may have put newer files in place of those that couldn't be read.
      }
      return merged;
    } catch (error) {
      this.log.warn(`The cache could not be read: ${String(error)}`);
    }
    return undefined;
  }

  /** Keeps what is known of an API, with the newer lists of other windows. Never rejects. */
  write(apiBaseUrl: string, catalog: CachedCatalog): Promise<void> {
    this.writing = this.writing.then(() => this.writeNow(apiBaseUrl, catalog));
    return this.writing;
  }

  private async writeNow(apiBaseUrl: string, catalog: CachedCatalog): Promise<void> {
    try {
      const older = await this.readFiles(await this.list(apiBaseUrl), apiBaseUrl);
      const merged = mergeCatalogs([catalog, ...older.map((file) => file.catalog)]);
      const replaced = older.filter((file) => file.catalog ?? (!file.mustStay && this.isOld(file.name)));
      const text = JSON.stringify({ format, apiBaseUrl, ...merged });
      const names = replaced.map(({ name }) => name);
      await replaceFiles(this.folder, names, prefix(apiBaseUrl), text, this.log, this.now());
    } catch (error) {
      this.log.warn(`The cache could not be written: ${String(error)}`);
    }
  }

  private async list(apiBaseUrl: string): Promise<string[]> {
    const names = await this.folder.list();
    return names.filter((name) => name.startsWith(prefix(apiBaseUrl))).sort();
  }

  private readFiles(names: readonly string[], apiBaseUrl: string): Promise<CacheFile[]> {
    return Promise.all(names.map((name) => this.readFile(name, apiBaseUrl)));
  }

  private async readFile(name: string, apiBaseUrl: string): Promise<CacheFile> {
    let text: string;
    try {
      text = await this.folder.read(name);
    } catch (error) {
      this.log.warn(`The cache file ${name} could not be read: ${String(error)}`);
      return { name, catalog: undefined, mustStay: true };
    }
    try {
      const content = v.parse(fileSchema(this.now()), JSON.parse(text));
      if (content.apiBaseUrl === apiBaseUrl) {
        return { name, catalog: { date: content.date, subjectTypes: content.subjectTypes } };
      }
      this.log.info(`The cache file ${name} is of another API and is passed over`);
      return { name, catalog: undefined, mustStay: true };
    } catch (error) {
      this.log.warn(`The cache file ${name} can't be used and is passed over: ${String(error)}`);
      return { name, catalog: undefined };
    }
  }

  private isOld(name: string): boolean {
    const [, time] = /-(\d+)-[^-]*$/.exec(name) ?? [];
    return Math.abs(this.now() - Number(time ?? 0)) > longestWrite;
  }
}

/** A long address is cut, and others look alike in it: the file itself decides. */
function prefix(apiBaseUrl: string): string {
  return `events-${apiBaseUrl.replace(/[^a-z0-9]+/gi, '_').slice(0, 80)}-`;
}
