import assert from 'node:assert/strict';
import { commands, env } from 'vscode';
import { bundledList } from '../../src/catalog/bundled/bundledList';
import { pickEventKeys } from '../../src/commands/pickEvents';
import { createCatalog } from '../support/createCatalog';

const [push, fork] = bundledList.subjectTypes.get('repository') ?? [];
const node = (event: unknown) => ({ kind: 'event', event });

describe('Copy', () => {
  it('copies the key of a tree item', async () => {
    await commands.executeCommand('bitbucketWebhooks.copyEventKey', node(push));
    assert.equal(await env.clipboard.readText(), 'repo:push');
  });

  it('copies the keys of several tree items, one a line, and leaves out what is no event', async () => {
    const items = [node(push), { kind: 'loadMore' }, node(fork)];
    await commands.executeCommand('bitbucketWebhooks.copyEventKey', items[0], items);
    assert.equal(await env.clipboard.readText(), 'repo:push\nrepo:fork');
  });

  it('copies a key once that several subject types have', async () => {
    const items = [node(push), node(fork), node(push)];
    await commands.executeCommand('bitbucketWebhooks.copyAsJson', items[0], items);
    assert.deepEqual(JSON.parse(await env.clipboard.readText()), ['repo:push', 'repo:fork']);
  });

  it('copies the key that is picked from a list', async () => {
    await env.clipboard.writeText('');
    const copied = commands.executeCommand('bitbucketWebhooks.copyEventKey');
    // The list takes the first event as soon as it is shown; until then there is nothing to accept.
    const accept = async () => {
      while ((await env.clipboard.readText()) === '') {
        await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      }
    };
    await Promise.all([copied, accept()]);
    assert.equal(await env.clipboard.readText(), 'repo:push');
  });

  for (const command of ['copyAsJson', 'copyAsYaml']) {
    it(`takes the first event where nothing is ticked off: ${command}`, async () => {
      await env.clipboard.writeText('');
      const copied = commands.executeCommand(`bitbucketWebhooks.${command}`);
      const accept = async () => {
        while ((await env.clipboard.readText()) === '') {
          await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        }
      };
      await Promise.all([copied, accept()]);
      assert.match(await env.clipboard.readText(), /^(?:\[\n {2}"repo:push"\n\]|- repo:push\n)$/);
    });
  }

  for (const several of [false, true]) {
    it(`has Bitbucket asked for news when the list is closed, not while it opens: ${several}`, async () => {
      const catalog = createCatalog({ baseUrl: 'https://example.com/2.0' });
      const calls: string[] = [];
      catalog.wake = () => calls.push('wake');
      const picked = pickEventKeys(catalog, 'Test', several);
      // Until VS Code has answered something else, the list has long been filled.
      await commands.getCommands();
      assert.deepEqual(calls, []);
      while (calls.length === 0) {
        await commands.executeCommand('workbench.action.closeQuickOpen');
      }
      assert.deepEqual(await picked, []);
      assert.deepEqual(calls, ['wake']);
    });
  }
});
