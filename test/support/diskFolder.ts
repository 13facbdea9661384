import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CacheFolder } from '../../src/catalog/cacheFolder';

/**
 * A cache folder on disk, whose files come about piece by piece, as they do in VS Code.
 *
 * @param wrotePiece Called after each piece.
 */
export function diskFolder(folder: string, pieceLength = 100_000, wrotePiece?: () => void): CacheFolder {
  return {
    async list() {
      await mkdir(folder, { recursive: true });
      return readdir(folder);
    },
    read: (name) => readFile(join(folder, name), 'utf8'),
    async write(name, text) {
      await mkdir(folder, { recursive: true });
      const file = await open(join(folder, name), 'wx');
      try {
        for (let start = 0; start < text.length; start += pieceLength) {
          await file.write(text.slice(start, start + pieceLength));
          wrotePiece?.();
        }
      } finally {
        await file.close();
      }
    },
    delete: (name) => rm(join(folder, name)),
  };
}
