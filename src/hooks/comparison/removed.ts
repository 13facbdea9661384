import { events } from '../../events/events';

/** Whether Bitbucket can't send an event any more, whatever lists still have it: those of its issue tracker. */
export function isRemoved(key: string): boolean {
  return events.get(key)?.family.category === 'Issue';
}
