import { forgePrefix } from '../../events/forge';
import { familyAlias, familyOf, isStartOfKey, keyForm, meansKey } from '../keys/keyForm';
import { isExpected, type Place } from './place';

/** How completion was asked for: by a quote or a colon that was typed, or in another way (a letter, Ctrl+Space). */
export type Asked = 'quote' | 'colon' | 'otherwise';

/** What is typed at a place, in a document. */
export interface Typing {
  readonly place: Place;
  /** What is to be replaced, and its part before the cursor. */
  readonly text: string;
  readonly typed: string;
  /** In YAML: what ends in a colon here begins a mapping. */
  readonly isHalfMapping: boolean;
  /** Whether the document has signs of Bitbucket. */
  readonly mentionsBitbucket: boolean;
}

/** Whether keys are offered. */
export function isOffered({ place, text, typed, mentionsBitbucket, isHalfMapping }: Typing, asked: Asked): boolean {
  const isWanted = isExpected(place);
  const isStart = isStartOfKey(typed) || familyAlias(typed) !== undefined || isStartInForge(place, typed);
  if (place.strength === 'none' || (typed.includes(':') && !isStart)) {
    return false;
  }
  if (asked === 'colon' && isHalfMapping) {
    return false;
  }
  if (asked === 'quote') {
    // In weak places a list at every quote would be in the way of all that is no key, which is nearly all.
    return mentionsBitbucket && isWanted && !place.isAmongOthers;
  }
  if (isWanted && (mentionsBitbucket || asked === 'colon')) {
    return true;
  }
  // No other product has this family.
  if (familyOf(typed)?.family === 'pullrequest:') {
    return true;
  }
  if (asked === 'colon') {
    return false;
  }
  if (typed === '') {
    // What is there would be replaced.
    return isWanted || (mentionsBitbucket && (text === '' || keyForm.test(text)));
  }
  return isWanted
    ? meansKey(typed) || isStartInForge(place, typed)
    : mentionsBitbucket && typed.length >= 2 && isStartOfKey(typed);
}

function isStartInForge({ dialect }: Place, typed: string): boolean {
  return dialect === 'forge' && (forgePrefix.startsWith(typed) || typed.startsWith(forgePrefix));
}
