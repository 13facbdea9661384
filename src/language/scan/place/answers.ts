import { isAssertion } from '../brackets/containers';
import type { Container, Slot } from '../container';
import { neighbours } from '../limits';
import type { NoPlace, StrongKind, StrongPlace, WeakPlace } from '../types';
import { siblingsOf } from './evidence';
import { subjectTypeOf } from './subjectType';

export function strong(slot: Slot, kind: StrongKind, certain: boolean): StrongPlace {
  const { group, index, role, token } = slot;
  const isList = role === 'case' || role === 'union' || (role === 'element' && !isSequence(slot.container));
  return {
    strength: 'strong',
    kind,
    certain,
    siblings: siblingsOf(slot),
    repeated: isList && group.slice(Math.max(0, index - neighbours), index).includes(token.text),
    subjectType: subjectTypeOf(slot),
  };
}

/** A row of a table, or what a test expects: its second entry says as much as its first. */
function isSequence({ name, parent }: Container): boolean {
  return parent?.kind === 'list' ? name === undefined : parent?.kind === 'call' && isAssertion(parent.callee);
}

/** A bare literal of code. */
export const open: WeakPlace = { strength: 'weak', open: true };

/** A named value: its name speaks of something else. */
export const named: WeakPlace = { strength: 'weak', open: false };

export function none(kind: NoPlace['kind']): NoPlace {
  return { strength: 'none', kind };
}
