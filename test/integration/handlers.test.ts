import assert from 'node:assert/strict';
import { FileSystemError, Uri, workspace } from 'vscode';
import { createFiles } from '../../src/handlers/createFiles';
import { exists, folderReader } from '../../src/handlers/folderReader';
import { findPlaces, placeFor } from '../../src/handlers/places';
import { MemoryFiles } from '../support/memoryFiles';

const files = [
  { path: 'src/bitbucket/handlers.ts', contents: 'export const handlers = {};\n' },
  { path: 'src/bitbucket/samples/repo-push.bitbucket.json', contents: '{}\n' },
];

/** Registers a file system in memory for as long as the test takes. */
async function withFiles(scheme: string, isReadonly: boolean, run: (root: Uri, memory: MemoryFiles) => Promise<void>) {
  const memory = new MemoryFiles({ '/project/README.md': '' });
  const registration = workspace.registerFileSystemProvider(scheme, memory, { isReadonly });
  try {
    await run(Uri.from({ scheme, path: '/project' }), memory);
  } finally {
    registration.dispose();
  }
}

describe('The files of a new handler', () => {
  it('are created in a virtual folder, with all folders that they need', async () => {
    await withFiles('handlers-memory', false, async (root, memory) => {
      assert.ok(await createFiles(root, files));
      assert.equal(
        new TextDecoder().decode(memory.files.get('/project/src/bitbucket/handlers.ts')),
        files[0]?.contents,
      );
      assert.equal(memory.files.size, 3);
    });
  });

  it('are none at all where one of them is there already', async () => {
    await withFiles('handlers-clash', false, async (root, memory) => {
      memory.writeFile(Uri.joinPath(root, 'src/bitbucket/handlers.ts'), new TextEncoder().encode('mine'));
      assert.ok(!(await createFiles(root, files)));
      assert.equal(memory.files.size, 2);
    });
  });

  it('are none in a read-only folder', async () => {
    await withFiles('handlers-readonly', true, async (root, memory) => {
      assert.ok(!(await createFiles(root, files)));
      assert.equal(memory.files.size, 1);
    });
  });

  it('are none where the file system says no at the end', async () => {
    await withFiles('handlers-refusing', false, async (root, memory) => {
      memory.writeFile = ({ path }) => {
        throw FileSystemError.NoPermissions(path);
      };
      assert.ok(!(await createFiles(root, files)));
      assert.equal(memory.files.size, 1);
    });
  });
});

describe('Folders for a new handler', () => {
  it('are read with what they say, and nothing outside of them', async () => {
    await withFiles('handlers-read', false, async (root) => {
      const reader = folderReader(root);
      assert.equal(await reader.read('README.md'), '');
      assert.equal(await reader.read('../project/README.md'), '');
      assert.equal(await reader.read('missing'), undefined);
      assert.ok(await reader.exists('README.md'));
      assert.ok(!(await reader.exists('..')));
      assert.deepEqual(reader.outer, []);
    });
  });

  it('are those of the nearest manifest, below it where the user wants', async () => {
    await withFiles('handlers-place', false, async (root, memory) => {
      memory.writeFile(Uri.joinPath(root, 'package.json'), new TextEncoder().encode('{}'));
      const { folder, wished } = await placeFor(root, ['package.json']);
      assert.deepEqual([folder.path, wished], ['/project', undefined]);
    });
    const [first] = workspace.workspaceFolders ?? [];
    assert.ok(first);
    const below = Uri.joinPath(first.uri, 'somewhere');
    assert.equal((await placeFor(below, ['package.json'])).folder.toString(), below.toString());
    const places = await findPlaces(['package.json']);
    assert.deepEqual(
      places.map(({ folder }) => folder.toString()),
      [first.uri.toString()],
    );
    assert.ok(await exists(first.uri));
  });
});
