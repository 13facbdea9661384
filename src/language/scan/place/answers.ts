import type { Slot } from '../container';
import { neighbours } from '../limits';
import type { NoPlace, StrongKind, StrongPlace, WeakPlace } from '../types';
import { siblingsOf } from './evidence';
import { subjectTypeOf } from './subjectType';

export function strong(slot: Slot, kind: StrongKind, certain: boolean): StrongPlace {
  const { group, index, role, token } = slot;
  const isList = role === 'element' || role === 'case' || role === 'union';
  return {
    strength: 'strong',
    kind,
    certain,
    siblings: siblingsOf(slot),
    repeated: isList && group.slice(Math.max(0, index - neighbours), index).includes(token.text),
    subjectType: subjectTypeOf(slot),
  };
}

/** A bare literal of code. */
export const open: WeakPlace = { strength: 'weak', open: true };

/** A named value: its name speaks of something else. */
export const named: WeakPlace = { strength: 'weak', open: false };

export function none(kind: NoPlace['kind']): NoPlace {
  return { strength: 'none', kind };
}
