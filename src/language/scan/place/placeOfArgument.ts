import type { Slot } from '../container';
import type { Place } from '../types';
import { none, open, strong } from './answers';
import { siblingsOf } from './evidence';
import { isEventListName, isEventName, isHeaderName, isKeyName, plainName } from './names';
import { placeOfAlternative, placeOfValue } from './placeOfValue';

const listeners = /^(?:on|once|off|addListener|removeListener|addEventListener|subscribe|handle|handles|register)$/;
const comparers = /^(?:toBe|toEqual|toStrictEqual|eql|equals?|equalsIgnoreCase|isEqualTo|eq)$/;
const searches = /^(?:includes|has|contains|indexOf|add|push|append)$/;
const prose = /^(?:describe|it|test|log|info|warn|error|debug|print|println|printf|t|Error|fetch)$/;

/** A string handed to a function: mostly anything at all, but some functions say what they want. */
export function placeOfArgument(slot: Slot): Place {
  const { container, index } = slot;
  const { callee = '', receiver = '', name } = container;
  if (index > 0 && isHeaderName(container.items[0] ?? '')) {
    return strong(slot, 'header', true);
  }
  if (isHeaderName(slot.token.text) || prose.test(callee) || prose.test(receiver)) {
    return none('prose');
  }
  if (listeners.test(callee)) {
    const besideSource = siblingsOf(slot).some((text) => /bitbucket/i.test(text));
    return besideSource || /hook|bitbucket/i.test(plainName(receiver)) ? strong(slot, 'call', true) : open;
  }
  if (comparers.test(callee) && (isHeaderName(receiver) || isKeyName(receiver) || isEventName(receiver))) {
    return placeOfAlternative({ ...slot, name: receiver, group: [slot.token.text], index: 0 }, 'comparison');
  }
  if (searches.test(callee) && isEventListName(receiver)) {
    return strong(slot, 'call', false);
  }
  if (/^(?:literal|default|of)$/.test(callee) && name !== undefined) {
    return placeOfValue({ ...slot, name });
  }
  return open;
}
