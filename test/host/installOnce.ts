import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cleanUpAtExit } from './cleanup';
import { cacheFolder } from './paths';

/**
 * Returns the folder `name` of the cache, made by `fill` unless it is there already.
 *
 * `fill` works in a folder beside it that is renamed at the end, so an interrupted installation is never taken for a
 * whole one, and of two processes that install at once the slower uses what the faster made.
 */
export async function installOnce(
  name: string,
  what: string,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = join(cacheFolder, name);
  if (existsSync(folder)) {
    return folder;
  }
  removeAbandoned(name);
  const partial = join(cacheFolder, `${name}.partial-${process.pid}`);
  mkdirSync(partial, { recursive: true });
  const removePartial = cleanUpAtExit(() => {
    rmSync(partial, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });
  try {
    const started = Date.now();
    console.log(`Installing ${what} into .vscode-test (once; under a minute on a fast network) …`);
    await fill(partial);
    moveIntoPlace(partial, folder);
    console.log(`Installed ${what} in ${Math.round((Date.now() - started) / 1000)} s.`);
    return folder;
  } catch (cause) {
    throw new Error(`Could not install ${what}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  } finally {
    await removePartial();
  }
}

function moveIntoPlace(partial: string, folder: string): void {
  try {
    renameSync(partial, folder);
  } catch (error) {
    if (!existsSync(folder)) {
      throw error;
    }
  }
}

/** Removes what a process left behind that was killed while it installed. */
function removeAbandoned(name: string): void {
  const prefix = `${name}.partial-`;
  const left = existsSync(cacheFolder) ? readdirSync(cacheFolder).filter((entry) => entry.startsWith(prefix)) : [];
  for (const entry of left.filter((candidate) => !isRunning(Number(candidate.slice(prefix.length))))) {
    rmSync(join(cacheFolder, entry), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) {
    return false; // The number of a process that is gone, come round again: usual in containers.
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
