import type { HookEvent } from '../bitbucket/hookEvents';

/** Events by Bitbucket's category, in the order in which the categories first come up. */
export function byCategory<E extends HookEvent>(events: readonly E[]): ReadonlyMap<string, readonly E[]> {
  // One pass: an answer may have as many categories as events.
  const groups = new Map<string, E[]>();
  for (const event of events) {
    const group = groups.get(event.category) ?? [];
    group.push(event);
    groups.set(event.category, group);
  }
  return groups;
}
