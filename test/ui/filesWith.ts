import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The files that tests have VS Code keep in temporary folders, if they hold a text. */
export async function filesWith(text: string): Promise<string[]> {
  const folders = (await readdir(tmpdir())).filter((name) => name.startsWith('bwe-'));
  const found: string[] = [];
  for (const folder of folders) {
    // Those of other runs may go at any time.
    const entries = await readdir(join(tmpdir(), folder), { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries.filter((each) => each.isFile())) {
      const path = join(entry.parentPath, entry.name);
      if ((await readFile(path).catch(() => Buffer.of())).includes(text)) {
        found.push(path);
      }
    }
  }
  return found;
}
