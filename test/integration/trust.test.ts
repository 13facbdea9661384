import assert from 'node:assert/strict';
import type { Fault } from '../../src/bitbucket/fault';
import { faultText } from '../../src/presentation/faultText';
import { originMessage } from '../../src/sidebar/originMessage';
import type { SubjectTypeNode, TreeNode } from '../../src/sidebar/nodes';
import type { Fault as ServerFault, Scenario } from '../server/scenario';
import { manyRows } from '../server/scenario';
import { createCatalog, createClient } from '../support/createCatalog';
import { watchedTree } from '../support/watchedTree';
import { play } from './testServer';

const two = { repository: manyRows(45), workspace: manyRows(3, 'workspace') };
const message = JSON.stringify({ type: 'error', error: { message: '**No** [way](command:x)' } });

function openTree(baseUrl: string, timeout?: number) {
  const catalog = createCatalog({ baseUrl, client: createClient({ baseUrl, timeout }) });
  const { tree, loads, settled, tooltip } = watchedTree(catalog);
  const item = (node: TreeNode) => tree.getTreeItem(node);
  const retry = (nodes: readonly TreeNode[]) => nodes.find(({ kind }) => kind === 'retry') ?? assert.fail('no leaf');
  const subjectType = (nodes: readonly TreeNode[], name: string) =>
    nodes.find((node): node is SubjectTypeNode => node.kind === 'subjectType' && node.name === name) ??
    assert.fail(`no ${name}`);
  return { catalog, tree, loads, settled, item, retry, tooltip, subjectType };
}

async function playTree(scenario: Partial<Scenario> = {}, timeout?: number) {
  const played = await play({ subjectTypes: two, pageLength: 20, ...scenario });
  return { ...openTree(played.baseUrl, timeout), ...played };
}

