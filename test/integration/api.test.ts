import assert from 'node:assert/strict';
import { type Disposable, type Event } from 'vscode';
import type { WebhookEvent } from '../../src/api/api';
import { publishedApi } from './publishedApi';
import { play, useBaseUrl } from './testServer';

describe('What other extensions get', () => {
  it('is version 1, frozen, and nothing else than documented', async () => {
    const api = await publishedApi();
    assert.equal(api.apiVersion, 1);
    assert.ok(Object.isFrozen(api));
    assert.deepEqual(Object.keys(api).sort(), [
      'apiVersion',
      'getEvents',
      'getPayload',
      'getSubjectTypes',
      'isEventKey',
      'onDidChange',
    ]);
  });

  it('answers at once with subject types, events and whether a text is a key', async () => {
    const api = await publishedApi();
    assert.deepEqual(api.getSubjectTypes(), ['repository', 'workspace']);
    const push = api.getEvents('repository')[0];
    assert.ok(push);
    assert.deepEqual(
      [push.key, push.label, push.category, push.subjectTypes],
      ['repo:push', 'Push', 'Repository', ['repository', 'workspace']],
    );
    assert.deepEqual(api.getEvents('spaceship'), []);
    const texts = ['repo:push', 'pullrequest:merged', '', 'toString'];
    assert.deepEqual(
      texts.map((text) => api.isEventKey(text)),
      [true, false, false, false],
    );
    assert.equal(api.isEventKey(undefined as never), false);
  });

  it('cannot be changed', async () => {
    const api = await publishedApi();
    assert.throws(() => (api.getEvents() as WebhookEvent[]).pop(), TypeError);
    assert.throws(() => (api.getSubjectTypes() as string[]).pop(), TypeError);
    const [event] = api.getEvents();
    assert.ok(event && !Reflect.set(event, 'key', 'x'));
  });

  it('says when something has changed, with a listener that throws as well', async () => {
    const api = await publishedApi();
    const { baseUrl } = await play({ subjectTypes: { repository: [] } });
    // A VS Code event to those who use it as one.
    const onDidChange: Event<void> = api.onDidChange as Event<void>;
    const disposables: Disposable[] = [];
    let calls = 0;
    const changed = new Promise<void>((resolve) => {
      onDidChange(
        () => {
          throw new Error('Thrown by a test, and to be seen in the log at most.');
        },
        undefined,
        disposables,
      );
      onDidChange(
        () => {
          calls++;
          resolve();
        },
        undefined,
        disposables,
      );
    });
    const previous = await useBaseUrl(baseUrl);
    try {
      await changed;
    } finally {
      disposables.forEach((disposable) => {
        disposable.dispose();
      });
      await useBaseUrl(previous);
    }
    const heard = calls;
    await useBaseUrl(baseUrl);
    await useBaseUrl(previous);
    assert.equal(calls, heard);
  });
});
