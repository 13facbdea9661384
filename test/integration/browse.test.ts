import assert from 'node:assert/strict';
import { type MarkdownString, ThemeIcon, TreeItemCollapsibleState } from 'vscode';
import { bundledList } from '../../src/catalog/bundled/bundledList';
import { EventSearch } from '../../src/sidebar/eventSearch';
import type { SubjectTypeNode, TreeNode } from '../../src/sidebar/nodes';
import { originMessage } from '../../src/sidebar/originMessage';
import { bitbucketScenario, manyRows, type Scenario } from '../server/scenario';
import { createCatalog, createClient } from '../support/createCatalog';
import { watchedTree } from '../support/watchedTree';
import { isWeb } from './platform';
import { play } from './testServer';

const two = { repository: manyRows(45), workspace: manyRows(3, 'workspace') };

async function openTree(scenario: Partial<Scenario> = {}) {
  const { baseUrl, ...played } = await play({ subjectTypes: two, pageLength: 20, ...scenario });
  const catalog = createCatalog({ baseUrl });
  const { tree, loads, draw, tooltip, settled: children } = watchedTree(catalog);
  const changed: unknown[] = [];
  tree.onDidChangeTreeData((nodes) => changed.push(...[nodes].flat()));
  const labels = (nodes: readonly TreeNode[]) => nodes.map((node) => tree.getTreeItem(node).label);
  const last = (nodes: readonly TreeNode[]) => nodes.at(-1) ?? assert.fail('no children');
  const expand = async (name: string) => {
    const nodes = await children();
    const node = nodes.find((candidate) => candidate.kind === 'subjectType' && candidate.name === name);
    return (node as SubjectTypeNode | undefined) ?? assert.fail(`no ${name}`);
  };
  return { catalog, tree, changed, draw, tooltip, children, labels, last, expand, loads, ...played };
}

