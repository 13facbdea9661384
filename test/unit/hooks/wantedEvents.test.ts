import assert from 'node:assert/strict';
import { compare } from '../../../src/hooks/comparison/compare';
import type { Place } from '../../../src/hooks/comparison/collect';
import { wantedEvents } from '../../../src/hooks/comparison/wantedEvents';
import type { AttachedHook } from '../../../src/hooks/rest/hook';
import type { Use } from '../../../src/language/uses/uses';
import { known } from '../language/fixture';

const place = (text: string, purpose: Place['purpose'], more: Partial<Place> = {}): Place => ({
  ...{ from: 0, text, purpose, line: 1, column: 1, isTest: false },
  file: { path: 'a.ts', ownPath: 'a.ts', uri: 'file:///a.ts' },
  ...more,
});
const compared = (...places: Place[]) =>
  compare({ places, files: 1, read: 1, leftOut: { tooLarge: 0, binary: 0, unreadable: 0 } }, known, () => false);
const hook = (events: string[], isActive = true): AttachedHook =>
  ({ subject: { workspace: 'acme' }, hook: { events, isActive } }) as unknown as AttachedHook;
const use = (text: string, purpose: Use['purpose'], prefix?: string): Use => ({
  ...{ from: 0, text, purpose },
  ...(prefix === undefined ? {} : { prefix }),
});

const nothing = { hooks: [], comparison: undefined, uses: [], events: known };
const dispatch = {
  keys: ['repo:push'],
  prefixes: ['pullrequest:comment_'],
  room: Infinity,
  insertion: () => assert.fail(),
};

describe('Events that are wanted', () => {
  it('are those that active hooks send and this place doesn’t handle, the most used first', () => {
    const hooks = [
      hook([
        'repo:push',
        'repo:transfer',
        'pullrequest:comment_created',
        'pullrequest:created',
        'issue:created',
        'x:y',
      ]),
      hook(['repo:updated'], false),
    ];
    assert.deepEqual(wantedEvents(dispatch, { ...nothing, hooks }), ['pullrequest:created', 'repo:transfer']);
  });

  it('are those that lists subscribe to, in the file and in the open folders', () => {
    const comparison = compared(place('repo:fork', 'subscribes'), place('repo:imported', 'handles'));
    const uses = [use('repo:updated', 'subscribes'), use('repo:imported', 'subscribes')];
    assert.deepEqual(wantedEvents(dispatch, { ...nothing, comparison, uses }), ['repo:fork', 'repo:updated']);
  });

  it('are none that other code handles, by its key, by what that begins with, or by a default', () => {
    const hooks = [hook(['repo:fork', 'repo:transfer', 'project:updated'])];
    const uses = [use('repo:fork', 'handles'), use('project:', 'handles', 'project:')];
    const comparison = compared(place('repo:transfer', 'handles'));
    assert.deepEqual(wantedEvents(dispatch, { ...nothing, hooks, uses, comparison }), []);
    const byDefault = [use('default', 'handles', '')];
    assert.deepEqual(wantedEvents(dispatch, { ...nothing, hooks, uses: byDefault }), []);
  });

  it('are none where nothing is known', () => {
    assert.deepEqual(wantedEvents(dispatch, nothing), []);
  });
});
