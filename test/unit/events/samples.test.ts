import assert from 'node:assert/strict';
import { events } from '../../../src/events/events';
import { payloads } from '../../../src/events/payloads';
import { payloadSchema } from '../../../src/payloads/build/payloadSchema';
import { payloadTypes } from '../../../src/payloads/build/payloadTypes';

type Fields = Readonly<Record<string, unknown>>;

interface PullRequest {
  readonly id: number;
  readonly title: string;
  readonly updated_on: string;
  readonly comment_count: number;
  readonly reviewers: readonly Fields[];
  readonly participants: readonly Fields[];
}

const variants = [...payloads].flatMap(([key, payload]) =>
  payload.variants.map((variant) => ({ name: `${key} ${variant.id}`, key, ...variant })),
);

/** All objects in a body, with the names that lead to them. */
function objectsIn(value: unknown, path: readonly string[] = []): { path: readonly string[]; value: Fields }[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const inside = Object.entries(value).flatMap(([name, child]) => objectsIn(child, [...path, name]));
  return Array.isArray(value) ? inside : [{ path, value: value as Fields }, ...inside];
}

const all = variants.flatMap(({ name, body }) => objectsIn(body).map((found) => ({ name, ...found })));
const hrefOf = (links: unknown, name: string) =>
  ((links as Fields | undefined)?.[name] as Fields | undefined)?.['href'];

/** Of each identity, all that is said of it must be the same. */
function assertOneStory(identity: (value: Fields) => unknown): void {
  const told = new Map<unknown, Fields>();
  for (const { name, value } of all) {
    const id = identity(value);
    if (id !== undefined) {
      const first = told.get(id) ?? value;
      told.set(id, first);
      for (const [property, said] of Object.entries(value)) {
        assert.deepEqual(said, first[property] ?? said, `${property} in ${name}`);
      }
    }
  }
  assert.ok(told.size > 0);
}

