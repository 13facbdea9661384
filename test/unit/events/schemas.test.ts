import assert from 'node:assert/strict';
import fc from 'fast-check';
import { entities, payloads } from '../../../src/events/payloads';
import { payloadSchema, writtenSchema } from '../../../src/payloads/build/payloadSchema';
import { faultsIn, validatorOf } from './ajv';
import { type Site, sitesIn } from './sites';

const keys = [...payloads.keys()];
const variants = [...payloads].flatMap(([key, payload]) => payload.variants.map(({ id, body }) => ({ key, id, body })));

/** A value of another type than those allowed. */
const wrong: readonly [type: string, value: unknown][] = [
  ['string', 'text'],
  ['integer', 7],
  ['boolean', true],
  ['array', []],
  ['object', {}],
];

/** A copy with something done to the property at a path. */
function changed(body: unknown, path: Site['path'], change: (parent: Record<string, unknown>, name: string) => void) {
  const copy: unknown = structuredClone(body);
  const parent = path.slice(0, -1).reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], copy);
  change(parent as Record<string, unknown>, String(path.at(-1)));
  return copy;
}

describe('Payload schemas', () => {
  it('hold all that they refer to, and nothing else', () => {
    for (const key of keys) {
      const { definitions, ...schema } = payloadSchema(key);
      const references = new Set(
        [...JSON.stringify({ ...schema, definitions }).matchAll(/#\/definitions\/(\w+)/g)].map(([, name]) => name),
      );
      assert.deepEqual([...references].sort(), Object.keys(definitions).sort(), key);
    }
    const used = new Set(keys.flatMap((key) => Object.keys(payloadSchema(key).definitions)));
    assert.deepEqual([...used].sort(), Object.keys(entities).sort());
  });

  it('accept every sample', () => {
    for (const { key, id, body } of variants) {
      const validate = validatorOf(key);
      assert.ok(validate(body), `${key} ${id}: ${JSON.stringify(validate.errors)}`);
    }
  });

  it('refuse what consumers rely on not to be, and accept what they forget', () => {
    const bodyOf = (key: string, id: string) =>
      variants.find((variant) => variant.key === key && variant.id === id)?.body ?? assert.fail(`${key} ${id}`);
    const push = ['push', 'changes', 0];
    const rows: readonly [key: string, id: string, path: Site['path'], value: unknown, accepted: boolean][] = [
      ['repo:push', 'commits', [...push, 'new'], undefined, false],
      ['repo:push', 'commits', [...push, 'new'], null, true],
      ['repo:push', 'commits', [...push, 'commits'], undefined, true],
      ['repo:push', 'commits', [...push, 'commits', 0, 'author', 'user'], undefined, true],
      ['repo:push', 'commits', [...push, 'commits', 0, 'hash'], undefined, false],
      ['repo:push', 'commits', ['actor', 'nickname'], undefined, false],
      ['repo:push', 'commits', ['actor', 'type'], 'robot', false],
      ['repo:push', 'commits', ['repository', 'workspace'], undefined, false],
      ['repo:push', 'commits', ['repository', 'parent'], undefined, true],
      ['pullrequest:created', 'opened', ['pullrequest', 'draft'], undefined, true],
      ['pullrequest:created', 'opened', ['pullrequest', 'state'], 'MERGED', false],
      ['pullrequest:updated', 'title', ['pullrequest', 'state'], 'MERGED', true],
      ['pullrequest:fulfilled', 'merged', ['pullrequest', 'merge_commit'], null, false],
      ['pullrequest:rejected', 'declined', ['pullrequest', 'closed_by'], null, false],
      // What is left of a fork or a branch that was deleted.
      ['pullrequest:fulfilled', 'merged', ['pullrequest', 'source', 'repository'], null, true],
      ['pullrequest:fulfilled', 'merged', ['pullrequest', 'source', 'commit'], null, true],
      ['pullrequest:fulfilled', 'merged', ['pullrequest', 'destination', 'commit'], null, true],
      ['pullrequest:fulfilled', 'merged', ['pullrequest', 'destination', 'repository'], null, false],
      ['pullrequest:comment_created', 'general', ['comment', 'pending'], undefined, true],
      ['repo:commit_status_created', 'in-progress', ['commit_status', 'refname'], null, true],
      ['repo:commit_status_created', 'in-progress', ['commit_status', 'state'], 'SUCCESS', false],
    ];
    for (const [key, id, path, value, accepted] of rows) {
      const body = changed(bodyOf(key, id), path, (parent, name) => {
        if (value === undefined) {
          Reflect.deleteProperty(parent, name);
        } else {
          parent[name] = value;
        }
      });
      assert.equal(validatorOf(key)(body), accepted, `${key}: ${path.join('/')} ${JSON.stringify(value)}`);
    }
  });

  it('accept what Bitbucket may add', () => {
    for (const { key, body } of variants) {
      assert.ok(validatorOf(key)({ ...body, added_later: { x: 1 } }), key);
    }
  });

  it('know every property of the samples', () => {
    for (const { key, id, body } of variants) {
      const known = new Set(sitesIn(payloadSchema(key), body).map(({ path }) => path.join('/')));
      assert.deepEqual(
        pathsIn(body).filter((path) => !known.has(path)),
        [],
        `${key} ${id}`,
      );
    }
  });

  it('refuse a sample without something required, with another type, or with null where there is none', () => {
    const sites = variants.flatMap(({ key, body }) =>
      sitesIn(payloadSchema(key), body).map((site) => ({ key, body, site })),
    );
    assert.ok(sites.length > 5000, `only ${sites.length} properties`);
    const kinds = ['missing', 'type', 'null'] as const;
    fc.assert(
      fc.property(fc.constantFrom(...sites), fc.constantFrom(...kinds), fc.nat(), ({ key, body, site }, kind, nat) => {
        const { path, required, types } = site;
        const others = wrong.filter(([type]) => !types.has(type));
        const [, value] = kind === 'null' ? ['null', null] : (others[nat % others.length] ?? assert.fail('any type'));
        const mayStay = kind === 'missing' ? !required : kind === 'null' && types.has('null');
        const body2 = changed(body, path, (parent, name) => {
          if (kind === 'missing') {
            Reflect.deleteProperty(parent, name);
          } else {
            parent[name] = value;
          }
        });
        assert.equal(validatorOf(key)(body2), mayStay, `${kind} at ${path.join('/')} of ${key}`);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('Schemas for bodies that people write', () => {
  it('accept every sample, and a body with next to nothing in it', () => {
    for (const { key, body } of variants) {
      assert.deepEqual(faultsIn(writtenSchema(key), body), [], key);
      assert.deepEqual(faultsIn(writtenSchema(key), {}), [], key);
    }
  });

  it('mark what is wrong and not what is missing', () => {
    const body = {
      actor: { nickname: 'ines' },
      pullrequest: { id: '7', state: 'OPENED', source: { repository: null } },
    };
    assert.deepEqual(faultsIn(writtenSchema('pullrequest:created'), body), ['/pullrequest/id', '/pullrequest/state']);
    const push = { push: { changes: [{ new: { name: 5 } }] } };
    assert.deepEqual(faultsIn(writtenSchema('repo:push'), push), ['/push/changes/0/new/name']);
  });
});

/** The paths of all properties, those inside of objects that the schema leaves open excepted. */
function pathsIn(body: unknown, path = ''): string[] {
  if (typeof body !== 'object' || body === null) {
    return [];
  }
  return Object.entries(body).flatMap(([name, value]) => {
    const at = path === '' ? name : `${path}/${name}`;
    return [...(Array.isArray(body) ? [] : [at]), ...pathsIn(value, at)];
  });
}
