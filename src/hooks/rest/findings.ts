import { isSameName, isSameSubject } from '../../bitbucket/hookSubject';
import { type Unreachable, whyUnreachable } from './address';
import type { AttachedHook, Hook } from './hook';

/** What is wrong with a hook, or may be. Paused and read-only are states, not findings. */
export type Finding =
  /** The list of events doesn't know it. */
  | { readonly kind: 'unknownEvent'; readonly key: string }
  /** Bitbucket no longer sends it. */
  | { readonly kind: 'removedEvent'; readonly key: string }
  | { readonly kind: 'noEvent' }
  | { readonly kind: 'noSecret' }
  | { readonly kind: 'certificatesNotVerified' }
  | { readonly kind: 'plainHttp' }
  | { readonly kind: 'unreachable'; readonly why: Unreachable }
  /** Another hook sends the same events to the same address, so that each comes twice. */
  | { readonly kind: 'twice'; readonly events: readonly string[]; readonly other: AttachedHook };

/** What is known of events. */
interface EventKnowledge {
  readonly isKnown: (key: string) => boolean;
  readonly isRemoved: (key: string) => boolean;
}

/**
 * What is wrong with a hook.
 *
 * @param others All hooks that are known, itself among them.
 */
export function findingsOf(
  attached: AttachedHook,
  others: readonly AttachedHook[],
  { isKnown, isRemoved }: EventKnowledge,
): Finding[] {
  const { hook } = attached;
  const { url, events, hasSecret, skipsCertificates } = hook;
  const why = whyUnreachable(url);
  return [
    ...(why === undefined ? [] : [{ kind: 'unreachable', why } as const]),
    ...(events.length === 0 ? [{ kind: 'noEvent' } as const] : []),
    ...events.flatMap((key): Finding[] =>
      isRemoved(key) ? [{ kind: 'removedEvent', key }] : isKnown(key) ? [] : [{ kind: 'unknownEvent', key }],
    ),
    ...(hasSecret === false ? [{ kind: 'noSecret' } as const] : []),
    ...(skipsCertificates === true ? [{ kind: 'certificatesNotVerified' } as const] : []),
    ...(url.startsWith('http:') ? [{ kind: 'plainHttp' } as const] : []),
    ...others.flatMap((other): Finding[] => {
      const twice = isBeside(attached, other) ? sentByBoth(hook, other.hook) : [];
      return twice.length > 0 ? [{ kind: 'twice', events: twice, other }] : [];
    }),
  ];
}

/** Whether what happens in one repository makes both of them send: of one subject, or of a repository and its workspace. */
function isBeside(one: AttachedHook, other: AttachedHook): boolean {
  const areOfOne =
    isSameSubject(one.subject, other.subject) ||
    (isSameName(one.subject.workspace, other.subject.workspace) &&
      (one.subject.repository === undefined) !== (other.subject.repository === undefined));
  return areOfOne && one.hook.uuid !== other.hook.uuid;
}

function sentByBoth(one: Hook, other: Hook): string[] {
  const isSame = one.isActive !== false && other.isActive !== false && hrefOf(one.url) === hrefOf(other.url);
  return isSame ? one.events.filter((key) => other.events.includes(key)) : [];
}

const hrefOf = (address: string) => (URL.canParse(address) ? new URL(address).href : address);
