import assert from 'node:assert/strict';
import { KeyFinder } from '../../../src/language/find';
import { removalOf } from '../../../src/language/check/removal';
import { innermost } from '../../../src/language/syntax/innerText';
import { known } from './fixture';

/** Documents of Bitbucket, with what is left of each where the fix has removed it; the same where it isn't marked. */
const documents: [languageId: string, text: string, mended: string][] = [
  ['yaml', 'events:\n  - repo:push\n  - issue:created\n', 'events:\n  - repo:push\n'],
  ['yaml', 'events:\n  - issue:updated # old\n  - repo:push\n', 'events:\n  - repo:push\n'],
  ['json', '{"events": ["issue:comment_created", "repo:push"]}', '{"events": ["repo:push"]}'],
  ['json', '{"events": ["issue:created"]}', '{"events": []}'],
  [
    'terraform',
    'resource "bitbucket_hook" "ci" {\n  events = ["repo:push", "issue:created"]\n}',
    'resource "bitbucket_hook" "ci" {\n  events = ["repo:push"]\n}',
  ],
  ['dotenv', 'BITBUCKET_EVENTS=issue:created,repo:push', 'BITBUCKET_EVENTS=repo:push'],
  ['dotenv', 'BITBUCKET_EVENTS=repo:push,issue:created', 'BITBUCKET_EVENTS=repo:push'],
  ['typescript', "createWebhook(url, ['repo:push', 'issue:created']);", "createWebhook(url, ['repo:push']);"],
  // What handles or mentions one may well stay.
  ['typescript', "if (eventKey === 'issue:created') {}", ''],
  ['typescript', "switch (eventKey) { case 'issue:created': case 'repo:push': }", ''],
  ['typescript', "type EventKey = 'repo:push' | 'issue:created';", ''],
  ['typescript', "expect(hook.events).toEqual(['repo:push', 'issue:created']);", ''],
  ['typescript', "const handlers = { 'repo:push': a, 'issue:created': b };", ''],
  ['markdown', 'Bitbucket sent `issue:created`.', ''],
  ['yaml', 'labels: [issue:created, issue:updated]', ''],
];

describe('Events that Bitbucket has removed', () => {
  for (const [languageId, text, mended] of documents) {
    it(`${languageId}: ${text.replaceAll('\n', '⏎')}`, async () => {
      const finder = new KeyFinder(known);
      const document = { languageId, getText: () => text };
      const checked = await finder.check(document, 'bitbucket');
      const [found, ...others] = checked?.findings ?? assert.fail();
      assert.deepEqual(others, []);
      if (mended === '') {
        assert.equal(found, undefined);
        return;
      }
      assert.ok(found?.kind === 'removed' && found.isListed);
      const whole = (await finder.read(document)) ?? assert.fail();
      const spans = removalOf(await innermost(whole, found.from), found);
      const rest = spans.reduceRight((left, { from, to }) => left.slice(0, from) + left.slice(to), text);
      assert.equal(rest, mended);
    });
  }

  it('are marked but not removed where one stands alone', async () => {
    const text = '{"webhooks": [{"event": "issue:created"}]}';
    const checked = await new KeyFinder(known).check({ languageId: 'json', getText: () => text }, 'bitbucket');
    const [found] = checked?.findings ?? [];
    assert.ok(found?.kind === 'removed' && !found.isListed);
  });
});
