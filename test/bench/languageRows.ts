import type { EventCatalog } from '../../src/catalog/eventCatalog';
import { type Language, madeDocument, type MadeDocument } from './documents';
import { measure, race } from './measure';
import { openOurs } from './ours';
import { installPeers } from './peers/install';
import { jsonPeer } from './peers/jsonPeer';
import type { OpenPeer } from './peers/peer';
import { textWith } from './peers/textVersions';
import { typescriptPeer } from './peers/typescriptPeer';
import { yamlPeer } from './peers/yamlPeer';
import type { Row } from './rows';

const sizes = [100, 1_000, 10_000, 100_000];

/** Milliseconds for the slower side of one row. */
const budget = 3_000;

const completionGoals: Readonly<Record<string, number>> = { yaml: 50, json: 20, typescript: 10 };
const checkGoal = 20;

/** Completion, hover and checks of made-up documents, beside the services that people would use instead. */
export async function languageRows(catalog: EventCatalog, report: (row: Row) => void): Promise<void> {
  const peers = await installPeers();
  const openers: [Language, OpenPeer][] = [
    ['yaml', yamlPeer(peers)],
    ['json', jsonPeer(peers)],
    ['typescript', typescriptPeer],
  ];
  for (const [language, openPeer] of openers) {
    for (const size of sizes) {
      await rowsOf(madeDocument(language, size), lines(size), openPeer, catalog, report);
    }
    const dense = madeDocument(language, 10_000, 'dense');
    const [ours, peer] = [openOurs(dense, catalog), openPeer(dense)];
    const times = await race(ours.validate, peer.validate, { budget });
    const what = `${language}, ${lines(10_000)}, a key in every fifth`;
    report({ group: 'check', what, ours: times.ours, peer: peer.name, peerTimes: times.peer, goal: checkGoal });
  }
  for (const size of sizes) {
    const { complete } = openOurs(madeDocument('typescriptreact', size), catalog);
    report({ group: 'completion', what: `typescriptreact, ${lines(size)}`, ours: await measure(complete, 500, 1_000) });
  }
}

async function rowsOf(
  document: MadeDocument,
  size: string,
  openPeer: OpenPeer,
  catalog: EventCatalog,
  report: (row: Row) => void,
): Promise<void> {
  const ours = openOurs(document, catalog);
  const peer = openPeer(document);
  const what = `${document.language}, ${size}`;
  assertSame(document, ours.complete.run(), await peer.complete.run());
  for (const task of ['complete', 'hover', 'validate'] as const) {
    ours.finishTyping();
    peer.finishTyping();
    const times = await race(ours[task], peer[task], { budget });
    report({
      group: { complete: 'completion', hover: 'hover', validate: 'check' }[task],
      what,
      ours: times.ours,
      peer: peer.name,
      peerTimes: times.peer,
      ...goalOf(task, document.language, size),
    });
  }
  const limits = limitsFor(document);
  for (const [name, run] of Object.entries(limits)) {
    const times = await race(ours.validate, { run }, { budget: 500, oursPerPeer: 1 });
    report({ group: 'check', what, ours: times.ours, peer: name, peerTimes: times.peer, isLimit: true });
  }
}

/** The comparison is void unless both sides offer the keys. */
function assertSame({ language }: MadeDocument, ours: unknown, theirs: unknown): void {
  if (typeof ours !== 'number' || typeof theirs !== 'number' || ours < 20 || theirs < 20) {
    throw new Error(`${language}: ours offers ${String(ours)} keys, the other ${String(theirs)}.`);
  }
}

function goalOf(task: string, language: Language, size: string): { goal?: number } {
  if (task === 'validate') {
    return { goal: checkGoal };
  }
  const goal = completionGoals[language];
  return task === 'complete' && size === lines(10_000) && goal !== undefined ? { goal } : {};
}

/** The least that anybody can do who looks at a whole text. */
function limitsFor(document: MadeDocument): Readonly<Record<string, () => unknown>> {
  const text = textWith(document, 'repo:push');
  const buffer = Buffer.from(text);
  return {
    'limit: one expression over the text': () => {
      return text.match(/\b(?:repo|pullrequest|issue|project|pipeline):[a-z_]+/g)?.length;
    },
    'limit: one copy of the buffer': () => Buffer.from(buffer).length,
  };
}

function lines(size: number): string {
  return `${size.toLocaleString('en')} lines`;
}
