import assert from 'node:assert/strict';
import ts from 'typescript';
import { payloads } from '../../../src/events/payloads';
import { payloadTypes } from '../../../src/payloads/build/payloadTypes';
import { payloadTypeName, selectTypes } from '../../../src/payloads/library/selectTypes';
import { complaintsAbout } from './compile';

const variants = [...payloads].flatMap(([key, payload]) => payload.variants.map(({ id, body }) => ({ key, id, body })));

describe('Payload types', () => {
  let types = '';
  before(async () => {
    types = await payloadTypes();
  });

  it('have every sample assigned to the type of its event', () => {
    const lines = variants.map(
      ({ key, body }) => `({ eventKey: '${key}', payload: ${JSON.stringify(body)} }) satisfies BitbucketWebhook;`,
    );
    const files = {
      'bitbucket-webhooks.d.ts': types,
      'samples.ts': `import type { BitbucketWebhook } from './bitbucket-webhooks';\n${lines.join('\n')}`,
    };
    assert.deepEqual(complaintsAbout(files), []);
  });

  it('narrow a delivery by its event key, with null where it can be and nowhere else', () => {
    const handler = `
      import type { BitbucketWebhook, BitbucketWebhookEvents } from './bitbucket-webhooks';
      export function handle(webhook: BitbucketWebhook): string | undefined {
        switch (webhook.eventKey) {
          case 'repo:push':
            return webhook.payload.push.changes.map((change) => change.new?.target.hash ?? change.old?.name).join();
          case 'pullrequest:fulfilled':
            return webhook.payload.pullrequest.merge_commit.hash;
          case 'repo:commit_status_created':
            return webhook.payload.commit_status.refname ?? undefined;
          default:
            return undefined;
        }
      }
      export const read = ({ actor }: BitbucketWebhookEvents['repo:fork']) =>
        actor.type === 'user' ? actor.nickname : actor.display_name;`;
    const complaints = (edit: (text: string) => string) =>
      complaintsAbout({ 'bitbucket-webhooks.d.ts': types, 'handler.ts': edit(handler) });
    assert.deepEqual(
      complaints((text) => text),
      [],
    );
    assert.match(complaints((text) => text.replace('new?.target', 'new.target')).join(), /possibly 'null'/);
    assert.match(complaints((text) => text.replace('.merge_commit', '.merge_comit')).join(), /did you mean/i);
    assert.match(complaints((text) => text.replace('fulfilled', 'rejected')).join(), /possibly 'null'/);
    assert.match(
      complaints((text) => text.replace("'pullrequest:fulfilled'", "'pullrequest:merged'")).join(),
      /not comparable/,
    );
    assert.match(complaints((text) => text.replace("actor.type === 'user' ?", 'true ?')).join(), /nickname/);
    assert.match(complaints((text) => text.replace('.refname ?? undefined', '.refname')).join(), /null/);
  });

  it('say at their head what NodeNext imports, and what tells one actor from another', () => {
    const head = types.slice(0, types.indexOf('export '));
    const [path = ''] = /'\.\/bitbucket-webhooks\.js'/.exec(head) ?? [];
    const [, narrowed = ''] = /^\/\/ +(if \(actor\.type .*)$/m.exec(head) ?? [];
    const handler = `
      import type { BitbucketWebhookEvents } from ${path};
      export function nameOf({ actor }: BitbucketWebhookEvents['repo:push']): string {
        ${narrowed.replace(/\) actor/, ') return actor')};
        return actor.display_name;
      }`;
    const complaints = (text: string) =>
      complaintsAbout({ 'bitbucket-webhooks.d.ts': types, 'handler.mts': text }, ts.ModuleKind.NodeNext);
    assert.deepEqual(complaints(handler), []);
    assert.match(complaints(handler.replace('.js', '')).join(), /explicit file extensions/);
    assert.match(complaints(handler.replace(/if \(.*?\) /, '')).join(), /nickname/);
  });

  it('refuse a misspelt property in a body', () => {
    const files = variants.map(({ key, id, body }): [string, string] => [
      `${payloadTypeName(key)}-${id}.ts`,
      `import type { BitbucketWebhookEvents } from './bitbucket-webhooks';
      (${JSON.stringify({ ...body, acter: 1 })}) satisfies BitbucketWebhookEvents['${key}'];`,
    ]);
    const complaints = complaintsAbout({ 'bitbucket-webhooks.d.ts': types, ...Object.fromEntries(files) });
    const names = complaints.filter((text) => text.includes('acter')).map((text) => text.split(':')[0]);
    assert.deepEqual(names.sort(), files.map(([name]) => name).sort());
  });

  it('serve JavaScript by JSDoc', () => {
    const handler = `// @ts-check
      /** @param {import('./bitbucket-webhooks').BitbucketWebhook} webhook */
      export function handle(webhook) {
        return webhook.eventKey === 'issue:created' ? webhook.payload.issue.title : undefined;
      }`;
    const complaints = (text: string) => complaintsAbout({ 'bitbucket-webhooks.d.ts': types, 'handler.js': text });
    assert.deepEqual(complaints(handler), []);
    assert.equal(complaints(handler.replace('.title', '.titel')).length, 1);
  });

  it('can be had for each event alone, with all that it needs and nothing else', () => {
    for (const key of payloads.keys()) {
      const selected = selectTypes(types, [key]);
      const name = payloadTypeName(key);
      assert.ok(selected.includes(`export interface ${name} `), key);
      assert.ok(!selected.includes('BitbucketWebhookEvents'), key);
      for (const [, other = ''] of selected.matchAll(/^export (?:interface|type) (\w+)/gm)) {
        assert.ok(
          other === name || new RegExp(`\\b${other}\\b`).test(selected.replace(`export interface ${other}`, '')),
          other,
        );
      }
    }
    const all = Object.fromEntries(
      [...payloads.keys()].map((key) => [`${payloadTypeName(key)}.ts`, selectTypes(types, [key])]),
    );
    assert.deepEqual(complaintsAbout(all), []);
    assert.deepEqual(complaintsAbout({ 'two.ts': selectTypes(types, ['repo:push', 'repo:fork']) }), []);
    assert.equal(selectTypes(types, ['repo:brand_new']), '');
  });

  it('are written as people would: a line between declarations, one name for a union', () => {
    assert.doesNotMatch(types, /^\}\n\S/m);
    assert.doesNotMatch(types, /\/\*\*\n *\* .*\n *\*\//);
    assert.equal(types.split('User | Team | AppUser').length, 2);
    assert.ok(types.startsWith('/* eslint-disable */\n'));
  });

  it('say in comments what names don’t say', () => {
    assert.match(types, /^ {2}\/\*\* Where it is now; null when it was deleted\. \*\/\n {2}new: /m);
    assert.match(selectTypes(types, ['pullrequest:created']), /Since 2025/);
  });
});
