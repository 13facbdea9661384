import assert from 'node:assert/strict';
import { LanguageModelTextPart, lm } from 'vscode';
import { maxAnswerLength } from '../../src/agents/answers/describePayload';
import { payloads } from '../../src/events/payloads';
import { publishedApi } from './publishedApi';

interface Answer {
  certainty: string;
  certaintyMeans: string;
  variant?: string;
  variants?: { id: string }[];
  body?: unknown;
  schema?: unknown;
  type?: string;
}

const withSamples = [...payloads].filter(([, { variants }]) => variants.length > 0);

async function ask(input: object): Promise<Answer> {
  const { content } = await lm.invokeTool('get_bitbucket_webhook_payload', { input, toolInvocationToken: undefined });
  const [part] = content;
  assert.ok(part instanceof LanguageModelTextPart);
  return JSON.parse(part.value) as Answer;
}

describe('Payloads for agents and other extensions', () => {
  it('are what users see: each sample, with how certain it is', async () => {
    const api = await publishedApi();
    for (const [key, { variants }] of withSamples) {
      const payload = (await api.getPayload(key)) ?? assert.fail(key);
      assert.ok(Object.isFrozen(payload) && Object.isFrozen(payload.samples) && Object.isFrozen(payload.samples[0]));
      assert.deepEqual(
        payload.samples.map(({ id, body }) => [id, JSON.parse(body) as unknown]),
        variants.map(({ id, body }) => [id, body]),
      );
      for (const sample of payload.samples) {
        const answer = await ask({ key, variant: sample.id });
        assert.deepEqual([answer.body, answer.certainty], [JSON.parse(sample.body), sample.certainty]);
        assert.ok(sample.certaintyText.startsWith(answer.certaintyMeans));
      }
      const [schema, type] = [await ask({ key, part: 'schema' }), await ask({ key, part: 'type' })];
      assert.deepEqual([schema.schema, type.type], [JSON.parse(payload.schema), payload.types]);
    }
  });

  it('stay short enough for a prompt', async () => {
    for (const key of payloads.keys()) {
      for (const part of ['sample', 'schema', 'type']) {
        assert.ok(JSON.stringify(await ask({ key, part })).length <= maxAnswerLength, `${part} of ${key}`);
      }
    }
  });

  it('are not made up where nobody has published one', async () => {
    assert.deepEqual(Object.keys(await ask({ key: 'project:updated' })).sort(), ['certainty', 'certaintyMeans', 'key']);
    const payload = await (await publishedApi()).getPayload('project:updated');
    assert.deepEqual([payload?.certainty, payload?.samples.length], ['unknown', 0]);
    assert.equal(await (await publishedApi()).getPayload('repo:brand_new'), undefined);
    assert.equal(await (await publishedApi()).getPayload('toString'), undefined);
  });

  it('come with what was wrong with the question', async () => {
    await assert.rejects(ask({ key: 'pullrequest:merged' }), /Did you mean one of \["pullrequest:fulfilled"\]/);
    await assert.rejects(ask({ key: 'repo:push', variant: 'nope' }), /Variants: \["commits",/);
    await assert.rejects(ask({ key: 'repo:push', part: 'everything' }), /Wrong input at "part"/);
    await assert.rejects(ask({}), /Wrong input at "key"/);
    await assert.rejects(ask({ key: 'repo:push', event: 'x' }), /Wrong input at "event"/);
  });
});
