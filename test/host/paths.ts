import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The repository's root: the closest folder above the running script that has a package.json. */
export const repositoryRoot = closestPackage(import.meta.dirname);

/** Where everything that tests install is kept; @vscode/test-electron keeps its downloads there too. */
export const cacheFolder = join(repositoryRoot, '.vscode-test');

/** A script of this folder as esbuild leaves it. */
export const builtScript = (name: string): string => join(repositoryRoot, 'out', 'host', `${name}.mjs`);

function closestPackage(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) {
    return folder;
  }
  const parent = dirname(folder);
  if (parent === folder) {
    throw new Error(`No package.json above ${import.meta.dirname}. Run this from a checkout of the repository.`);
  }
  return closestPackage(parent);
}
