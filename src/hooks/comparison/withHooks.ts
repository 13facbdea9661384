import type { HookSubject } from '../../bitbucket/hookSubject';
import type { KnownEvents } from '../../language/keys/knownEvents';
import type { AttachedHook } from '../rest/hook';
import { type ComparedEvent, type Comparison, type Conclusion, handledKeys } from './compare';

/** An event with the hooks that subscribe to it, paused ones too. */
export interface EventWithHooks extends ComparedEvent {
  readonly hooks?: readonly AttachedHook[];
}

/** What code does with events, and hooks. Plain comparisons are some as well: nobody has looked for hooks. */
export interface ComparisonWithHooks extends Comparison {
  readonly events: readonly EventWithHooks[];
  /** Whose hooks are known, with how many there are. */
  readonly subjects?: readonly { readonly subject: HookSubject; readonly hooks: number }[];
}

/** The hooks of a subject, where they are known. */
export interface SubjectHooks {
  readonly subject: HookSubject;
  readonly hooks: readonly AttachedHook['hook'][];
}

/** Has hooks subscribe to events as code does. Those that only hooks know come in the catalogue's order, too. */
export function withHooks(
  comparison: Comparison,
  lists: readonly SubjectHooks[],
  events: KnownEvents,
  isRemoved: (key: string) => boolean,
): ComparisonWithHooks {
  const attached = lists.flatMap(({ subject, hooks }) => hooks.map((hook): AttachedHook => ({ subject, hook })));
  const byKey = new Map(comparison.events.map((event) => [event.key, event]));
  const subscribed = attached.flatMap(({ hook }) => hook.events);
  const order = [...events.listKnownEvents().map(({ key }) => key), ...byKey.keys(), ...subscribed.sort()];
  const compared = [...new Set(order)].flatMap((key): EventWithHooks[] => {
    const event = byKey.get(key);
    const hooks = attached.filter(({ hook }) => hook.events.includes(key));
    if (hooks.length === 0) {
      return event ? [event] : [];
    }
    const all = event ?? { ...eventOfHooks(comparison, key), conclusion: 'testsOnly' };
    const isKnown = events.findEvent(key) !== undefined;
    const concluded: Conclusion = isKnown ? (isRemoved(key) ? 'removed' : subscribedTo(all)) : 'unknown';
    return [{ ...all, conclusion: all.conclusion === 'mistake' ? 'mistake' : concluded, hooks }];
  });
  return {
    ...comparison,
    events: compared,
    subjects: lists.map(({ subject, hooks }) => ({ subject, hooks: hooks.length })),
  };
}

/** What is known of an event that no file names. */
function eventOfHooks({ catchAlls }: Comparison, key: string): Omit<ComparedEvent, 'conclusion'> {
  const perhapsHandles = catchAlls.flatMap(({ prefix, places }) => (key.startsWith(prefix) ? places : []));
  return { key, rightKeys: [], handles: [], subscribes: [], perhapsHandles, tests: [] };
}

function subscribedTo({ handles, perhapsHandles }: ComparedEvent): Conclusion {
  return handles.length > 0 ? 'handledAndSubscribed' : perhapsHandles.length > 0 ? 'perhapsHandled' : 'subscribedOnly';
}

/**
 * Tells whether code handles an event, or may. `undefined` where it handles none at all: then it isn't what hooks send
 * to, and nothing follows.
 */
export function handlerOf(comparison: Comparison): ((key: string) => boolean) | undefined {
  const handled = new Set(handledKeys(comparison));
  const prefixes = comparison.catchAlls.map(({ prefix }) => prefix);
  return handled.size + prefixes.length === 0
    ? undefined
    : (key) => handled.has(key) || prefixes.some((prefix) => key.startsWith(prefix));
}

/** The events that code handles and no hook sends: paused ones send nothing. */
export function neverSent(comparison: Comparison, hooks: readonly AttachedHook[]): string[] {
  const sent = new Set(hooks.flatMap(({ hook }) => (hook.isActive === false ? [] : hook.events)));
  return handledKeys(comparison).filter((key) => !sent.has(key));
}
