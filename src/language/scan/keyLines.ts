import { longLine } from './limits';
import { speaks } from './signal';
import type { Lines } from './slotsIn';
import type { LineSource } from './types';
import { lineOf } from './window';

/** What there is to remember of a line that may hold an event key, that speaks of Bitbucket, or that is very long. */
export interface KeyLine {
  readonly line: number;
  readonly mayHoldKey: boolean;
  readonly isLong: boolean;
  readonly speaks: boolean;
  /** A run of lines with keys may be divided before it: known from the lines just above alone, wherever they stand. */
  readonly divides: boolean;
}

/** Lines that are read together. */
export interface Group extends Lines {
  last: number;
  /** One very long line. */
  readonly isLong: boolean;
}

/** Further apart, lines are looked at by themselves. */
const gap = 24;

/** How many lines above a line have a say in where runs are divided. */
export const linesWeighed = 7;

/** A text with the form of an event key, of any family. */
const keyForm = /^[A-Za-z]\w*(?::+[A-Za-z_]\w*)+$/;

export function mayBeKey(text: string): boolean {
  return text.length <= 100 && keyForm.test(text);
}

/** What there is to remember of the lines from `first` to before `end`. */
export function keyLinesIn(source: LineSource, first: number, end: number): KeyLine[] {
  const keyLines: KeyLine[] = [];
  let weight = 0;
  for (let line = Math.max(0, first - linesWeighed); line < end; line++) {
    const text = lineOf(source, line);
    const above = weight;
    // The shift pushes out what is more than six lines above.
    weight = ((weight << 5) + weightOf(text)) | 0;
    if (line < first) {
      continue;
    }
    const isLong = text.length > longLine;
    const mayHoldKey = holdsColonInWord(text);
    const isSignal = speaks(text);
    if (isLong || mayHoldKey || isSignal) {
      // One line in sixteen, but not in a run of lines that are all the same.
      const divides = weight >>> 28 === 0 && weight !== above;
      keyLines.push({ line, mayHoldKey, isLong, speaks: isSignal, divides });
    }
  }
  return keyLines;
}

/** The lines that may hold keys, in groups. Where one ends depends on lines near by alone. */
export function groupsOf(keyLines: readonly KeyLine[]): Group[] {
  const groups: Group[] = [];
  let group: Group | undefined;
  for (const { line, mayHoldKey, isLong, divides } of keyLines) {
    if (group && mayHoldKey && !isLong && !group.isLong && !divides && line - group.last <= gap) {
      group.last = line;
    } else if (mayHoldKey || isLong) {
      group = mayHoldKey ? { first: line, last: line, isLong } : undefined;
      groups.push(...(group ? [group] : []));
    }
  }
  return groups;
}

/** A colon between what may be parts of a key. Looks at colons only: most lines have one at most. */
function holdsColonInWord(text: string): boolean {
  for (let colon = text.indexOf(':', 1); colon !== -1; colon = text.indexOf(':', colon + 1)) {
    if (isOfName(text.charCodeAt(colon - 1)) && isOfName(text.charCodeAt(colon + 1))) {
      return true;
    }
  }
  return false;
}

/** `A-Z`, `a-z`, `0-9`, `_` and the colon; behind a colon, digits aren't ours (`localhost:80`) and cost little. */
function isOfName(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x3a) || code === 0x5f
  );
}

/** A number made of a line's length and its end, where lines that are alike tend to differ. */
function weightOf(text: string): number {
  let weight = text.length;
  for (let at = Math.max(0, text.length - 12); at < text.length; at++) {
    weight = Math.imul(weight, 31) + text.charCodeAt(at);
  }
  return Math.imul(weight, 0x9e3779b1);
}
