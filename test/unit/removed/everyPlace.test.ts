import assert from 'node:assert/strict';
// eslint-disable-next-line no-restricted-imports -- The stub stands in for it.
import {
  type CancellationToken,
  type CompletionContext,
  type CompletionItem,
  CompletionItemTag,
  type MarkdownString,
  type Position,
  type TextDocument,
  ThemeIcon,
} from 'vscode';
import { describePayload } from '../../../src/agents/answers/describePayload';
import { parseLookupInput } from '../../../src/agents/answers/input';
import { lookUp } from '../../../src/agents/answers/lookUp';
import { snapshotOf } from '../../../src/api/published';
import type { CatalogEvent } from '../../../src/catalog/eventCatalog';
import { registerCopyEventKeys } from '../../../src/commands/copyEventKeys';
import { registerInsertEventKey } from '../../../src/commands/insertEventKey';
import { pickEventKeys } from '../../../src/commands/pickEvents';
import { answerText, summaryText } from '../../../src/deliveries/deliveryText';
import { events as records } from '../../../src/events/events';
import { EventKeyCompletion } from '../../../src/language/completion';
import { EventKeyHover } from '../../../src/language/hover';
import { lazyFinder } from '../../../src/language/lazyFinder';
import { registerCopyHook } from '../../../src/payloads/copyHook';
import type { PayloadFiles } from '../../../src/payloads/payloadFiles';
import { tooltipOf, treeItem } from '../../../src/sidebar/treeItems';
import { createCatalog } from '../../support/createCatalog';
import { silentLog } from '../../support/silentLog';
import { someDelivery } from '../../support/someDelivery';
import * as stub from '../../support/vscodeStub';

const removed = ['issue:created', 'issue:updated', 'issue:comment_created'];
const removal = { date: '2026-08-20', with: 'issueTracker' };

const catalog = createCatalog({ baseUrl: 'https://example.com/2.0' });
catalog.wake = () => undefined;
const finder = lazyFinder(catalog, silentLog);
const keysOf = (rows: readonly { readonly key: string }[]) => rows.map(({ key }) => key);

function documentOf(text: string): TextDocument {
  const document = {
    languageId: 'yaml',
    uri: { scheme: 'file', path: '/bitbucket.yaml' },
    getText: () => text,
    offsetAt: (at: number) => at,
    positionAt: (at: number) => at,
  };
  return document as unknown as TextDocument;
}

/** What VS Code gets of a list of events in which nothing is written yet. */
async function completions(): Promise<CompletionItem[]> {
  const text = 'events:\n  - ';
  const list = await new EventKeyCompletion(catalog, finder).provideCompletionItems(
    documentOf(text),
    text.length as unknown as Position,
    {} as CancellationToken,
    {} as CompletionContext,
  );
  return [...(list?.items ?? [])].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
}

const labelOf = ({ label }: CompletionItem) => label as { label: string; description?: string };

/** Runs a command of the extension for rows of the view; resolves with what was said meanwhile. */
async function run(command: string, keys: readonly string[]): Promise<string> {
  const items = keys.map((key) => ({ kind: 'event', event: { key } }));
  stub.seen.said.length = 0;
  stub.seen.clipboard = '';
  await stub.registered.commands.get(`bitbucketWebhooks.${command}`)?.(items[0], items);
  return stub.seen.said.join('\n');
}

