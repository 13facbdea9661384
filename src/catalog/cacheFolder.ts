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

/** What became of files that were to be replaced. */
interface Replacement {
  /** The new file; none where there was nothing to write. */
  readonly written: string | undefined;
  /** Those that are still there. */
  readonly left: readonly string[];
}

/**
 * Puts a new file in the place of others: writes it, and only then deletes those, so that whatever happens in between, all
 * that was there before is still there. Names sort by time, with something by chance where it stands still. Rejects where
 * the new file can't be written, and leaves no part of it.
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
): Promise<Replacement> {
  const name = `${prefix}${String(now).padStart(15, '0')}-${Math.random().toString(36).slice(2)}.json`;
  if (text !== undefined) {
    try {
      await folder.write(name, text);
    } catch (error) {
      // On a full disk, what fits may be there.
      await folder.delete(name).catch(() => undefined);
      throw error;
    }
  }
  const failed = await deleteFiles(folder, older, log);
  // Another window may have deleted some already.
  const left = failed.length === 0 ? [] : (await folder.list()).filter((each) => failed.includes(each));
  return { written: text === undefined ? undefined : name, left };
}

/** @returns those that could not be deleted. */
async function deleteFiles(folder: CacheFolder, names: readonly string[], log: Log): Promise<string[]> {
  const failed: string[] = [];
  await Promise.all(
    names.map(async (name) => {
      try {
        await folder.delete(name);
      } catch (error) {
        log.info(`${name} could not be deleted: ${String(error)}`);
        failed.push(name);
      }
    }),
  );
  return failed;
}
