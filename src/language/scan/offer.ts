import { isStartOfKey, namesFamily } from './place/keyShape';
import type { Place } from './types';

/** Other ways to write a family's name, which completion answers with the right one. */
const otherFamily = /^(?:pull_?requests?|repository):/i;

/**
 * Whether keys are offered at a place, `typed` being the token's text up to the cursor. Strong places always, unless
 * their name is common elsewhere; weak ones in Bitbucket files, and where a family's prefix says what is meant.
 */
export function isOffered(place: Place, typed: string, speaksOfBitbucket: () => boolean): boolean {
  if (place.strength === 'none' || (place.strength === 'strong' && place.kind === 'propertyName')) {
    return false;
  }
  if (typed.includes(':') && !isStartOfKey(typed) && !otherFamily.test(typed)) {
    return false;
  }
  if (namesFamily(typed) || (place.strength === 'strong' && place.certain)) {
    return true;
  }
  const isInviting = place.strength === 'strong' || place.open || (typed !== '' && isStartOfKey(typed));
  return isInviting && speaksOfBitbucket();
}
