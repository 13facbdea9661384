import { familyOf, type Found, type LineSource } from '../../src/language/scan';
import { placeOf } from '../../src/language/scan/place/placeOf';
import { slotsIn } from '../../src/language/scan/slotsIn';
import { lineOf } from '../../src/language/scan/window';

/** All tokens of a document, of any text and in any place, read as a whole: what shorter looks are compared with. */
export function scanDocument(languageId: string, source: LineSource): Found[] {
  const lines = Array.from({ length: source.lineCount }, (_, line) => lineOf(source, line));
  const window = { firstLine: 0, lines, skipped: 0 };
  const whole = { first: 0, last: lines.length - 1 };
  return slotsIn(familyOf(languageId), window, whole, undefined).map((slot) => ({
    token: slot.token,
    place: placeOf(slot),
  }));
}
