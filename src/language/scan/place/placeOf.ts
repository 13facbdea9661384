import type { Slot } from '../container';
import type { Place } from '../types';
import { none, open, strong } from './answers';
import { companyAround, isInScopeList } from './evidence';
import { placeInList } from './placeInList';
import { placeOfArgument } from './placeOfArgument';
import { placeOfAlternative, placeOfValue } from './placeOfValue';

/** `$(params.event)`, `${event}`, `{{ event }}`, `%{event}`: another program's place, filled in later. */
const substitution = /[$%#]?\{|\$\(/;

/** Whether an event key is expected where a token stands. */
export function placeOf(slot: Slot): Place {
  const { text } = slot.token;
  if (substitution.test(text)) {
    return none('other');
  }
  const place = placeByRole(slot);
  // A key has no blanks; in a strong place someone may be typing an event's label.
  return place.strength === 'weak' && /\s/.test(text) ? none('prose') : place;
}

function placeByRole(slot: Slot): Place {
  switch (slot.role) {
    case 'element':
      return placeInList(slot);
    case 'value':
      return placeOfValue(slot);
    case 'argument':
      return placeOfArgument(slot);
    case 'case':
    case 'comparison':
    case 'union':
      return placeOfAlternative(slot, slot.role);
    case 'propertyName':
      return placeOfName(slot);
    case 'fragment':
      return none('prose');
    case 'other':
      return open;
  }
}

/** A map from keys to handlers or labels is known by the keys beside it. */
function placeOfName(slot: Slot): Place {
  const company = companyAround(slot);
  return (company === 'keys' || company === 'perhaps') && !isInScopeList(slot)
    ? strong(slot, 'propertyName', company === 'keys')
    : none('propertyName');
}
