import assert from 'node:assert/strict';
import { extensions } from 'vscode';
import type { BitbucketWebhookEventsApi } from '../../src/api/api';

/** What another extension gets of ours. */
export async function publishedApi(): Promise<BitbucketWebhookEventsApi> {
  const extension = extensions.getExtension<BitbucketWebhookEventsApi>(
    'bitbucket-webhook-events.bitbucket-webhook-events',
  );
  assert.ok(extension);
  const api = await extension.activate();
  assert.equal(api, extension.exports);
  return api;
}
