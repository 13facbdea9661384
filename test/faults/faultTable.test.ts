import assert from 'node:assert/strict';
import { bundledList } from '../../src/catalog/bundled/bundledList';
import type { EventCatalog } from '../../src/catalog/eventCatalog';
import { HookEventsServer } from '../server/hookEventsServer';
import { manyRows, type Scenario } from '../server/scenario';
import { createCatalog, createClient } from '../support/createCatalog';
import { browse } from './browse';
import { connectionRows } from './connectionRows';
import { dataRows } from './dataRows';
import type { FaultRow } from './faultRow';
import { linkRows } from './linkRows';
import { statusRows } from './statusRows';

const well: Scenario = { subjectTypes: { repository: manyRows(45), workspace: manyRows(3) }, pageLength: 20 };
const names = ['', 'repository', 'workspace'];
/** What a busy machine may take on top of the client's time. Milliseconds. */
const grace = 10_000;

describe('The fault table', () => {
  const server = new HookEventsServer();

  before(() => server.start());
  after(() => server.stop());

  [...connectionRows, ...statusRows, ...linkRows, ...dataRows].forEach((row, number) => {
    it(`survives ${row.name}`, () => (row.place ? elsewhere(row, row.place) : atServer(row, `row${number}`)));
  });

  async function elsewhere(row: FaultRow, open: NonNullable<FaultRow['place']>) {
    const place = await open();
    const { baseUrl } = place;
    try {
      const catalog = createCatalog({ baseUrl, client: createClient({ baseUrl, timeout: row.timeout }) });
      await check(row, catalog);
    } finally {
      await place.close();
    }
  }

  async function atServer(row: FaultRow, name: string) {
    const { faults, timeout } = row;
    const baseUrl = server.play(name, { ...well, ...row.scenario, ...(faults ? { faults } : {}) });
    const catalog = createCatalog({ baseUrl, client: createClient({ baseUrl, timeout }) });
    await check(row, catalog);
    if (row.requests !== undefined) {
      assert.equal(server.requests(name).length, row.requests, server.requests(name).join('\n'));
    }
    // All is well again as soon as the server is, without anything being made anew.
    server.play(name, well);
    catalog.markStale();
    assert.deepEqual((await browse(catalog)).lists, { '': '2 live', repository: '45 live', workspace: '3 live' });
  }

  async function check(row: FaultRow, catalog: EventCatalog) {
    const started = Date.now();
    const { lists, loads } = await browse(catalog);
    const seen: FaultRow['seen'] = row.seen;
    const expected = isTriple(seen) ? Object.fromEntries(names.map((name, n) => [name, seen[n]])) : seen;
    assert.deepEqual(lists, expected);
    if (row.timeout !== undefined) {
      assert.ok(Date.now() - started < row.timeout * loads + grace, 'not within its time');
    }
    checkKnown(catalog);
  }

  /** Completion and copying have all that the bundled list has of whatever isn't there in full. */
  function checkKnown(catalog: EventCatalog) {
    const known = new Set(catalog.listKnownEvents().map(({ key }) => key));
    assert.ok(known.has('repo:push'));
    for (const name of catalog.listSubjectTypes().names) {
      const { events, hasMore } = catalog.listEvents(name);
      const others = hasMore || events.length === 0 ? (bundledList.subjectTypes.get(name) ?? []) : [];
      for (const { key } of [...events, ...others]) {
        assert.ok(known.has(key), `${key} of ${name}`);
      }
    }
  }
});

function isTriple(seen: FaultRow['seen']): seen is readonly [string, string, string] {
  return Array.isArray(seen);
}
