import { rankOf } from '../../events/ranking';
import { isRemoved } from '../../events/removed';
import type { Dispatch } from '../../language/arms/dispatchAt';
import type { KnownEvents } from '../../language/keys/knownEvents';
import type { Use } from '../../language/uses/uses';
import type { AttachedHook } from '../rest/hook';
import type { Comparison } from './compare';
import { handlerOf } from './withHooks';

/** What is known of the events that some code is asked to handle, as it was seen last. */
interface Known {
  readonly hooks: readonly AttachedHook[];
  /** Of the open folders. */
  readonly comparison: Comparison | undefined;
  /** Of the file that the code is in. */
  readonly uses: readonly Use[];
  readonly events: Pick<KnownEvents, 'findEvent'>;
}

/**
 * The events that hooks send or lists subscribe to, and no code is seen to handle, at this place or another; those that
 * are used most come first.
 */
export function wantedEvents(dispatch: Dispatch, { hooks, comparison, uses, events }: Known): string[] {
  const sent = hooks.flatMap(({ hook }) => (hook.isActive === false ? [] : hook.events));
  const inFolders = (comparison?.events ?? []).filter(({ subscribes }) => subscribes.length > 0);
  const inFile = uses.filter(({ purpose, prefix }) => purpose === 'subscribes' && prefix === undefined);
  const handles = uses.filter(({ purpose }) => purpose === 'handles');
  const isHandledElsewhere = comparison && handlerOf(comparison);
  const isHandled = (key: string): boolean =>
    isIn(dispatch, key) ||
    handles.some(({ text, prefix }) => (prefix === undefined ? text === key : key.startsWith(prefix))) ||
    isHandledElsewhere?.(key) === true;
  return [...new Set([...sent, ...inFolders.map(({ key }) => key), ...inFile.map(({ text }) => text)])]
    .filter((key) => events.findEvent(key) !== undefined && !isRemoved(key) && !isHandled(key))
    .sort((a, b) => rankOf(a) - rankOf(b));
}

/** Whether code does something with an event at this place. */
export function isIn({ keys, prefixes }: Pick<Dispatch, 'keys' | 'prefixes'>, key: string): boolean {
  return keys.includes(key) || prefixes.some((prefix) => key.startsWith(prefix));
}
