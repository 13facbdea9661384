import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, repositoryRoot } from './paths';

const folder = join(cacheFolder, 'start');

/** What `npm start` keeps apart from the user's own VS Code. */
export const startFolders = {
  userData: join(folder, 'user'),
  extensions: join(folder, 'extensions'),
};

/** The extension that opens what there is to try. */
export const openerFolder = join(repositoryRoot, 'test', 'host', 'opener');

/**
 * A copy of the example workspace to play with, so that the checkout stays clean; laid out anew at each start. It is
 * always in the same place, where VS Code finds its own notes on it again.
 */
export function copyExampleWorkspace(): string {
  const copy = join(folder, 'workspace');
  rmSync(copy, { recursive: true, force: true });
  cpSync(join(repositoryRoot, 'test', 'workspace'), copy, { recursive: true });
  return copy;
}