describe('Trust', () => {
  const faults: [name: string, fault: Omit<ServerFault, 'on'>, label: string, sentence: RegExp][] = [
    [
      'no connection',
      { disconnect: true },
      'No connection',
      /connection to 127.* failed \(ECONNRESET\).*\[http\.proxy\]\(command:.*\), then retry/,
    ],
    ['no answer in time', { hold: true }, 'Timed out', /did not answer completely within 1\.5 seconds.*then retry/],
    ['401', { status: 401, body: message }, 'HTTP 401', /status 401: “\*\*No\*\* \[way\]\(command:x\)”\. Check/],
    ['403', { status: 403 }, 'HTTP 403', /status 403\. Check the setting \[bitbucketWebhooks\.apiBaseUrl\]/],
    ['404', { status: 404 }, 'HTTP 404', /status 404\. Check the setting \[bitbucketWebhooks\.apiBaseUrl\]/],
    ['429', { status: 429 }, 'Rate limit reached', /60 anonymous requests an hour.*in an hour at the latest/],
    ['429 with a time', { status: 429, headers: { 'retry-after': '600' } }, 'Rate limit reached', /Retry after \d/],
    ['503', { status: 503 }, 'HTTP 503', /status 503\. The server has a problem.*Retry in a while/],
    [
      'a login page',
      { body: '<html>', headers: { 'content-type': 'text/html' } },
      'Not an API answer',
      /text\/html.*sign in/,
    ],
    ['another shape', { body: '{"page": 1}' }, 'Unexpected answer', /documented form.*Check the setting/],
    [
      'a redirect elsewhere',
      { status: 302, headers: { location: 'https://example.com/' } },
      'Link to another server',
      /example\.com.*not followed\. Check/,
    ],
  ];
  for (const [name, fault, label, sentence] of faults) {
    it(`says in the tree what is wrong and what to do: ${name}`, async () => {
      const timeout = fault.hold ? 1500 : undefined;
      const scenario = { faults: [{ on: '/repository', ...fault }] };
      const { settled, item, retry, tooltip, subjectType, requests } = await playTree(scenario, timeout);
      const root = await settled();
      const children = await settled(subjectType(root, 'repository'));
      assert.equal(children[0]?.kind, 'retry', 'the first row of what failed');
      const leaf = retry(children);
      assert.equal(item(leaf).label, `${label}. Retry`);
      assert.match(tooltip(leaf), sentence);
      assert.ok(children.filter(({ kind }) => kind === 'event').length > 10, 'events all the same');
      assert.equal((await settled(subjectType(root, 'workspace'))).length, 3);
      // Nothing is asked again because the tree shows itself anew.
      const before = await requests();
      await settled(subjectType(await settled(), 'repository'));
      assert.deepEqual(await requests(), before);
    });
  }

  for (const baseUrl of ['http://example.com/2.0', 'ftp://127.0.0.1/', 'https://me:pw@example.com/2.0', '']) {
    it(`refuses the base URL "${baseUrl}" and offers the setting to correct`, async () => {
      const { settled, item, retry, tooltip } = openTree(baseUrl);
      const leaf = retry(await settled());
      const { label, command } = item(leaf);
      assert.equal(label, 'Wrong API base URL. Open setting');
      assert.deepEqual(
        [command?.command, command?.arguments],
        ['_bitbucketWebhooks.openSetting', ['bitbucketWebhooks.apiBaseUrl']],
      );
      assert.match(tooltip(leaf), /bitbucketWebhooks\.apiBaseUrl\].* must be an https address, or http on this/);
    });
  }

  it('has a sentence for every fault, with what to do in it', () => {
    const host = 'api.example.org';
    const all: Fault[] = [
      { kind: 'offline' },
      { kind: 'dns', host },
      { kind: 'connection', host, code: 'ECONNREFUSED' },
      { kind: 'tls', host, code: 'SELF_SIGNED_CERT_IN_CHAIN' },
      { kind: 'unreachable', host },
      { kind: 'timeout', seconds: 15 },
      ...[204, 401, 403, 404, 407, 500, 503].map((status): Fault => ({ kind: 'status', status, message: '' })),
      { kind: 'rateLimit', message: '', retryAt: Date.now() + 90 * 24 * 3_600_000 },
      { kind: 'notJson', contentType: '' },
      { kind: 'shape', detail: 'values: expected Array' },
      { kind: 'tooLarge', megabytes: 5 },
      { kind: 'foreignLink', target: 'https://example.com' },
      { kind: 'brokenLink', target: '?page=2' },
      { kind: 'endless', events: 10_000 },
      { kind: 'baseUrl', value: 'x' },
    ];
    for (const fault of all) {
      const { short, full } = faultText(fault);
      assert.ok(short.length > 5 && short.length < 40, short);
      assert.match(full, /(check|connect|retry|refresh|correct).*\.$/i);
    }
    const advice = (kind: Fault['kind']) =>
      faultText(all.find((fault) => fault.kind === kind) ?? assert.fail(kind)).full;
    assert.match(advice('tls'), /http\.systemCertificates and http\.proxy/);
    assert.match(advice('connection'), /http\.proxy/);
    assert.match(advice('rateLimit'), /\d{4}/, 'a day that is not today has its year');
    assert.match(faultText({ kind: 'status', status: 407, message: '' }).full, /http\.proxy/);
  });

  it('gives every item an id of its own, whatever the names are', async () => {
    const rows = (...keys: string[]) => keys.map((event) => ({ event, category: event }));
    const { tree, settled, item } = await playTree({
      subjectTypes: { a: rows('b/c', 'c'), 'a/b': rows('c'), 'a%2Fb': rows('c'), __proto__x: rows('c') },
    });
    for (const isGrouped of [false, true]) {
      tree.isGrouped = isGrouped;
      const ids: (string | undefined)[] = [];
      const collect = async (node?: TreeNode) => {
        for (const child of await settled(node)) {
          ids.push(item(child).id);
          await collect(child);
        }
      };
      await collect();
      assert.equal(new Set(ids).size, ids.length, ids.join('\n'));
    }
  });

  it('has what a collapsed subject type was expanded for all the same, and asks for it once', async () => {
    const { catalog, tree, loads, settled, subjectType, requests, release } = await playTree({
      faults: [{ on: '/repository', times: 1, hold: true }],
    });
    const repository = subjectType(await settled(), 'repository');
    await tree.getChildren(repository);
    while ((await requests()).length < 2);
    tree.didCollapse(repository);
    await release();
    await Promise.all(loads);
    assert.equal(catalog.listEvents('repository').origin.kind, 'live');
    assert.equal((await settled(repository)).length, 21);
    assert.equal((await requests()).length, 2);
  });

  it('says at every moment which list it is that is in sight', async () => {
    const { catalog, tree, settled, subjectType } = await playTree({
      faults: [{ on: '/repository', times: 1, status: 404 }],
    });
    const said = () => originMessage(catalog, tree.expandedNames);
    assert.match(said(), /^Bundled list of \w+ \d+, \d{4}$/);
    const nodes = await settled();
    assert.equal(said(), 'Live from Bitbucket');
    const [repository, workspace] = [subjectType(nodes, 'repository'), subjectType(nodes, 'workspace')];
    await tree.getChildren(workspace);
    assert.match(said(), /^Bundled list of .*\d{4}$/, 'until the answer is there');
    await settled(workspace);
    assert.equal(said(), 'Live from Bitbucket');
    await settled(repository);
    assert.match(said(), /^Bundled list of .*\d{4} \(repository\)$/);
    tree.didCollapse(repository);
    assert.equal(said(), 'Live from Bitbucket');
  });
});
