import { events } from './events';

/** Whether Bitbucket can't send an event any more, whatever a list says that still has it. */
export function isRemoved(key: string): boolean {
  return events.get(key)?.removed !== undefined;
}

/** Sorts what Bitbucket can't send behind the rest, whose order stays. */
export function removedLast(a: { readonly key: string }, b: { readonly key: string }): number {
  return Number(isRemoved(a.key)) - Number(isRemoved(b.key));
}
