import assert from 'node:assert/strict';
import { isRemoved } from '../../../src/events/removed';
import { collectPlaces } from '../../../src/hooks/comparison/collect';
import { compare } from '../../../src/hooks/comparison/compare';
import { handlerOf, neverSent, withHooks } from '../../../src/hooks/comparison/withHooks';
import { comparisonText } from '../../../src/hooks/comparisonText';
import { parseHooksPage } from '../../../src/hooks/rest/schemas';
import { KeyFinder } from '../../../src/language/find';
import { hookRow } from '../../server/hooksApi';
import { known } from '../language/fixture';

async function compareFile(code: string) {
  const collected = await collectPlaces(new KeyFinder(known), {
    files: [{ path: 'a.ts', ownPath: 'a.ts', uri: 'file:///a.ts' }],
    read: () => Promise.resolve({ text: `// Bitbucket\n${code}\n` }),
    isWanted: () => true,
  });
  return compare(collected, known, isRemoved);
}

function hooks(...rows: Parameters<typeof hookRow>[1][]) {
  const page = parseHooksPage({ values: rows.map((row, index) => hookRow(index + 1, row)) });
  assert.ok(typeof page === 'object');
  return page.hooks;
}

const subject = { workspace: 'team', repository: 'app' };
const code = `if (eventKey === 'repo:push' || eventKey === 'repo:fork') run();
if (eventKey.startsWith('project:')) run();`;
const list = {
  subject,
  hooks: hooks(
    { events: ['repo:push', 'project:updated', 'repo:updated', 'issue:created', 'pullrequest:merged'] },
    { description: '', url: 'https://ci.example.org/x?token=marker', active: false, events: ['repo:fork'] },
  ),
};

describe('Comparing events with code and hooks', () => {
  it('has hooks subscribe as code does, and events that only hooks know', async () => {
    const { events } = withHooks(await compareFile(code), [list], known, isRemoved);
    assert.deepEqual(
      events.map(({ key, conclusion, hooks: senders = [] }) => `${key} ${conclusion} ${senders.length}`),
      [
        'repo:push handledAndSubscribed 1',
        'repo:fork handledAndSubscribed 1',
        'repo:updated subscribedOnly 1',
        'issue:created removed 1',
        'project:updated perhapsHandled 1',
        'pullrequest:merged unknown 1',
      ],
    );
  });

  it('changes nothing where no hook is known', async () => {
    const comparison = await compareFile(code);
    assert.deepEqual(withHooks(comparison, [], known, isRemoved).events, comparison.events);
  });

  it('stays with what code says of a mistake', async () => {
    const mistake = await compareFile("createHook({ events: ['pullrequest:merged', 'repo:push'] });");
    const { events } = withHooks(mistake, [list], known, isRemoved);
    assert.equal(events.find(({ key }) => key === 'pullrequest:merged')?.conclusion, 'mistake');
  });

  it('is written with a line for each hook, without the query of its address', async () => {
    const { text } = comparisonText(withHooks(await compareFile(code), [list], known, isRemoved));
    assert.deepEqual(text.split('\n').slice(0, 3), [
      'Bitbucket events in the code of this workspace',
      'Files looked into: 1.',
      'With the webhooks in the view Hooks: team/app (2).',
    ]);
    assert.match(text, /\n {2}repo:push {2}Sample\n {6}a\.ts:2 {2}handles\n {6}Hook 1 \(team\/app\) {2}webhook\n/);
    assert.match(text, /\n {6}ci\.example\.org\/x \(team\/app\) {2}webhook, paused\n/);
    assert.match(text, /Subscribed to, not handled \(1\)\n {2}repo:updated {2}Sample\n {6}Hook 1/);
    assert.doesNotMatch(text, /marker/);
  });

  it('knows what code handles and no hook sends: a paused one sends nothing', async () => {
    const attached = list.hooks.map((hook) => ({ subject, hook }));
    assert.deepEqual(neverSent(await compareFile(code), attached), ['repo:fork']);
    assert.deepEqual(neverSent(await compareFile(code), []), ['repo:push', 'repo:fork']);
  });

  it('says of no event that code doesn’t handle it where the code handles none', async () => {
    const isHandled = handlerOf(await compareFile(code));
    assert.deepEqual(
      ['repo:push', 'project:updated', 'repo:updated'].map((key) => isHandled?.(key)),
      [true, true, false],
    );
    assert.equal(handlerOf(await compareFile('run();')), undefined);
    assert.equal(handlerOf(await compareFile("createHook({ events: ['repo:push'] });")), undefined);
  });
});
