import assert from 'node:assert/strict';
import { type Finding, findingsOf } from '../../../src/hooks/rest/findings';
import type { AttachedHook, Hook } from '../../../src/hooks/rest/hook';

const events = {
  isKnown: (key: string) => key.startsWith('repo:') || key.startsWith('issue:'),
  isRemoved: (key: string) => key.startsWith('issue:'),
};
let hooks = 0;

function attached(change: Partial<Hook> = {}, subject = 'team/app'): AttachedHook {
  const [workspace = '', repository] = subject.split('/');
  const hook: Hook = {
    uuid: `{${++hooks}}`,
    url: 'https://ci.example.org/hook?token=1',
    title: '',
    isActive: true,
    events: ['repo:push', 'repo:fork'],
    hasSecret: true,
    skipsCertificates: false,
    keepsHistory: false,
    isReadOnly: false,
    created: undefined,
    source: '',
    ...change,
  };
  return { subject: { workspace, repository }, hook };
}

const kindsOf = (findings: readonly Finding[]) => findings.map(({ kind }) => kind);
const alone = (change: Partial<Hook>) => {
  const one = attached(change);
  return kindsOf(findingsOf(one, [one], events));
};

describe('Findings', () => {
  it('are none of a hook that is well, paused or read-only', () => {
    assert.deepEqual(alone({}), []);
    assert.deepEqual(alone({ isActive: false, isReadOnly: true }), []);
  });

  it('are none about what Bitbucket doesn’t say', () => {
    assert.deepEqual(alone({ hasSecret: undefined, skipsCertificates: undefined, isActive: undefined }), []);
  });

  it('say what is wrong with one hook', () => {
    assert.deepEqual(alone({ events: ['repo:push', 'pullrequest:merged', 'issue:created'] }), [
      'unknownEvent',
      'removedEvent',
    ]);
    assert.deepEqual(alone({ events: [] }), ['noEvent']);
    assert.deepEqual(alone({ hasSecret: false }), ['noSecret']);
    assert.deepEqual(alone({ skipsCertificates: true }), ['certificatesNotVerified']);
    assert.deepEqual(alone({ url: 'http://ci.example.org/' }), ['plainHttp']);
    assert.deepEqual(alone({ url: 'http://localhost/' }), ['unreachable', 'plainHttp']);
    assert.deepEqual(alone({ url: '' }), ['unreachable']);
  });

  it('say which events come twice, of both hooks, also of a repository and its workspace', () => {
    const one = attached();
    const both = { events: ['repo:fork', 'repo:push'], title: 'other' };
    for (const subject of ['team/app', 'TEAM/App', 'team']) {
      const other = attached({ ...both, url: 'HTTPS://ci.example.org:443/hook?token=1' }, subject);
      assert.deepEqual(findingsOf(one, [one, other], events), [
        { kind: 'twice', events: ['repo:push', 'repo:fork'], other },
      ]);
      assert.deepEqual(kindsOf(findingsOf(other, [one, other], events)), ['twice']);
    }
  });

  it('aren’t made of hooks that send something else, elsewhere, nothing, or of another repository', () => {
    const one = attached();
    for (const other of [
      attached({ events: ['repo:updated'] }),
      attached({ url: 'https://ci.example.org/hook?token=2' }),
      attached({ isActive: false }),
      attached({}, 'team/other'),
      attached({}, 'others'),
    ]) {
      assert.deepEqual(findingsOf(one, [one, other], events), []);
    }
  });
});
