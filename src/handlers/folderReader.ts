import { Uri, workspace } from 'vscode';
import type { ProjectReader } from './generator/framework';

const utf8 = new TextDecoder();

/**
 * Reads files of a folder, of any file system; nothing outside of the workspace folder that it lies in. What was read
 * once is remembered, since several frameworks ask for the same files.
 */
export function folderReader(folder: Uri): ProjectReader {
  const root = workspace.getWorkspaceFolder(folder)?.uri ?? folder;
  const depth = partsBetween(root, folder).length;
  const texts = new Map<string, Promise<string | undefined>>();
  const inside = (path: string): Uri | undefined => {
    const uri = Uri.joinPath(folder, path);
    return isWithin(root, uri) ? uri : undefined;
  };
  const readText = async (path: string): Promise<string | undefined> => {
    const uri = inside(path);
    try {
      return uri && utf8.decode(await workspace.fs.readFile(uri));
    } catch {
      // Not there, or not to be read: it says nothing.
      return undefined;
    }
  };
  return {
    read: (path) => {
      const reading = texts.get(path) ?? readText(path);
      texts.set(path, reading);
      return reading;
    },
    exists: async (path) => {
      const uri = inside(path);
      return uri !== undefined && exists(uri);
    },
    outer: Array.from({ length: depth }, (_, index) => Array.from({ length: index + 1 }, () => '..').join('/')),
  };
}

export async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

export const isWithin = (root: Uri, uri: Uri): boolean =>
  uri.scheme === root.scheme &&
  uri.authority === root.authority &&
  (uri.path === root.path || uri.path.startsWith(`${root.path.replace(/\/$/, '')}/`));

/** The names of the folders from one down to another below it. */
export const partsBetween = (root: Uri, uri: Uri): string[] =>
  uri.path
    .slice(root.path.length)
    .split('/')
    .filter((part) => part !== '');
