import type { Log } from '../bitbucket/log';

/** A folder of small text files: VS Code's global storage, or any other. Every method rejects where it can't. */
export interface CacheFolder {
  /** The names of the files; none where there is no folder yet. */
  list(): Promise<readonly string[]>;
  read(name: string): Promise<string>;
  /** Makes a new file, and the folder where there is none. */
  write(name: string, text: string): Promise<void>;
  delete(name: string): Promise<void>;
}

/**
 * Puts a new file in the place of others: writes it, and only then deletes those, so that whatever happens in between, all
 * that was there before is still there. Names sort by time, with something by chance where it stands still.
 *
 * @param text What the new one holds; without it, none is written.
 * @param now Milliseconds since 1970.
 */
export async function replaceFiles(
  folder: CacheFolder,
  older: readonly string[],
  prefix: string,
  text: string | undefined,
  log: Log,
  now = Date.now(),
): Promise<void> {
  if (text !== undefined) {
    await folder.write(`${prefix}${String(now).padStart(15, '0')}-${Math.random().toString(36).slice(2)}.json`, text);
  }
  await Promise.all(
    older.map(async (name) => {
      try {
        await folder.delete(name);
      } catch (error) {
        // Another window may have deleted it already.
        log.info(`${name} could not be deleted: ${String(error)}`);
      }
    }),
  );
}
