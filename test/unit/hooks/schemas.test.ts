import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseHooksPage, parseProblem } from '../../../src/hooks/rest/schemas';
import { hookRow } from '../../server/hooksApi';

function parsed(...values: unknown[]) {
  const page = parseHooksPage({ values });
  return typeof page === 'string' ? assert.fail(page) : page;
}

describe('Answers of the hooks API', () => {
  it('have all that is shown, and whatever else', () => {
    const { hooks, malformed, next } = parsed(hookRow(7, { brand_new: { a: 1 } }));
    assert.deepEqual([malformed, next], [0, undefined]);
    assert.deepEqual(hooks, [
      {
        uuid: '{00000000-0000-4000-8000-000000000007}',
        url: 'https://ci.example.org/hooks/7',
        title: 'Hook 7',
        isActive: true,
        events: ['repo:push', 'pullrequest:fulfilled'],
        hasSecret: true,
        skipsCertificates: false,
        keepsHistory: false,
        isReadOnly: false,
        created: new Date('2025-08-23T10:11:12.123Z'),
        source: '',
      },
    ]);
  });

  it('may lack nearly everything, or have it in another form', () => {
    const bare = {
      uuid: '00000000-0000-4000-8000-000000000001',
      url: 'https://ci.example.org/',
      events: ['repo:push'],
    };
    const odd = { ...bare, description: 1, active: 'yes', created_at: 'soon', secret_set: null, source: {} };
    for (const row of [bare, odd]) {
      const [hook] = parsed(row).hooks;
      assert.equal(hook?.uuid, '{00000000-0000-4000-8000-000000000001}');
      assert.deepEqual(
        [hook.title, hook.isActive, hook.created, hook.hasSecret],
        ['', undefined, undefined, undefined],
      );
    }
  });

  it('are told of cleaned, each event once; rows that are of no use are counted', () => {
    const row = hookRow(1, {
      description: 'a\u202eb\nc'.padEnd(5000, 'x'),
      events: ['repo:push', 'repo:push', 1, null, 'repo:\u0000fork', ''],
    });
    const { hooks, malformed } = parsed(row, null, [], 'x', { ...hookRow(2), uuid: '../..' }, { url: '', events: [] });
    assert.equal(malformed, 5);
    assert.deepEqual(hooks[0]?.events, ['repo:push', 'repo: fork']);
    assert.match(hooks[0].title, /^a b cx+…$/);
    assert.equal(hooks[0].title.length, 300);
  });

  it('are none without a list', () => {
    for (const json of [null, 1, 'x', [], {}, { values: {} }, { values: [], next: 1 }]) {
      assert.equal(typeof parseHooksPage(json), 'string', JSON.stringify(json));
    }
  });

  it('say what is wrong in several shapes', () => {
    assert.deepEqual(parseProblem({ error: { message: 'Forbidden' } }), {
      message: 'Forbidden',
      requiredScopes: [],
      fields: [],
      announcement: undefined,
    });
    const scopes = { message: 'lack', detail: { granted: ['a'], required: ['read:webhook:bitbucket', 1] } };
    assert.deepEqual(parseProblem({ error: scopes }).requiredScopes, ['read:webhook:bitbucket']);
    const list = { message: 'Bad request', fields: ['Field: url', 1] };
    assert.deepEqual(parseProblem({ error: list }).fields, ['Field: url']);
    const map = { message: 'Bad request', fields: { url: ['Invalid URL', 'Really'], secret: 'Too long', x: 1 } };
    assert.deepEqual(parseProblem({ error: map }).fields, ['url: Invalid URL Really', 'secret: Too long', 'x: ']);
    assert.equal(parseProblem({ error: { message: 'x', detail: 'a sentence' } }).message, 'x');
    assert.equal(parseProblem('<html>').message, '');
  });

  it('lead to announcements at Atlassian only', () => {
    const at = (announcement_url: unknown) => parseProblem({ error: { data: { announcement_url } } }).announcement;
    const good = 'https://developer.atlassian.com/cloud/bitbucket/changelog#CHANGE-2770';
    assert.equal(at(good), good);
    for (const bad of [
      ...['http://developer.atlassian.com/', 'https://atlassian.com.evil.example/', 'https://evilatlassian.com/'],
      ...['https://atlassian.com@evil.example/', 'https://me@atlassian.com/', 'command:x', 'javascript:1', 1],
      'https://atlassian.com:8443/',
    ]) {
      assert.equal(at(bad), undefined, String(bad));
    }
  });

  it('never break the reader', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (value, other) => {
        parseHooksPage({ values: [value, { ...hookRow(1), events: other, url: value }], next: other });
        parseProblem({ error: value });
        parseProblem({ error: { message: other, detail: value, fields: value, data: other } });
      }),
    );
  });
});
