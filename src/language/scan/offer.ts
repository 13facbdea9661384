import { companyOf, isStartOfKey, namesFamily } from './place/keyShape';
import type { Place } from './types';

/** Other ways to write a family's name, which completion answers with the right one. */
const otherFamily = /^(?:pull_?requests?|repository):/i;

/**
 * Whether keys are offered at a place, `typed` being the token's text up to the cursor. Strong places always, unless
 * another product's events stand beside; weak ones in Bitbucket files, and where a family's prefix says what is meant.
 */
export function isOffered(place: Place, typed: string, speaksOfBitbucket: () => boolean): boolean {
  if (place.strength === 'none' || (place.strength === 'strong' && place.kind === 'propertyName')) {
    return false;
  }
  if (typed.includes(':') && !isStartOfKey(typed) && !otherFamily.test(typed)) {
    return false;
  }
  if (namesFamily(typed)) {
    return true;
  }
  if (place.strength === 'strong') {
    return place.certain || companyOf(place.siblings) !== 'foreign' || speaksOfBitbucket();
  }
  return (place.open || (typed !== '' && isStartOfKey(typed))) && speaksOfBitbucket();
}
