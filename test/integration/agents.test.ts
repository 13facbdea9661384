import assert from 'node:assert/strict';
import { LanguageModelTextPart, lm } from 'vscode';
import { publishedApi } from './publishedApi';
import { play, useBaseUrl } from './testServer';

const name = 'lookup_bitbucket_webhook_events';

interface Answer {
  list: { origin: string; date?: string };
  subjectTypes: string[];
  events?: { key: string }[];
  checkedKeys?: { key: string; status: string; useInstead?: string[] }[];
}

/** Asks as an assistant would outside of a chat request, for which no invocation token is needed. */
async function ask(input: object): Promise<Answer> {
  const { content } = await lm.invokeTool(name, { input, toolInvocationToken: undefined });
  assert.equal(content.length, 1);
  const [part] = content;
  assert.ok(part instanceof LanguageModelTextPart);
  return JSON.parse(part.value) as Answer;
}

describe('Agents', () => {
  it('find the tool, with what it does and what it takes', () => {
    const tool = lm.tools.find((candidate) => candidate.name === name);
    assert.ok(tool);
    assert.match(tool.description, /event keys/);
    assert.deepEqual(Object.keys((tool.inputSchema as { properties: object }).properties), [
      'query',
      'subjectType',
      'keys',
    ]);
    assert.deepEqual(tool.tags, ['bitbucket', 'webhooks', 'events']);
  });

  it('find events by what people say, and stop inventing keys', async () => {
    const { events } = await ask({ query: 'merged' });
    assert.deepEqual(
      events?.map(({ key }) => key),
      ['pullrequest:fulfilled'],
    );
    const { checkedKeys } = await ask({ keys: ['repo:push', 'pullrequest:merged', 'pr:merged'] });
    assert.deepEqual(
      checkedKeys?.map(({ status, useInstead }) => [status, useInstead]),
      [
        ['valid', undefined],
        ['unknown', ['pullrequest:fulfilled']],
        ['dataCenter', ['pullrequest:fulfilled']],
      ],
    );
  });

  it('are told what was wrong with their input', async () => {
    await assert.rejects(ask({ keys: 'repo:push' }), /Wrong input at "keys": expected/);
    await assert.rejects(ask({ subjectType: 'repo' }), /no subject type "repo"/);
  });

  it('are answered at once, and by the same list as users as soon as it has come', async () => {
    const rows = [{ event: 'repo:brand_new', category: 'Repository', label: 'New', description: 'x' }];
    const { baseUrl, requests, release } = await play({
      subjectTypes: { repository: rows },
      faults: [{ on: '/hook_events', times: 1, hold: true }],
    });
    const api = await publishedApi();
    const previous = await useBaseUrl(baseUrl);
    try {
      // No answer from the server yet.
      const early = await ask({ keys: ['repo:brand_new'] });
      assert.deepEqual([early.list.origin, early.checkedKeys?.[0]?.status], ['bundled', 'unknown']);
      const renewed = new Promise<void>((resolve) => {
        const subscription = api.onDidChange(() => {
          if (api.isEventKey('repo:brand_new')) {
            subscription.dispose();
            resolve();
          }
        });
      });
      while ((await requests()).length === 0);
      await release();
      await renewed;
      const late = await ask({});
      assert.deepEqual([late.list, late.subjectTypes], [{ origin: 'live' }, ['repository']]);
      assert.deepEqual(
        late.events?.map(({ key }) => key),
        api.getEvents().map(({ key }) => key),
      );
    } finally {
      await useBaseUrl(previous);
    }
  });
});
