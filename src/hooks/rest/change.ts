import type { Hook } from './hook';

/** A hook that is to be created. */
export interface HookDraft {
  readonly url: string;
  /** May be empty. */
  readonly title: string;
  /** At least one, each once. */
  readonly events: readonly string[];
  readonly isActive: boolean;
  /** At most 128 characters; left out: none. */
  readonly secret?: string | undefined;
}

/** What is to be another in a hook; left out where it stays. */
export interface HookChange {
  readonly url?: string;
  readonly title?: string;
  readonly isActive?: boolean;
  readonly skipsCertificates?: boolean;
  readonly keepsHistory?: boolean;
  /** By additions and removals, so that what others change meanwhile stays. */
  readonly events?: { readonly add: readonly string[]; readonly remove: readonly string[] };
  /** `null` takes it away. */
  readonly secret?: string | null;
}

const plainFields = ['url', 'title', 'isActive', 'skipsCertificates', 'keepsHistory'] as const;

export type HookField = (typeof plainFields)[number] | 'events' | 'secret';

/** What a hook is to be, or the fields that somebody else has changed as well. */
export type Merged = { readonly hook: Hook } | { readonly conflicts: readonly HookField[] };

/**
 * Merges a change into a hook.
 *
 * @param shown The hook that the change was made for.
 * @param now What it is now, since others may have changed it.
 */
export function mergeChange(shown: Hook, now: Hook, change: HookChange): Merged {
  const conflicts: HookField[] = plainFields.filter((field) => {
    const wanted = change[field];
    return wanted !== undefined && now[field] !== shown[field] && now[field] !== wanted;
  });
  const { events, secret, ...plain } = change;
  // Of two secrets nobody can tell whether they are the same; of none, one can.
  const isGone = secret === null && now.hasSecret === false;
  if (secret !== undefined && now.hasSecret !== shown.hasSecret && !isGone) {
    conflicts.push('secret');
  }
  const merged = mergeEvents(now.events, events?.add ?? [], events?.remove ?? []);
  if (merged.length === 0 && now.events.length > 0) {
    // All that were to stay were removed by somebody else: Bitbucket takes no hook without an event.
    conflicts.push('events');
  }
  return conflicts.length > 0 ? { conflicts } : { hook: { ...now, ...plain, events: merged } };
}

function mergeEvents(now: readonly string[], add: readonly string[], remove: readonly string[]): readonly string[] {
  return [...new Set([...now.filter((key) => !remove.includes(key)), ...add])];
}

/** The fields in which one hook isn't as another; of secrets, only whether there is one is known. */
export function differences(one: Hook, other: Hook): HookField[] {
  const areSame = one.events.length === other.events.length && one.events.every((key) => other.events.includes(key));
  return [...plainFields.filter((field) => one[field] !== other[field]), ...(areSame ? [] : (['events'] as const))];
}
