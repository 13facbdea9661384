import assert from 'node:assert/strict';
import { commands, ConfigurationTarget, Position, workspace } from 'vscode';
import { bitbucketScenario } from '../server/scenario';
import { createCatalog } from '../support/createCatalog';
import { watchedTree } from '../support/watchedTree';
import { draft, openDeliveries, target } from './deliverStage';
import { play, useBaseUrl } from './testServer';

const http = () => workspace.getConfiguration('http');

describe('A proxy', () => {
  let before = '';

  beforeEach(() => {
    before = workspace.getConfiguration('bitbucketWebhooks').get('apiBaseUrl', '');
  });
  afterEach(async () => {
    await http().update('proxy', undefined, ConfigurationTarget.Global);
    await useBaseUrl(before);
  });

  it('that is set with http.proxy is where the extension asks', async function () {
    if (typeof process === 'undefined') {
      // In the web worker host the browser decides about proxies.
      this.skip();
    }
    const { baseUrl, requests } = await play(bitbucketScenario);
    const { origin, pathname } = new URL(baseUrl);
    await http().update('proxy', origin, ConfigurationTarget.Global);
    // This machine by another name than those that VS Code never uses a proxy for, and a port where nobody listens.
    await useBaseUrl(`http://127.0.0.2:9${pathname}`);
    const document = await workspace.openTextDocument({ language: 'yaml', content: 'events:\n  - ' });
    await commands.executeCommand('vscode.executeCompletionItemProvider', document.uri, new Position(1, 4));
    while ((await requests()).length < 3);
    assert.deepEqual(await requests(), [
      'by proxy: /hook_events',
      'by proxy: /hook_events/repository',
      'by proxy: /hook_events/workspace',
    ]);
  });

  it('gets no delivery that is for this machine, by whatever address', async function () {
    if (typeof process === 'undefined') {
      this.skip();
    }
    const { baseUrl, requests } = await play(bitbucketScenario);
    await http().update('proxy', new URL(baseUrl).origin, ConfigurationTarget.Global);
    const { deliverer } = openDeliveries();
    const hosts = ['localhost', '127.0.0.1', '0.0.0.0', '[::ffff:127.0.0.1]', 'localhost.'];
    // macOS has but the one address.
    const others = process.platform === 'darwin' ? [] : ['127.0.0.2', '[::ffff:127.0.0.3]'];
    for (const host of [...hosts, ...others]) {
      // A port where nobody listens.
      const [delivery] = await deliverer.send([draft()], target(`http://${host}:9/`));
      assert.equal(delivery?.outcome.kind === 'fault' && delivery.outcome.fault.kind, 'refused', host);
    }
    assert.deepEqual(await requests(), []);
  });

  it('that cannot be reached is what the leaf in the tree points to', async function () {
    if (typeof process === 'undefined') {
      this.skip();
    }
    await http().update('proxy', 'http://127.0.0.1:9', ConfigurationTarget.Global);
    const { tree, settled, tooltip } = watchedTree(createCatalog({ baseUrl: 'http://127.0.0.2:9/2.0' }));
    const leaf = (await settled()).find(({ kind }) => kind === 'retry');
    assert.ok(leaf);
    // VS Code's proxy agent gives a cause on some platforms and none on others.
    assert.match(tree.getTreeItem(leaf).label as string, /^(?:No connection|Server not reachable)\. Retry$/);
    assert.match(tooltip(leaf), /127\.0\.0\.2:9.*the setting \[http\.proxy\]/);
  });
});
