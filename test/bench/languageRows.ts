import type { EventCatalog } from '../../src/catalog/eventCatalog';
import { documentInBlock, type Language, madeDocument, type MadeDocument } from './documents';
import { longestBlocks, measure, race, time, timesOf } from './measure';
import { finderOf, type Ours, openOurs } from './ours';
import { installPeers } from './peers/install';
import { jsonPeer } from './peers/jsonPeer';
import { type OpenPeer, type Peer, wholeKey } from './peers/peer';
import { textWith } from './peers/textVersions';
import { typescriptPeer } from './peers/typescriptPeer';
import { yamlPeer } from './peers/yamlPeer';
import type { Report, Row } from './rows';

const sizes = [100, 1_000, 10_000, 100_000];

/** Milliseconds for the slower side of one row. */
const budget = 3_000;

const openFiles = 20;

/** Completion, hover and checks of made-up documents, beside the services that people would use instead. */
export async function languageRows(catalog: EventCatalog, report: Report): Promise<void> {
  const peers = await installPeers();
  const openers: [Language, OpenPeer][] = [
    ['yaml', yamlPeer(peers)],
    ['json', jsonPeer(peers)],
    ['typescript', typescriptPeer],
  ];
  for (const [language] of openers) {
    // Before anything large is in memory whose garbage would have to be collected meanwhile.
    await blockRows(language, catalog, report);
  }
  await blockRows('markdown', catalog, report);
  for (const [what, document] of [
    ['markdown, 100,000 lines with fences', madeDocument('markdown', 100_000)],
    ['yaml, 30,000 characters in a block scalar', documentInBlock(30_000)],
  ] as const) {
    const { complete, read } = openOurs(document, catalog);
    await read();
    report({ group: 'completion', what, ours: await measure(complete, 1_000, 200) });
  }
  for (const [language, openPeer] of openers) {
    for (const size of sizes) {
      const document = madeDocument(language, size);
      const [ours, peer] = [openOurs(document, catalog), openPeer(document)];
      const what = `${language}, ${lines(size)}`;
      assertSame(document, await ours.read(), await peer.complete.run());
      await completionRow(what, ours, peer, report);
      report({ group: 'first list after opening', what, ours: await measure(ours.open, 500, 100) });
      await hoverRow(what, ours, peer, report);
      await checkRows(what, ours, peer, report);
      if (size < 100_000) {
        await limitRows(what, ours, document, report);
      }
    }
    report(await memoryRow(language, catalog));
    const dense = madeDocument(language, 10_000, 'dense');
    await checkRows(`${language}, ${lines(10_000)}, dense`, openOurs(dense, catalog), openPeer(dense), report);
  }
  for (const size of sizes) {
    const { complete, read } = openOurs(madeDocument('typescriptreact', size), catalog);
    await read();
    report({ group: 'completion', what: `typescriptreact, ${lines(size)}`, ours: await measure(complete, 500, 1_000) });
  }
}

async function completionRow(what: string, ours: Ours, peer: Peer, report: Report): Promise<void> {
  const times = await race([ours.complete], peer.complete, { budget });
  report({ group: 'completion', what, ...beside(times, 0, peer) });
}

async function hoverRow(what: string, ours: Ours, peer: Peer, report: Report): Promise<void> {
  ours.finishTyping();
  peer.finishTyping();
  const times = await race([ours.hover], peer.hover, { budget: budget / 3 });
  report({ group: 'hover', what, ...beside(times, 0, peer) });
}

async function checkRows(what: string, ours: Ours, peer: Peer, report: Report): Promise<void> {
  const times = await race([ours.validate], peer.validate, { budget });
  report({ group: 'check', what, ...beside(times, 0, peer) });
}

async function limitRows(what: string, ours: Ours, document: MadeDocument, report: Report): Promise<void> {
  for (const [peer, run] of Object.entries(limitsFor(document))) {
    const times = await race([ours.validate], { run }, { budget: 300, oursPerPeer: 1 });
    report({ group: 'check', what, ...beside(times, 0, { name: peer }), isLimit: true });
  }
}

/** How long one step of what takes longer keeps others waiting: in a document that is new, and after a letter. */
async function blockRows(language: Language, catalog: EventCatalog, report: Report): Promise<void> {
  const what = `${language}, ${lines(100_000)}`;
  const { open, complete, validate } = openOurs(madeDocument(language, 100_000), catalog);
  const tasks = { 'first list': open, 'after a letter': complete, check: validate };
  for (const [name, task] of Object.entries(tasks)) {
    report({ group: 'longest block', what: `${what}, ${name}`, ours: await longestBlocks(task, 20) });
  }
}

/** What is kept of documents that have been typed in and checked. */
async function memoryRow(language: Language, catalog: EventCatalog): Promise<Row> {
  const heapUsed = (): number => {
    globalThis.gc?.();
    return process.memoryUsage().heapUsed / 1e6;
  };
  const document = madeDocument(language, 1_000);
  const finder = finderOf(catalog);
  const open = Array.from({ length: openFiles }, () => openOurs(document, catalog, finder));
  const before = heapUsed();
  const times: number[] = [];
  for (const { complete, validate } of open) {
    times.push(await time(complete), await time(validate));
  }
  const ours = heapUsed() - before;
  return {
    group: 'memory',
    what: `${language}, ${openFiles} open files of 1,000 lines`,
    ours: timesOf(times),
    memory: { ours },
  };
}

function beside(times: Awaited<ReturnType<typeof race>>, index: number, { name }: { name: string }) {
  return { ours: times.ours[index] ?? times.peer, peer: name, peerTimes: times.peer };
}

/** The comparison is void unless both sides offer the keys. */
function assertSame({ language }: MadeDocument, ours: unknown, theirs: unknown): void {
  if (typeof ours !== 'number' || typeof theirs !== 'number' || ours < 20 || theirs < 20) {
    throw new Error(`${language}: ours offers ${String(ours)} keys, the other ${String(theirs)}.`);
  }
}

/** The least that anybody can do who looks at a whole text. */
function limitsFor(document: MadeDocument): Readonly<Record<string, () => unknown>> {
  const text = textWith(document, wholeKey);
  const buffer = Buffer.from(text);
  return {
    'limit: one look at each line': () => document.lines.filter((line) => line.includes('\0')).length,
    'limit: one expression over the text': () => {
      return text.match(/\b(?:repo|pullrequest|issue|project|pipeline):[a-z_]+/g)?.length;
    },
    'limit: one copy of the buffer': () => Buffer.from(buffer).length,
  };
}

function lines(size: number): string {
  return `${size.toLocaleString('en')} lines`;
}