describe('Payload samples', () => {
  it('tell one story: people, repositories, workspaces and projects are the same everywhere', () => {
    assertOneStory(({ type, uuid }) => (type === 'user' || type === 'team' || type === 'app_user' ? uuid : undefined));
    assertOneStory(({ type, uuid }) => (type === 'repository' ? uuid : undefined));
    assertOneStory(({ type, uuid }) =>
      type === 'workspace' || type === 'project' ? `${type}${String(uuid)}` : undefined,
    );
  });

  it('have four people in one workspace', () => {
    const people = new Set(all.filter(({ value }) => value['type'] === 'user').map(({ value }) => value['uuid']));
    assert.equal(people.size, 4);
  });

  it('say the same of a commit wherever it comes up', () => {
    const texts = new Map<unknown, string>();
    for (const { name, value } of all) {
      if (typeof value['hash'] === 'string' && typeof value['message'] === 'string') {
        const text = JSON.stringify(
          [value['message'], value['date'], value['author']].filter((part) => part !== undefined),
        );
        const known = texts.get(value['hash']) ?? text;
        assert.ok(known.startsWith(text.slice(0, -1)) || text.startsWith(known.slice(0, -1)), name);
        texts.set(value['hash'], known.length > text.length ? known : text);
      }
    }
  });

  it('lead to what they are about', () => {
    for (const { name, value } of all) {
      const { links, type, hash, id, full_name: fullName } = value;
      const self = hrefOf(links, 'self');
      if (typeof self !== 'string') {
        continue;
      }
      if (typeof hash === 'string') {
        assert.ok(self.endsWith(`/commit/${hash}`), `${self} in ${name}`);
        assert.ok(String(hrefOf(links, 'html')).endsWith(`/commits/${hash}`), name);
      } else if (typeof id === 'number') {
        assert.ok(self.endsWith(`/${id}`), `${self} in ${name}`);
      } else if (type === 'repository') {
        assert.equal(hrefOf(links, 'html'), `https://bitbucket.org/${String(fullName)}`, name);
        assert.ok(self.endsWith(`/repositories/${String(fullName)}`), name);
      } else if (type === 'user' || type === 'team') {
        const escaped = String(value['uuid']).replace('{', '%7B').replace('}', '%7D');
        assert.ok(self.endsWith(`/${escaped}`), name);
        assert.ok(String(hrefOf(links, 'html')).includes(escaped), name);
      }
    }
  });

  it('come in the order of time: nothing is updated before it was made', () => {
    for (const { name, value } of all) {
      const { created_on: created, updated_on: updated } = value;
      if (typeof created === 'string' && typeof updated === 'string') {
        assert.ok(created <= updated, name);
      }
    }
  });

  it('know of each pull request what its earlier bodies knew: who took part, and how much was said', () => {
    const bodies = variants.flatMap(({ name, body }) => {
      const pullRequest = body['pullrequest'] as PullRequest | undefined;
      return pullRequest ? [{ name, ...pullRequest }] : [];
    });
    bodies.sort((a, b) => (a.updated_on < b.updated_on ? -1 : 1));
    const taking = (participants: readonly Fields[]) =>
      participants.flatMap(({ user, participated_on: on }) =>
        typeof on === 'string' ? [[(user as Fields)['uuid'], on] as const] : [],
      );
    for (const [index, body] of bodies.entries()) {
      const moments = taking(body.participants).map(([, on]) => on);
      assert.equal(new Set(moments).size, moments.length, `two people at once in ${body.name}`);
      assert.ok(
        moments.every((on) => on <= body.updated_on),
        `something yet to come in ${body.name}`,
      );
      const later = bodies.slice(index + 1).filter(({ id }) => id === body.id);
      for (const { name, participants, title, reviewers } of later) {
        const known = new Map(taking(participants));
        for (const [who, on] of taking(body.participants)) {
          assert.ok((known.get(who) ?? '') >= on, `${String(who)} of ${body.name} in ${name}`);
        }
        if (body.name.startsWith('pullrequest:approved')) {
          assert.deepEqual([title, reviewers], [body.title, body.reviewers], name);
        }
      }
    }
    const counts = bodies.filter(({ id }) => id === 12).map(({ name, comment_count: count }) => ({ name, count }));
    for (const [index, { name, count }] of counts.entries()) {
      const before = counts[index - 1]?.count ?? 0;
      // Comments that were made in between have no body of their own.
      assert.ok(count >= before || name.includes('comment_deleted'), name);
      assert.ok(!name.includes('comment_created') || count === before + 1, name);
    }
  });

  it('take a verdict back as Bitbucket does: its date, and the moment of it, stay', () => {
    for (const { name, body } of variants.filter(({ id }) => id === 'withdrawn')) {
      const mark = (body['approval'] ?? body['changes_request']) as Fields;
      const { participants } = body['pullrequest'] as { participants: Fields[] };
      const own = participants.find(({ user }) => (user as Fields)['uuid'] === (mark['user'] as Fields)['uuid']);
      assert.deepEqual(
        [own?.['state'], own?.['approved'], own?.['participated_on']],
        [null, false, mark['date']],
        name,
      );
    }
  });

  it('name the repository of an issue only where it was updated, as in all recorded bodies', () => {
    for (const { key, name, body } of variants.filter((each) => each.key.startsWith('issue:'))) {
      assert.equal('repository' in (body['issue'] as Fields), key === 'issue:updated', name);
    }
  });

  it('have hashes of 12 digits in pull requests and of 40 everywhere else', () => {
    for (const { name, path, value } of all) {
      if (typeof value['hash'] === 'string') {
        assert.match(value['hash'], /^[0-9a-f]+$/);
        assert.equal(value['hash'].length, path[0] === 'pullrequest' ? 12 : 40, `${path.join('.')} in ${name}`);
      }
    }
  });

  it('have the traps of pushes', () => {
    for (const { name, value: change } of all.filter(({ path }) => path.at(-2) === 'changes' && path[0] === 'push')) {
      const {
        old,
        new: now,
        links,
        commits = [],
      } = change as { old?: Fields; new?: Fields; links?: Fields; commits?: Fields[] };
      const isBranch = (now ?? old)?.['type'] === 'branch';
      assert.deepEqual([change['created'], change['closed']], [!old, !now], name);
      assert.equal('commits' in change, isBranch && !!now, name);
      assert.equal(links !== undefined, !!now, name);
      assert.equal('diff' in (links ?? {}), !!old && !!now && change['forced'] === false, name);
      assert.equal('html' in (links ?? {}), isBranch && !!now, name);
      assert.equal(change['truncated'] === true, commits.length === 5, name);
      const tag = [now, old].find((ref) => ref?.['type'] === 'tag');
      // All that were recorded are like this.
      assert.deepEqual(tag?.['tagger'] ?? null, typeof tag?.['message'] === 'string' ? {} : null, name);
    }
  });

  it('are as certain as their event is, unless they say otherwise', () => {
    for (const [key, payload] of payloads) {
      assert.equal(payload.variants[0]?.certainty, undefined, `the first of ${key} gives the event's`);
    }
  });

  it('have ids and titles of their own within their event', () => {
    for (const [key, payload] of payloads) {
      for (const name of ['id', 'title'] as const) {
        assert.equal(new Set(payload.variants.map((variant) => variant[name])).size, payload.variants.length, key);
      }
    }
  });

  it('are there for every event of which a body is known, and for no other', () => {
    const known = [...events].filter(([, { certainty }]) => certainty !== 'unknown').map(([key]) => key);
    assert.deepEqual([...new Set(variants.map(({ key }) => key))].sort(), known.sort());
  });

  it('have years with what was recorded and nothing else', () => {
    for (const { certainty, newest } of [
      ...events.values(),
      ...variants.flatMap((variant) => variant.certainty ?? []),
    ]) {
      assert.equal(certainty === 'recorded', newest !== undefined);
    }
  });

  it('are plain ASCII, as are their schemas: VS Code marks characters that look like others', async () => {
    const texts = [...variants.map(({ body }) => body), ...[...payloads.keys()].map((key) => payloadSchema(key))];
    assert.match([...texts.map((value) => JSON.stringify(value)), await payloadTypes()].join(), /^[\x20-\x7e\n]+$/);
  });

  it('hold no address of anybody: mail and pictures are at example.com', () => {
    for (const { name, body } of variants) {
      for (const [, host] of JSON.stringify(body).matchAll(/[\w.]+@([\w.-]+)>/g)) {
        assert.equal(host, 'example.com', name);
      }
      for (const [, host = ''] of JSON.stringify(body).matchAll(/https?:\/\/([\w.-]+)/g)) {
        assert.match(host, /^((api\.)?bitbucket\.org|bytebucket\.org|(\w+\.)?example\.com)$/, name);
      }
    }
  });
});
