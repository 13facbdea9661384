import { platformFetch } from '../../src/bitbucket/fetchNode';
import { readText } from '../../src/bitbucket/fetchLike';
import type { TreeNode } from '../../src/sidebar/nodes';
import { HookEventsServer } from '../server/hookEventsServer';
import { manyRows } from '../server/scenario';
import { createCatalog } from '../support/createCatalog';
import { MemoryFolder } from '../support/memoryFolder';
import { watchedTree } from '../support/watchedTree';
import { measure, race, type Task } from './measure';
import type { Report } from './rows';

const counts = [30, 1_000, 10_000];
const pageLength = 100;
const budget = 1_500;

/** The tree with its catalogue, beside the bare requests for the same pages; the server runs in this process. */
export async function treeRows(report: Report): Promise<void> {
  const server = new HookEventsServer();
  await server.start();
  try {
    for (const count of counts) {
      const baseUrl = server.play(`events-${count}`, {
        subjectTypes: { repository: manyRows(count) },
        pageLength: Math.min(pageLength, Math.ceil(count / 2)),
      });
      await rowsOf(baseUrl, count, report);
    }
  } finally {
    await server.stop();
  }
}

async function rowsOf(baseUrl: string, count: number, report: Report): Promise<void> {
  const what = `${count.toLocaleString('en')} events`;
  const folder = new MemoryFolder();
  const filling = openTree(baseUrl, folder);
  await filling.expand();
  await filling.loadAll();
  let tree = filling;
  const withTree = (open: () => Tree | Promise<Tree>, run: () => unknown): Task => ({
    prepare: async () => {
      tree = await open();
    },
    run,
  });
  report({
    group: 'tree',
    what: `first expansion from the cache, ${what}`,
    ours: await measure(
      withTree(
        () => openTree(baseUrl, folder),
        () => tree.expand(),
      ),
      budget,
    ),
  });
  const first = await race(
    [
      withTree(
        () => openTree(baseUrl, new MemoryFolder()),
        () => tree.expand(),
      ),
    ],
    { run: () => bareRequests(baseUrl, 1) },
    { budget, oursPerPeer: 1 },
  );
  report({
    group: 'tree',
    what: `first expansion from the network, ${what}`,
    ours: first.ours[0] ?? first.peer,
    peer: 'limit: two bare requests',
    peerTimes: first.peer,
    isLimit: true,
  });
  const more = await measure(
    withTree(
      async () => {
        const opened = openTree(baseUrl, new MemoryFolder());
        await opened.expand();
        await opened.loadAll(1);
        return opened;
      },
      () => tree.loadMore(),
    ),
    budget,
    20,
  );
  report({ group: 'tree', what: `“Load more…” of the last page, ${what}`, ours: more });
  await completeLoad(baseUrl, count, what, report);
}

async function completeLoad(baseUrl: string, count: number, what: string, report: Report): Promise<void> {
  let tree = openTree(baseUrl, new MemoryFolder());
  const prepare = (): void => {
    tree = openTree(baseUrl, new MemoryFolder());
  };
  const run = async (): Promise<void> => {
    await tree.expand();
    await tree.loadAll();
  };
  const times = await race(
    [{ prepare, run }],
    { run: () => bareRequests(baseUrl, Infinity) },
    { budget: 4_000, oursPerPeer: 1, maxPeerSamples: 15 },
  );
  const pages = Math.ceil(count / Math.min(pageLength, Math.ceil(count / 2)));
  prepare();
  const before = await usedHeap();
  await run();
  const memory = (await usedHeap()) - before;
  report({
    group: 'tree',
    what: `complete load, ${what} on ${pages} pages`,
    ours: times.ours[0] ?? times.peer,
    peer: 'limit: the bare requests',
    peerTimes: times.peer,
    isLimit: true,
    // Of a few events it is less than what the rest of the process does in the meantime.
    ...(tree.isOpen() && count >= 10_000 ? { memory: { ours: memory } } : {}),
  });
}

/** Megabytes, once what nobody needs any more is gone. */
async function usedHeap(): Promise<number> {
  for (let turn = 0; turn < 3; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    globalThis.gc?.();
  }
  return process.memoryUsage().heapUsed / 1e6;
}

interface Tree {
  /** Opens the view and the subject type in it, as VS Code does: children, and an item for each. */
  expand(): Promise<void>;
  /** Clicks on “Load more…”, and draws the subject type again. */
  loadMore(): Promise<boolean>;
  /** The same without drawing until but `left` pages are there. */
  loadAll(left?: number): Promise<void>;
  isOpen(): boolean;
}

function openTree(baseUrl: string, folder: MemoryFolder): Tree {
  const catalog = createCatalog({ baseUrl, folder });
  const { tree, settled } = watchedTree(catalog);
  let subjectType: TreeNode | undefined;
  let children: readonly TreeNode[] = [];
  return {
    expand: async () => {
      [subjectType] = await settled();
      children = await settled(subjectType);
    },
    loadMore: async () => {
      const last = children.at(-1);
      if (last?.kind === 'loadMore') {
        await tree.loadMore(last);
        children = await settled(subjectType);
      }
      return children.at(-1)?.kind === 'loadMore';
    },
    loadAll: async (left = 0) => {
      for (;;) {
        const { hasMore, events, total = 0 } = catalog.listEvents('repository');
        if (!hasMore || Math.ceil((total - events.length) / pageLength) <= left) {
          break;
        }
        await catalog.loadMoreEvents('repository');
      }
      children = await settled(subjectType);
    },
    isOpen: () => children.length > 0,
  };
}

/** The same requests with nothing around them: the answers are parsed as JSON, and that is all. */
async function bareRequests(baseUrl: string, pages: number): Promise<number> {
  const { signal } = new AbortController();
  const get = async (url: string): Promise<unknown> =>
    JSON.parse(await readText((await platformFetch(url, signal)).body, 10_000_000));
  await get(`${baseUrl}/hook_events`);
  let next: string | undefined = `${baseUrl}/hook_events/repository`;
  let page = 0;
  for (; next !== undefined && page < pages; page++) {
    ({ next } = (await get(next)) as { next?: string });
  }
  return page;
}
