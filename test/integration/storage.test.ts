import assert from 'node:assert/strict';
import { commands, type CompletionList, env, UIKind, Uri, workspace } from 'vscode';
import { globalStorage } from '../../src/globalStorage';
import { manyRows } from '../server/scenario';
import { openMarked } from './documents';
import { isWeb } from './platform';
import { play, useBaseUrl } from './testServer';

/** A place that can be written to; in a browser its own, where VS Code for the Web keeps the global storage. */
function place(): Uri {
  return isWeb && env.uiKind === UIKind.Web
    ? Uri.from({ scheme: 'vscode-userdata', path: '/User/globalStorage' })
    : (workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder is open'));
}

describe('Storage', () => {
  it('makes, lists, reads and deletes files in a folder that need not be there', async () => {
    const folder = globalStorage(Uri.joinPath(place(), 'storage-test'));
    assert.deepEqual(await folder.list(), []);
    await folder.write('a.json', '{"text": "ä€😀"}');
    await folder.write('b.json', '');
    assert.deepEqual([...(await folder.list())].sort(), ['a.json', 'b.json']);
    assert.equal(await folder.read('a.json'), '{"text": "ä€😀"}');
    await folder.delete('a.json');
    assert.deepEqual(await folder.list(), ['b.json']);
    await assert.rejects(folder.read('a.json'));
  });

  it('keeps what the extension has loaded, and gives it back without a request', async () => {
    const { baseUrl, requests } = await play({ subjectTypes: { repository: manyRows(3) } });
    const { baseUrl: otherUrl } = await play({ subjectTypes: { repository: [] } });
    let sent = -1;
    // The first round loads. The cache is written meanwhile, so whoever is quicker than that loads once more.
    while (sent < (await requests()).length) {
      sent = (await requests()).length;
      await useBaseUrl(baseUrl);
      while (!(await offersKey('repo:made_up_03')));
      // Another API's client knows nothing of what this one's had in memory.
      await useBaseUrl(otherUrl);
      while (await offersKey('repo:made_up_03'));
    }
    assert.ok(sent > 0);
  });
});

/** Whether completion offers a key; to ask makes the extension read its cache, and load what isn't there. */
async function offersKey(key: string): Promise<boolean> {
  const [document, position] = await openMarked('yaml', '# Bitbucket\nevents:\n  - ‸\n');
  const list = await commands.executeCommand<CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  );
  return list.items.some(({ label }) => typeof label === 'object' && label.label === key);
}
