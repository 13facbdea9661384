import type { Uri } from 'vscode';

/** The last part of an address: a file's name. */
export function basename({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
