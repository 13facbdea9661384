import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { CacheFolder } from './catalog/cacheFolder';

/** The folder that VS Code keeps for this extension, on the machine or in the browser, seen by all its windows. */
export function globalStorage(folder: Uri): CacheFolder {
  const { fs } = workspace;
  const at = (name: string) => Uri.joinPath(folder, name);
  return {
    async list() {
      try {
        const entries = await fs.readDirectory(folder);
        return entries.filter(([, type]) => type === FileType.File).map(([name]) => name);
      } catch (error) {
        if (error instanceof FileSystemError && error.code === 'FileNotFound') {
          return [];
        }
        throw error;
      }
    },
    read: async (name) => new TextDecoder().decode(await fs.readFile(at(name))),
    write: async (name, text) => {
      await fs.createDirectory(folder);
      await fs.writeFile(at(name), new TextEncoder().encode(text));
    },
    delete: async (name) => {
      await fs.delete(at(name));
    },
  };
}
