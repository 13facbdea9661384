import assert from 'node:assert/strict';
import type { WebhookEvent } from '../../../src/api/api';
import { snapshotOf } from '../../../src/api/published';
import type { CatalogEvent } from '../../../src/catalog/eventCatalog';

const push: CatalogEvent = {
  key: 'repo:push',
  label: 'Push',
  category: 'Repository',
  description: '',
  subjectTypes: ['repository', 'workspace'],
  origin: { kind: 'cached', date: new Date('2026-11-01T08:00:00Z') },
};
const created: CatalogEvent = { ...push, key: 'repo:created', subjectTypes: ['workspace'], origin: { kind: 'live' } };

describe("Other extensions' view of the events", () => {
  const snapshot = snapshotOf([push, created]);

  it('has all events, or those of a subject type', () => {
    const keys = (subjectType?: string) => snapshot.eventsOf(subjectType).map(({ key }) => key);
    assert.deepEqual(keys(), ['repo:push', 'repo:created']);
    assert.deepEqual(keys('repository'), ['repo:push']);
    assert.deepEqual(keys('toString'), []);
  });

  const parts = ({ subjectTypes, origin }: WebhookEvent): object[] => [subjectTypes, origin];

  it('is plain, frozen data: JSON loses nothing of it, and nobody changes it', () => {
    const events = snapshot.eventsOf(undefined);
    assert.deepEqual(JSON.parse(JSON.stringify(events)), events);
    assert.deepEqual(events[0]?.origin, { kind: 'cached', date: '2026-11-01T08:00:00.000Z' });
    for (const part of [events, snapshot.eventsOf('repository'), ...events, ...events.flatMap(parts)]) {
      assert.ok(Object.isFrozen(part));
    }
    assert.ok(!Object.isFrozen(push.subjectTypes));
  });
});
