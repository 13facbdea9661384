import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BitbucketClient } from '../../src/bitbucket/bitbucketClient';
import { BitbucketError } from '../../src/bitbucket/fault';
import { platformFetch } from '../../src/bitbucket/fetchNode';
import type { EventsPage, SubjectTypeEntry } from '../../src/bitbucket/hookEvents';
import { HookEventsServer } from '../server/hookEventsServer';
import { createCatalog } from '../support/createCatalog';
import { silentLog } from '../support/silentLog';
import { apiOrigin, type ArbitraryAnswer, arbitraryAnswer } from './arbitraryAnswers';
import { arbitraryFetch } from './arbitraryFetch';
import { browse } from './browse';

/** The client's time for one answer, which few of the answers below use up. Milliseconds. */
const budget = 20;
/** What a busy machine may take on top. */
const grace = 10_000;

const chains = fc.array(arbitraryAnswer, { minLength: 1, maxLength: 6 });
const { signal } = new AbortController();

describe('Whatever the server answers', () => {
  it('the client returns valid data or a typed fault, in time, and asks nobody else', async () => {
    await fc.assert(
      fc.asyncProperty(chains, async (answers) => {
        const asked: string[] = [];
        await checkClient(clientOf(answers, asked), apiOrigin);
        checkAsked(asked);
      }),
      { numRuns: 1000 },
    );
  });

  it('the catalogue has events to offer, and rejects nothing', async () => {
    await fc.assert(
      fc.asyncProperty(chains, async (answers) => {
        const asked: string[] = [];
        const catalog = createCatalog({ baseUrl: apiOrigin, client: clientOf(answers, asked) });
        catalog.wake();
        await browse(catalog);
        assert.ok(catalog.listKnownEvents().length > 0);
        catalog.dispose();
        checkAsked(asked);
      }),
      { numRuns: 300 },
    );
  });

  it('the same holds of a real server', async () => {
    const server = new HookEventsServer();
    await server.start();
    let runs = 0;
    try {
      const bodies = arbitraryAnswer.map(({ body }) => body.replaceAll(`${apiOrigin}/2.0`, '{base}'));
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 200, max: 599 }), bodies, bodies, async (status, first, second) => {
          const faults = [
            { on: '/hook_events', times: 1, body: first },
            { on: '', times: 2, body: second },
            { on: '', status, body: first },
          ];
          const baseUrl = server.play(`arbitrary${++runs}`, { subjectTypes: {}, faults });
          await checkClient(new BitbucketClient({ baseUrl, retryDelay: 0 }, platformFetch, silentLog), server.origin);
        }),
        { numRuns: 60 },
      );
    } finally {
      await server.stop();
    }
  });
});

function clientOf(answers: readonly ArbitraryAnswer[], asked: string[]): BitbucketClient {
  const options = { baseUrl: `${apiOrigin}/2.0`, timeout: budget, retryDelay: 0 };
  return new BitbucketClient(options, arbitraryFetch(answers, asked), silentLog);
}

function checkAsked(asked: readonly string[]): void {
  for (const url of asked) {
    assert.ok(url.startsWith(`${apiOrigin}/`), url);
  }
}

/** Asks for the subject types, the first page of each, and up to three more. */
async function checkClient(client: BitbucketClient, origin: string): Promise<void> {
  const repository = { name: 'repository', eventsUrl: `${origin}/2.0/hook_events/repository` };
  for (const subjectType of [repository, ...((await settled(client.getSubjectTypes(signal), checkTypes)) ?? [])]) {
    let page = await settled(client.getFirstPage(subjectType, signal), checkPage);
    for (let more = 0; page?.next !== undefined && more < 3; more++) {
      page = await settled(client.getNextPage(page.next, signal), checkPage);
    }
  }
}

async function settled<T>(request: Promise<T>, check: (answer: T) => void): Promise<T | undefined> {
  const started = Date.now();
  try {
    const answer = await request;
    check(answer);
    return answer;
  } catch (error) {
    assert.ok(error instanceof BitbucketError, error as Error);
    return undefined;
  } finally {
    assert.ok(Date.now() - started < budget + grace, 'not within its time');
  }
}

function checkTypes(subjectTypes: readonly SubjectTypeEntry[]): void {
  assert.ok(subjectTypes.length > 0);
  for (const { name, eventsUrl } of subjectTypes) {
    checkText(name, 1, 100);
    assert.equal(typeof eventsUrl, 'string');
  }
}

function checkPage({ events, next, size }: EventsPage): void {
  for (const { key, category, label, description } of events) {
    checkText(key, 1, 100);
    checkText(category, 0, 200);
    checkText(label, 0, 200);
    checkText(description, 0, 1000);
  }
  assert.ok(next === undefined || typeof next === 'string');
  assert.ok(size === undefined || (Number.isSafeInteger(size) && size >= 0));
}

function checkText(text: unknown, minLength: number, maxLength: number): void {
  assert.ok(typeof text === 'string' && text.length >= minLength && text.length <= maxLength);
  assert.doesNotMatch(text, /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
}