describe('Browse', () => {
  it('shows the subject types that the API returns, collapsed', async () => {
    const { tree, children, labels, requests } = await openTree();
    const nodes = await children();
    assert.deepEqual(labels(nodes), ['repository', 'workspace']);
    const items = nodes.map((node) => tree.getTreeItem(node));
    assert.ok(items.every((item) => item.collapsibleState === TreeItemCollapsibleState.Collapsed));
    assert.deepEqual(
      items.map(({ id }) => id),
      ['subject:repository', 'subject:workspace'],
    );
    assert.deepEqual(await requests(), ['/hook_events']);
  });

  it('shows subject types that nobody has heard of, and deprecated ones last', async () => {
    const { tree, children, labels } = await openTree({ subjectTypes: { team: [], project: [], repository: [] } });
    const nodes = await children();
    assert.deepEqual(labels(nodes), ['project', 'repository', 'team']);
    assert.deepEqual(
      nodes.map((node) => tree.getTreeItem(node).description),
      ['', '', 'deprecated'],
    );
  });

  it('describes an event: key, label, category, description, subject type, icon', async () => {
    const { tree, tooltip, children, expand } = await openTree();
    const [first] = await children(await expand('repository'));
    assert.ok(first);
    const item = tree.getTreeItem(first);
    assert.deepEqual(
      [item.id, item.label, item.description, item.contextValue],
      ['event:repository/repo:push', 'repo:push', 'Push', 'eventOfForge'],
    );
    assert.ok(item.iconPath instanceof ThemeIcon);
    assert.equal(item.iconPath.id, 'repo-push');
    assert.equal(item.accessibilityInformation?.label, 'repo:push, Push, Repository');
    const said = tooltip(first);
    for (const part of [
      'repo:push',
      'Push',
      'Whenever a repository push occurs',
      'Category: Repository',
      'repository',
    ]) {
      assert.ok(said.includes(part), `${part} in ${said}`);
    }
  });

  it('says of an event the same under every subject type, loaded or not', async () => {
    const { tree, tooltip, children, expand } = await openTree({ ...bitbucketScenario, pageLength: 30 });
    const tooltipUnder = async (name: string) => {
      const [node] = await children(await expand(name));
      return tooltip(node ?? assert.fail());
    };
    const [early] = await tree.getChildren(await expand('workspace'));
    const first = tooltip(early ?? assert.fail());
    assert.match(first, /^Subject types: repository, workspace$/m);
    assert.equal(await tooltipUnder('repository'), await tooltipUnder('workspace'));
    assert.match(await tooltipUnder('repository'), /^Subject types: repository, workspace$/m);
  });

  it('loads 20, 40 and 45 events as the user asks for more, with the requests that this needs', async () => {
    const { tree, children, labels, last, expand, requests, loads } = await openTree();
    const repository = await expand('repository');
    let nodes = await children(repository);
    assert.equal(nodes.length, 21);
    assert.equal(labels(nodes).at(-1), 'Load more…');
    assert.equal(tree.getTreeItem(last(nodes)).description, '20 of 45');
    assert.equal(tree.getTreeItem(last(nodes)).id, 'more:repository');

    await tree.loadMore(last(nodes) as never);
    nodes = await children(repository);
    assert.equal(nodes.length, 41);
    assert.equal(tree.getTreeItem(last(nodes)).description, '40 of 45');

    await tree.loadMore(last(nodes) as never);
    nodes = await children(repository);
    assert.equal(nodes.length, 45);
    assert.ok(nodes.every(({ kind }) => kind === 'event'));
    assert.deepEqual(
      labels(nodes),
      two.repository.map(({ event }) => event),
    );
    assert.deepEqual(await requests(), [
      '/hook_events',
      '/hook_events/repository',
      '/hook_events/repository?page=2',
      '/hook_events/repository?page=3',
    ]);
    assert.equal(loads.length, 4, 'each load shows progress');
  });

  it('says how many are loaded where the API does not say of how many', async () => {
    const { tree, children, last, expand } = await openTree({ withoutSize: true });
    const nodes = await children(await expand('repository'));
    assert.equal(tree.getTreeItem(last(nodes)).description, '20 loaded');
  });

  it('makes one request of two clicks on "Load more…", and says that it loads', async () => {
    const { tree, children, last, expand, requests, release } = await openTree({
      faults: [{ on: 'page=2', times: 1, hold: true }],
    });
    const repository = await expand('repository');
    const more = last(await children(repository)) as never;
    const both = Promise.all([tree.loadMore(more), tree.loadMore(more)]);
    assert.equal(tree.getTreeItem(more).label, 'Loading…');
    assert.equal(tree.getTreeItem(more).command, undefined);
    while ((await requests()).length < 3);
    await release();
    await both;
    assert.equal((await children(repository)).length, 41);
    assert.equal((await requests()).length, 3);
  });

  it('starts over from page one on refresh, of one subject type or of all', async () => {
    const { tree, changed, children, last, expand, loads, requests } = await openTree();
    const repository = await expand('repository');
    await tree.loadMore(last(await children(repository)) as never);
    await tree.loadMore(last(await children(repository)) as never);
    assert.equal((await children(repository)).length, 45);
    changed.length = 0;

    tree.refresh(repository);
    await Promise.all(loads);
    assert.deepEqual(changed, [repository]);
    assert.equal((await children(repository)).length, 21);
    assert.deepEqual((await requests()).slice(4), ['/hook_events/repository']);

    tree.refresh();
    await Promise.all(loads);
    assert.equal((await children(repository)).length, 21);
    assert.deepEqual((await requests()).slice(5), ['/hook_events', '/hook_events/repository']);
    assert.deepEqual(changed, [repository], 'the same rows, which say the same');
  });

  it('shows the list at hand at once, and what Bitbucket lists as soon as that has come', async () => {
    const { tree, changed, draw, children, labels, last, release, requests } = await openTree({
      faults: [{ on: '', times: 2, hold: true }],
    });
    const [repository] = await draw();
    assert.ok(repository?.kind === 'subjectType');
    const bundled = await draw(repository);
    assert.deepEqual(
      labels(bundled),
      bundledList.subjectTypes.get('repository')?.map(({ key }) => key),
    );
    while ((await requests()).length < 1);
    await release();
    while ((await requests()).length < 2);
    // The rows are the same ones, and say the same.
    assert.deepEqual(changed, []);
    await release();
    const live = await children(repository);
    assert.equal(tree.getTreeItem(last(live)).description, '20 of 45');
    assert.deepEqual(changed, [repository]);
    assert.deepEqual(await requests(), ['/hook_events', '/hook_events/repository']);
  });

  for (const isGrouped of [false, true]) {
    it(`tells VS Code of rows alone where the same ones stay${isGrouped ? ', by category' : ''}`, async () => {
      const { tree, changed, draw, tooltip, loads, release, requests } = await openTree({
        ...bitbucketScenario,
        pageLength: 30,
        faults: [{ on: '/repository', times: 1, hold: true }],
      });
      tree.isGrouped = isGrouped;
      const [repository] = await draw();
      const events = async () => {
        const rows = await draw(repository);
        return (await Promise.all(rows.map(async (row) => (row.kind === 'category' ? draw(row) : row)))).flat();
      };
      const bundled = await events();
      while ((await requests()).length < 2);
      changed.length = 0;
      await release();
      await Promise.all(loads);
      // Their tooltips say where the list is from.
      assert.equal(new Set(changed).size, bundled.length);
      assert.ok(changed.every((row, index) => row === bundled[index]));
      const live = await events();
      assert.ok(live.every((row, index) => row === bundled[index]));
      assert.match(tooltip(live[0] ?? assert.fail()), /Source: Live from Bitbucket/);
    });
  }

  for (const what of ['label', 'description', 'category']) {
    it(`tells VS Code of a row whose ${what} is another one`, async () => {
      const row = { event: 'repo:push', category: 'Repository', label: 'Push', description: 'A push' };
      const { tree, changed, children, expand, replay, loads } = await openTree({
        subjectTypes: { repository: [row] },
      });
      const repository = await expand('repository');
      const before = await children(repository);
      changed.length = 0;
      await replay({ subjectTypes: { repository: [{ ...row, [what]: 'Another' }] } });
      tree.refresh(repository);
      await Promise.all(loads);
      assert.deepEqual(changed, before);
    });
  }

  it('keeps the objects of rows that stay when others come and go', async () => {
    const { children, draw, expand, replay, tree } = await openTree();
    const repository = await expand('repository');
    const before = await children(repository);
    await replay({ subjectTypes: { repository: manyRows(44).slice(1) } });
    tree.refresh(repository);
    const after = await children(repository);
    assert.deepEqual(
      after.filter((row) => before.includes(row)),
      [...before.slice(1, 20), before[20]],
    );
    assert.deepEqual(await draw(repository), after);
  });

  it('leaves the tree itself alone where nothing in it is new, and rows that have just appeared', async () => {
    const { changed, children, expand } = await openTree();
    const repository = await expand('repository');
    assert.deepEqual(changed, []);
    assert.equal((await children(repository)).length, 21);
    assert.deepEqual(changed, [repository]);
  });

  it('shows subject types that the list at hand does not have', async () => {
    const { changed, draw, children, labels } = await openTree({ subjectTypes: { project: [] } });
    assert.deepEqual(labels(await draw()), ['repository', 'workspace']);
    assert.deepEqual(labels(await children()), ['project']);
    assert.deepEqual(changed, [undefined]);
  });

  it('says nothing to VS Code of children that it has not asked for', async () => {
    const { catalog, changed, children, expand } = await openTree();
    await catalog.loadSubjectTypes();
    assert.deepEqual(changed, []);
    const repository = await expand('repository');
    await catalog.loadEvents('workspace');
    assert.deepEqual(changed, []);
    await children(repository);
    await catalog.loadMoreEvents('repository');
    assert.deepEqual(changed, [repository, repository]);
  });

  it('asks again where what was waited for will not come any more', async () => {
    const { catalog, changed, children, labels, requests, release } = await openTree({
      faults: [{ on: '/hook_events', times: 1, hold: true }],
    });
    const waiting = children();
    while ((await requests()).length < 1);
    const other = await play({ subjectTypes: { project: [] } });
    catalog.useClient(createClient({ baseUrl: other.baseUrl }));
    await waiting;
    await release();
    assert.deepEqual(labels(await children()), ['project']);
    assert.ok(changed.length > 0 && changed.every((node) => node === undefined));
  });

  for (const expanded of [[], ['repository']]) {
    it(`asks another API for what is in sight: ${['subject types', ...expanded].join()}`, async () => {
      const { catalog, children, expand, loads } = await openTree();
      await children();
      for (const name of expanded) {
        await children(await expand(name));
      }
      const other = await play({ subjectTypes: two, pageLength: 20 });
      catalog.useClient(createClient({ baseUrl: other.baseUrl }));
      while ((await other.requests()).length < 1 + expanded.length);
      await Promise.all(loads);
      assert.deepEqual(await other.requests(), ['/hook_events', ...expanded.map((name) => `/hook_events/${name}`)]);
    });
  }

  it('keeps what it had when a page fails, and adds a leaf that says why and retries', async () => {
    const body = JSON.stringify({ type: 'error', error: { message: 'Too *busy*' } });
    const { tree, tooltip, children, last, expand } = await openTree({
      faults: [{ on: 'page=2', times: 3, status: 503, body }],
    });
    const repository = await expand('repository');
    await tree.loadMore(last(await children(repository)) as never);
    let nodes = await children(repository);
    assert.equal(nodes.length, 21);
    const item = tree.getTreeItem(last(nodes));
    assert.deepEqual([item.id, item.label, item.contextValue], ['error:repository', 'HTTP 503. Retry', 'retry']);
    assert.ok(tooltip(last(nodes)).includes('status 503: “Too *busy*”'), 'the cause');

    await tree.loadMore(last(nodes) as never);
    nodes = await children(repository);
    assert.equal(tree.getTreeItem(last(nodes)).description, '40 of 45');
  });

  it('keeps what it had when a refresh fails, with its next page, and says why above it', async () => {
    const { catalog, children, labels, last, expand, replay, tree } = await openTree();
    const repository = await expand('repository');
    await children(repository);
    await replay({ faults: [{ on: '/repository', times: 1, status: 500 }] });
    tree.refresh(repository);
    let nodes = await children(repository);
    assert.deepEqual(
      [labels(nodes)[0], nodes.length, tree.getTreeItem(last(nodes)).description],
      ['HTTP 500. Retry', 22, '20 of 45'],
    );
    assert.match(originMessage(catalog, tree.expandedNames), /^Fetched /);

    await tree.loadMore(last(nodes) as never);
    nodes = await children(repository);
    assert.deepEqual(
      [labels(nodes)[0], nodes.length, tree.getTreeItem(last(nodes)).description],
      ['HTTP 500. Retry', 42, '40 of 45'],
    );
    await tree.loadMore(nodes[0] as never);
    nodes = await children(repository);
    assert.deepEqual([labels(nodes)[0], nodes.length], ['repo:push', 21]);
    assert.equal(originMessage(catalog, tree.expandedNames), 'Live from Bitbucket');
  });

  it('says once that nothing newer can be had', async () => {
    const { catalog, children, labels, expand, replay, tree, requests } = await openTree();
    const repository = await expand('repository');
    await children(repository);
    await replay({ faults: [{ on: '', status: 500 }] });
    tree.refresh();
    assert.deepEqual(labels(await children()), ['HTTP 500. Retry', 'repository', 'workspace']);
    assert.equal((await children(repository)).length, 21);
    assert.equal(labels(await children(repository))[0], 'repo:push');
    assert.deepEqual(await requests(), ['/hook_events']);
    assert.match(originMessage(catalog, tree.expandedNames), /^Fetched /);
  });

  it('shows the bundled list and one retry leaf above it when nothing can be had', async () => {
    const { tree, children, labels, expand, requests } = await openTree({
      faults: [{ on: '/hook_events', times: 3, disconnect: true }],
    });
    const nodes = await children();
    const why = isWeb ? 'Server not reachable' : 'No connection';
    assert.deepEqual(labels(nodes), [`${why}. Retry`, 'repository', 'workspace']);
    const [retry] = nodes;
    assert.ok(retry?.kind === 'retry' && tree.getTreeItem(retry).id === 'error:');
    const events = await children(await expand('workspace'));
    assert.equal(events.length, bundledList.subjectTypes.get('workspace')?.length);
    assert.ok(events.every(({ kind }) => kind === 'event'));
    assert.equal((await requests()).length, 3);

    await tree.loadMore(retry);
    assert.deepEqual(labels(await children()), ['repository', 'workspace']);
  });

  it('groups events by category when the user wants it', async () => {
    const { tree, children, labels, expand } = await openTree();
    tree.isGrouped = true;
    const repository = await expand('repository');
    assert.equal(tree.getTreeItem(repository).label, 'Repository webhooks');
    const groups = await children(repository);
    assert.deepEqual(labels(groups), ['Repository', 'Pull Request', 'Load more…']);
    const [first] = groups;
    assert.ok(first);
    assert.equal(tree.getTreeItem(first).id, 'category:repository/Repository');
    const events = await children(first);
    assert.ok(events[0] && tree.getParent(events[0]) === first);
    const push = tree.getTreeItem(events[0]);
    assert.deepEqual(
      [push.label, push.accessibilityInformation?.label, push.id],
      ['push', 'repo:push, Push, Repository', 'event:repository/repo:push'],
    );
    tree.isGrouped = false;
    assert.equal((await children(repository)).length, 21);
    assert.equal(tree.getTreeItem(repository).label, 'repository');
  });

  it('counts the known events of a category, on whichever page they are, and keeps families that differ', async () => {
    const rows = ['repo:push', 'build:status', 'repo:fork', 'repo:updated'];
    const { tree, children, labels, expand } = await openTree({
      subjectTypes: { repository: rows.map((event) => ({ event, category: 'Repository' })) },
      pageLength: 2,
    });
    tree.isGrouped = true;
    const [group] = await children(await expand('repository'));
    assert.ok(group);
    // The first page, and five more of the bundled list.
    assert.equal(tree.getTreeItem(group).description, '2 of 7');
    assert.deepEqual(labels(await children(group)), ['repo:push', 'build:status']);
  });

  it('shows the bundled list and says why where the server keeps browsers from reading its answers', async () => {
    const { tooltip, children, labels } = await openTree({ cors: false });
    const nodes = await children();
    if (isWeb) {
      assert.deepEqual(labels(nodes), ['Server not reachable. Retry', 'repository', 'workspace']);
      const why = tooltip(nodes[0] ?? assert.fail());
      assert.match(why, /in a browser, the server may also not allow requests from this page/);
    } else {
      assert.deepEqual(labels(nodes), ['repository', 'workspace']);
    }
  });

  it('follows redirects within the API where the platform lets us look where they lead', async () => {
    const headers = { location: '{base}/hook_events?moved' };
    const { children, labels, requests } = await openTree({ faults: [{ on: '/hook_events', status: 307, headers }] });
    const list = ['repository', 'workspace'];
    assert.deepEqual(labels(await children()), isWeb ? ['HTTP 302. Retry', ...list] : list);
    assert.deepEqual(await requests(), ['/hook_events', ...(isWeb ? [] : ['/hook_events?moved'])]);
  });

  it('loads the pages up to an event that is searched for, and no further', async () => {
    const fulfilled = { event: 'pullrequest:fulfilled', category: 'Pull Request' };
    const rows = [...manyRows(25), fulfilled, ...manyRows(45).slice(25)];
    const { catalog, tree, requests, children, expand } = await openTree({
      subjectTypes: { repository: rows, workspace: [fulfilled] },
    });
    const search = new EventSearch(catalog, tree);
    assert.equal(search.atHand('pullrequest:fulfilled')?.subjectType.name, 'repository');
    const node = await search.loadUpTo('pullrequest:fulfilled');
    assert.deepEqual([node?.subjectType.name, node?.event.key], ['repository', 'pullrequest:fulfilled']);
    assert.deepEqual(await requests(), ['/hook_events', '/hook_events/repository', '/hook_events/repository?page=2']);

    await children(await expand('workspace'));
    assert.equal((await search.loadUpTo('pullrequest:fulfilled'))?.subjectType.name, 'workspace');
    assert.equal(await search.loadUpTo('project:updated'), undefined, 'which only the bundled list has');
    assert.equal((await requests()).length, 4, 'up to the end of what may have it');
  });

  it('loads further pages of what is in sight before it asks for another subject type', async () => {
    const rows = [...manyRows(25), { event: 'pullrequest:fulfilled', category: 'Pull Request' }];
    const { catalog, tree, requests, children, expand } = await openTree({
      subjectTypes: { repository: rows, workspace: manyRows(3, 'workspace') },
    });
    await children(await expand('repository'));
    const search = new EventSearch(catalog, tree);
    assert.equal(search.atHand('pullrequest:fulfilled'), undefined, 'though the bundled list has it for a workspace');
    assert.equal((await search.loadUpTo('pullrequest:fulfilled'))?.subjectType.name, 'repository');
    assert.deepEqual(await requests(), ['/hook_events', '/hook_events/repository', '/hook_events/repository?page=2']);
  });

  it('goes on to the next subject type, and ends, where pages fail', async () => {
    const { catalog, tree, requests } = await openTree({ faults: [{ on: 'page=2', status: 404 }] });
    const search = new EventSearch(catalog, tree);
    assert.equal(await search.loadUpTo('pullrequest:fulfilled'), undefined);
    assert.deepEqual((await requests()).slice(1), [
      '/hook_events/repository',
      '/hook_events/repository?page=2',
      '/hook_events/workspace',
    ]);
  });

  it('says that a subject type has no events', async () => {
    const { children, labels, expand } = await openTree({ subjectTypes: { repository: [] } });
    assert.deepEqual(labels(await children(await expand('repository'))), ['Bitbucket lists no events here']);
  });

  it('shows text from the network as text', async () => {
    const rows = [{ event: 'repo:push', label: '[x](command:evil) $(zap)', description: '**b** <img src=x>' }];
    const { tree, children, expand } = await openTree({ subjectTypes: { repository: rows } });
    const [node] = await children(await expand('repository'));
    assert.ok(node);
    const { value, isTrusted, supportHtml } = tree.resolveTreeItem(tree.getTreeItem(node), node)
      .tooltip as MarkdownString;
    assert.ok(!isTrusted && !supportHtml);
    for (const markup of ['[x]', '](command', '**b**', '$(zap)']) {
      assert.ok(!value.includes(markup), `${markup} in ${value}`);
    }
  });
});
