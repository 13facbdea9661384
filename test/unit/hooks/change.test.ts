import assert from 'node:assert/strict';
import { changeBody, creationBody } from '../../../src/hooks/rest/bodies';
import { differences, type HookChange, mergeChange } from '../../../src/hooks/rest/change';
import type { Hook } from '../../../src/hooks/rest/hook';

const hook: Hook = {
  uuid: '{1}',
  url: 'https://ci.example.org/hook',
  title: 'Build',
  isActive: true,
  events: ['repo:push', 'repo:fork', 'unknown:event'],
  hasSecret: false,
  skipsCertificates: false,
  keepsHistory: undefined,
  isReadOnly: false,
  created: undefined,
  source: '',
  isExact: true,
};

function merge(now: Partial<Hook>, change: HookChange) {
  const merged = mergeChange(hook, { ...hook, ...now }, change);
  return 'hook' in merged ? merged.hook : merged.conflicts;
}

describe('A change', () => {
  it('leaves all else as others have it', () => {
    const now = { title: 'Deploy', events: ['repo:push', 'repo:updated'], isActive: false };
    assert.deepEqual(merge(now, { url: 'https://other.example.org/' }), {
      ...hook,
      ...now,
      url: 'https://other.example.org/',
    });
  });

  it('adds and removes events, whatever others have added and removed', () => {
    const merged = merge(
      { events: ['repo:push', 'repo:updated', 'unknown:event'] },
      { events: { add: ['repo:imported', 'repo:updated'], remove: ['repo:push', 'repo:fork'] } },
    );
    assert.deepEqual((merged as Hook).events, ['repo:updated', 'unknown:event', 'repo:imported']);
  });

  it('is asked about where somebody else has changed the same, unless it is the same change', () => {
    assert.deepEqual(merge({ title: 'Deploy' }, { title: 'Ship' }), ['title']);
    assert.deepEqual(merge({ isActive: false }, { isActive: false }), { ...hook, isActive: false });
    assert.deepEqual(merge({ hasSecret: true }, { secret: 'other' }), ['secret']);
    assert.deepEqual(merge({ hasSecret: true }, { secret: null }), ['secret']);
    assert.deepEqual(merge({ events: ['repo:push'] }, { events: { add: [], remove: ['repo:push'] } }), ['events']);
  });

  it('is sent with what Bitbucket said, and nothing else; the secret only where it is another', () => {
    const body = changeBody({ ...hook, events: ['repo:push', 'repo:push'] }, undefined);
    assert.deepEqual(body, {
      description: 'Build',
      url: 'https://ci.example.org/hook',
      active: true,
      events: ['repo:push'],
      skip_cert_verification: false,
    });
    const bare = { ...hook, skipsCertificates: undefined, keepsHistory: true };
    assert.deepEqual(Object.keys(changeBody(bare, null)), [
      'description',
      'url',
      'active',
      'events',
      'history_enabled',
      'secret',
    ]);
    assert.equal(changeBody(hook, null).secret, null);
  });

  it('is of what differs', () => {
    assert.deepEqual(differences(hook, { ...hook, events: [...hook.events].reverse() }), []);
    assert.deepEqual(differences(hook, { ...hook, events: ['repo:push'], url: '' }), ['url', 'events']);
  });
});

describe('A new webhook', () => {
  it('has its certificates verified, each event once, and no secret unless there is one', () => {
    const draft = { url: 'https://a.example.org/', title: '', events: ['repo:push', 'repo:push'], isActive: false };
    assert.deepEqual(creationBody(draft), {
      description: '',
      url: 'https://a.example.org/',
      active: false,
      skip_cert_verification: false,
      events: ['repo:push'],
    });
    assert.equal(creationBody({ ...draft, secret: 'x' }).secret, 'x');
  });
});
