import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, repositoryRoot } from './paths';

const folder = join(cacheFolder, 'start');

/** What `npm start` keeps apart from the user's own VS Code. */
export const startFolders = {
  userData: join(folder, 'user'),
  extensions: join(folder, 'extensions'),
};

/** The extension that shows the view. */
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

/** The place in such a copy where there is something to type, as `file:line:column`: the list item that is left empty. */
export function placeToType(workspace: string): string {
  const file = join(workspace, 'bitbucket-triggers.yml');
  const lines = readFileSync(file, 'utf8').split(/\r?\n/);
  const line = lines.findLastIndex((text) => text.trim() === '-');
  return `${file}:${line + 1}:${(lines[line]?.length ?? 0) + 1}`;
}
