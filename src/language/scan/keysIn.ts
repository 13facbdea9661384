import type { Slot } from './container';
import type { Group } from './groups';
import { keyTextsIn, mayBeKey } from './keyLines';
import { charactersDown, charactersUp } from './limits';
import { placeOf } from './place/placeOf';
import { type Lines, slotsIn } from './slotsIn';
import type { Found, LanguageFamily, LineSource } from './types';
import { lineOf, type Window, windowAroundLines } from './window';

/** The keys in some lines of a document. */
export interface KeysInLines extends Lines {
  /** The lines that were looked at for it. */
  readonly from: number;
  readonly to: number;
  readonly found: readonly Found[];
}

/** How much of a very long line is read at once. */
const chunk = 20_000;

/** What has the form of a key in these lines, where keys are expected. Looks around as far as `tokenAt` does. */
export function keysIn(family: LanguageFamily, source: LineSource, { first, last, isLong }: Group): KeysInLines {
  if (isLong) {
    const found = chunksOf(family, lineOf(source, first), first).flatMap(({ window, from }) =>
      strongKeys(
        slotsIn(family, window, { first, last }, undefined),
        ({ start }) => start > from && start <= from + chunk,
      ),
    );
    return { first, last, from: first, to: last, found };
  }
  const window = windowAroundLines(source, first, last, family);
  return {
    first,
    last,
    from: window.firstLine,
    to: window.firstLine + window.lines.length - 1,
    found: strongKeys(slotsIn(family, window, { first, last }, undefined), ({ line }) => line >= first && line <= last),
  };
}

/** The parts of a very long line that hold keys, each with its surroundings; in YAML, which has no brackets to go by, its beginning. */
export function chunksOf(family: LanguageFamily, text: string, firstLine: number): { window: Window; from: number }[] {
  const chunks: { window: Window; from: number }[] = [];
  let end = -1;
  for (const { start } of family === 'yaml' ? [{ start: 0 }] : keyTextsIn(text)) {
    if (start > end) {
      // Before the quote.
      const from = start - 1;
      end = from + chunk;
      const skipped = Math.max(0, from - charactersUp / 2);
      chunks.push({ window: { firstLine, lines: [text.slice(skipped, end + charactersDown)], skipped }, from });
    }
  }
  return chunks;
}

function strongKeys(slots: readonly Slot[], isWanted: (token: Found['token']) => boolean): Found[] {
  const found: Found[] = [];
  for (const slot of slots) {
    const { token } = slot;
    if (isWanted(token) && mayBeKey(token.text)) {
      const place = placeOf(slot);
      if (place.strength === 'strong') {
        found.push({ token, place });
      }
    }
  }
  return found;
}
