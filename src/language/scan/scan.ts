import { familyOf } from './family';
import { placeOf } from './place/placeOf';
import { slotsIn } from './slotsIn';
import type { Found, LineSource, TextPosition } from './types';
import { windowAround } from './window';

/**
 * The token that could be an event key at a position, and what stands there. The work is bounded by the neighbourhood
 * of the position, whatever the document's size: see `limits.ts` for how far it looks and what that gives up.
 */
export function tokenAt(languageId: string, source: LineSource, position: TextPosition): Found | undefined {
  const family = familyOf(languageId);
  const window = windowAround(source, position, family);
  const slot = slotsIn(family, window, { first: position.line, last: position.line }, position).find(
    ({ token }) => token.line === position.line && token.start <= position.character && position.character <= token.end,
  );
  return slot === undefined ? undefined : { token: slot.token, place: placeOf(slot) };
}