describe('What Bitbucket has removed, wherever keys are handed out', () => {
  before(() => catalog.ready());

  it('is what the issue tracker took with it', () => {
    const marked = [...records].filter(([, record]) => record.removed).map(([key]) => key);
    assert.deepEqual(marked.sort(), [...removed].sort());
    for (const key of removed) {
      assert.deepEqual(records.get(key)?.removed, removal);
    }
  });

  it('is struck through and last in completion, and says why', async () => {
    const items = await completions();
    assert.ok(items.length > 20);
    const last = items.slice(-3);
    assert.deepEqual(last.map((item) => labelOf(item).label).sort(), [...removed].sort());
    for (const item of items) {
      assert.deepEqual(item.tags ?? [], last.includes(item) ? [CompletionItemTag.Deprecated] : []);
    }
    for (const item of last) {
      assert.equal(labelOf(item).description, 'removed in August 2026');
      const { documentation } = new EventKeyCompletion(catalog, finder).resolveCompletionItem(item);
      assert.match((documentation as MarkdownString).value, /removed its issue tracker in August 2026/);
    }
  });

  it('is last in pick lists, and says so', async () => {
    await pickEventKeys(catalog, 'Test', true);
    const rows = stub.seen.rows as { key: string; description: string; detail: string }[];
    assert.deepEqual(keysOf(rows.slice(-3)).sort(), [...removed].sort());
    for (const { key, description, detail } of rows) {
      assert.equal(description.includes('removed in August 2026'), removed.includes(key), key);
      assert.equal(detail.includes('removed its issue tracker'), removed.includes(key), key);
    }
  });

  it('stays in its place in the view, and looks and sounds different', () => {
    for (const event of catalog.listKnownEvents()) {
      const subjectType = { kind: 'subjectType', name: 'repository', isGrouped: false } as const;
      const node = { kind: 'event', event, subjectType, parent: subjectType } as const;
      const { iconPath, description, accessibilityInformation } = treeItem(node);
      const isRemoved = removed.includes(event.key);
      assert.ok(iconPath instanceof ThemeIcon);
      assert.equal((iconPath.color as { id: string } | undefined)?.id, isRemoved ? 'disabledForeground' : undefined);
      for (const text of [String(description), accessibilityInformation?.label ?? '']) {
        assert.equal(text.includes('removed in August 2026'), isRemoved, text);
      }
      assert.equal((tooltipOf(node) as MarkdownString).value.includes('issue tracker in August 2026'), isRemoved);
    }
  });

  it('is copied and inserted with a word of it, in every form', async () => {
    registerCopyEventKeys(catalog);
    for (const command of ['copyEventKey', 'copyAsJson', 'copyAsYaml']) {
      assert.match(
        await run(command, ['issue:created']),
        /Copied issue:created · Bitbucket no longer sends issue:created/,
      );
      assert.match(stub.seen.clipboard, /issue:created/);
      assert.match(
        await run(command, ['repo:push', 'issue:updated']),
        /Copied 2 event keys · Bitbucket no longer sends issue:updated/,
      );
      assert.doesNotMatch(await run(command, ['repo:push']), /no longer/);
    }
    assert.equal(await run('copyForgeEvent', ['issue:created']), 'Forge has no event for issue:created.');
    assert.equal(
      await run('copyForgeEvent', ['pullrequest:approved', 'pullrequest:unapproved', 'repo:fork']),
      '$(copy) Copied avi:bitbucket:updated:pullrequest-reviewer-status · Forge has no event for repo:fork.',
    );
    registerInsertEventKey(catalog, finder);
    const document = documentOf('events: []');
    const written: string[] = [];
    const edit = (fill: (builder: { replace(range: unknown, text: string): void }) => void) => {
      fill({ replace: (_, text) => void written.push(text) });
      return Promise.resolve(true);
    };
    stub.window.activeTextEditor = { document, selections: [{ start: 9, end: 9 }], edit };
    assert.equal(
      await run('insertEventKey', ['repo:push', 'issue:created']),
      'Bitbucket no longer sends issue:created',
    );
    assert.equal(await run('insertEventKey', ['repo:push']), '');
    assert.deepEqual(written, ['repo:push, issue:created', 'repo:push']);
  });

  it('is left out of the request that creates a hook, which says so', async () => {
    registerCopyHook({ catalog, files: Object.create(null) as PayloadFiles });
    const said = await run('copyHookRequest', ['repo:push', 'issue:created', 'issue:updated']);
    assert.match(said, /without issue:created, issue:updated, which Bitbucket no longer sends/);
    assert.match(stub.seen.clipboard, /"repo:push"/);
    assert.doesNotMatch(stub.seen.clipboard, /issue:/);
    assert.match(await run('copyHookRequest', ['issue:created']), /^A webhook can’t subscribe to issue:created/);
    assert.equal(stub.seen.clipboard, '');
  });

  it('is told to assistants with its date', async () => {
    const { events, checkedKeys } = lookUp(
      catalog,
      parseLookupInput({ query: 'issue', keys: [...removed, 'repo:push'] }),
    );
    assert.deepEqual(
      events?.map((event) => [event.key, event.removed]),
      catalog
        .listKnownEvents()
        .filter(({ key }) => removed.includes(key))
        .map(({ key }) => [key, removal]),
    );
    assert.deepEqual(
      checkedKeys?.map((checked) => [checked.status, 'removed' in checked ? checked.removed : undefined]),
      [...removed.map(() => ['valid', removal]), ['valid', undefined]],
    );
    const variant = { id: 'usual', title: 'Usual', certainty: 'documented' } as const;
    const entry = { certainty: 'documented', headers: [], variants: [variant] } as never;
    const source = {
      entry: () => Promise.resolve(entry),
      sample: () => Promise.resolve('{}'),
      schema: () => Promise.resolve('{}'),
      types: () => Promise.resolve(''),
    };
    for (const part of ['sample', 'schema', 'type'] as const) {
      const answer = await describePayload(source, catalog.listKnownEvents(), {
        key: 'issue:created',
        part,
        variant: '',
      });
      assert.deepEqual((answer as { removed?: unknown }).removed, removal, part);
    }
  });

  it('is marked for other extensions, whose list keeps its order', () => {
    const published = snapshotOf(catalog.listKnownEvents()).eventsOf(undefined);
    assert.deepEqual(keysOf(published), keysOf(catalog.listKnownEvents()));
    for (const event of published) {
      assert.deepEqual(event.removed, removed.includes(event.key) ? removal : undefined);
    }
  });

  it('is explained where one points at it', async () => {
    const hover = new EventKeyHover(catalog, finder);
    for (const key of removed) {
      const shown = await hover.provideHover(documentOf(`events:\n  - ${key}\n`), 14 as unknown as Position);
      const texts = (shown?.contents as MarkdownString[]).map(({ value }) => value).join('\n');
      assert.match(texts, /removed its issue tracker in August 2026/, key);
    }
  });

  it('can be sent as a test, whose answer adds that Bitbucket won’t', () => {
    const told = (eventKey: string) => answerText(someDelivery({ eventKey })).replace(/\s+/g, ' ');
    assert.match(
      told('issue:created'),
      /Bitbucket no longer sends this event: it removed its issue tracker in August 2026\./,
    );
    assert.doesNotMatch(told('repo:push'), /no longer/);
    const several = ['repo:push', 'issue:created'].map((eventKey) => someDelivery({ eventKey }));
    assert.match(summaryText(several, 0), /\n\nBitbucket no longer sends issue:created\n/);
  });

  it('stays known after Bitbucket’s list has lost it, and is marked while that has it still', () => {
    const live = (keys: readonly string[]): CatalogEvent[] =>
      catalog
        .listKnownEvents()
        .filter(({ key }) => keys.includes(key))
        .map((event) => ({ ...event, origin: { kind: 'live' } }));
    const checked = (events: readonly CatalogEvent[]) =>
      lookUp(
        {
          listSubjectTypes: () => ({ names: [], origin: { kind: 'live' }, fault: undefined }),
          listKnownEvents: () => events,
        },
        parseLookupInput({ keys: ['issue:created'] }),
      ).checkedKeys;
    for (const keys of [['repo:push'], ['repo:push', 'issue:created']]) {
      const [first] = checked(live(keys)) ?? [];
      assert.ok(first?.status === 'valid');
      assert.deepEqual(first.removed, removal);
    }
    assert.equal(snapshotOf(live(['issue:created'])).eventsOf(undefined)[0]?.removed?.date, removal.date);
  });
});
