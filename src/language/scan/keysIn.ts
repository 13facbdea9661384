import type { Slot } from './container';
import { mayBeKey } from './keyLines';
import { charactersDown, charactersUp } from './limits';
import { placeOf } from './place/placeOf';
import { type Lines, slotsIn } from './slotsIn';
import type { Found, LanguageFamily, LineSource } from './types';
import { lineOf, windowAroundLines } from './window';

/** The keys in some lines of a document. */
export interface KeysInLines extends Lines {
  /** The lines that were looked at for it. */
  readonly from: number;
  readonly to: number;
  readonly found: readonly Found[];
}

/** How much of a very long line is read at once. */
const chunk = 20_000;

/** A whole literal that may be a key, in a very long line. */
const literal = /(["'`])[A-Za-z]\w*(?::+[A-Za-z_]\w*)+\1/g;

/** What has the form of a key in these lines, where keys are expected. Looks around as far as `tokenAt` does. */
export function keysIn(family: LanguageFamily, source: LineSource, lines: Lines, isLong: boolean): KeysInLines {
  const { first, last } = lines;
  if (isLong) {
    return { first, last, from: first, to: last, found: keysInLongLine(family, lineOf(source, first), first) };
  }
  const window = windowAroundLines(source, first, last, family);
  const slots = slotsIn(family, window, lines, undefined);
  return {
    first,
    last,
    from: window.firstLine,
    to: window.firstLine + window.lines.length - 1,
    found: strongKeys(slots, ({ line }) => line >= first && line <= last),
  };
}

function keysInLongLine(family: LanguageFamily, text: string, line: number): Found[] {
  if (family === 'yaml') {
    return strongKeys(slotsIn(family, { firstLine: line, lines: [text], skipped: 0 }, undefined, undefined));
  }
  const found: Found[] = [];
  for (let from = 0; from < text.length; from += chunk) {
    const to = from + chunk;
    literal.lastIndex = from;
    const next = literal.exec(text);
    if (next === null) {
      break;
    }
    if (next.index >= to) {
      // Goes on with the chunk that holds it.
      from += Math.floor((next.index - from) / chunk - 1) * chunk;
      continue;
    }
    const skipped = Math.max(0, from - charactersUp / 2);
    const window = { firstLine: line, lines: [text.slice(skipped, to + charactersDown)], skipped };
    found.push(
      ...strongKeys(
        slotsIn(family, window, { first: line, last: line }, undefined),
        ({ start }) => start > from && start <= to,
      ),
    );
  }
  return found;
}

function strongKeys(slots: readonly Slot[], isWanted: (token: Found['token']) => boolean = () => true): Found[] {
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
