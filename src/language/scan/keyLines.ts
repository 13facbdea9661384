import { longLine } from './limits';
import type { Lines } from './slotsIn';
import type { LineSource } from './types';

/** A line of a document that may hold an event key, or that is too long to be read together with others. */
export interface KeyLine {
  line: number;
  readonly mayHoldKey: boolean;
  readonly isLong: boolean;
  /** A number made of its text and the lines before, once asked for: tells where to divide a long run of such lines. */
  weight?: number;
}

/** Further apart, lines are looked at by themselves. */
const gap = 24;

/** How many lines before it count for a line's weight. */
export const weighedBefore = 6;

/** A run of this many lines on either side of a line may be divided there. */
const reach = 16;

/** A text with the form of an event key, of any family. */
const keyForm = /^[A-Za-z]\w*(?::+[A-Za-z_]\w*)+$/;

export function mayBeKey(text: string): boolean {
  return text.length <= 100 && keyForm.test(text);
}

/** What there is to remember of a line; `undefined`: nothing. */
export function keyLineOf(text: string, line: number): KeyLine | undefined {
  const mayHoldKey = holdsColonInWord(text);
  const isLong = text.length > longLine;
  return mayHoldKey || isLong ? { line, mayHoldKey, isLong } : undefined;
}

/** The lines that may hold keys in groups that are read together. Where a group ends depends on lines near by alone. */
export function groupsOf(keyLines: readonly KeyLine[], source: LineSource): Lines[] {
  const groups: Lines[] = [];
  let from = 0;
  for (let to = 0; to < keyLines.length; to++) {
    const [at, next] = [keyLines[to], keyLines[to + 1]];
    if (at !== undefined && (next === undefined || next.line - at.line > gap || at.isLong || next.isLong)) {
      divide(keyLines, from, to, source, groups);
      from = to + 1;
    }
  }
  return groups;
}

function divide(keyLines: readonly KeyLine[], from: number, to: number, source: LineSource, groups: Lines[]): void {
  let first = keyLines[from];
  if (first?.mayHoldKey !== true) {
    return;
  }
  for (let at = from + reach; at <= to - reach; at++) {
    const [previous, next] = [keyLines[at - 1], keyLines[at]];
    if (previous !== undefined && next !== undefined && isLightest(keyLines, at, source)) {
      groups.push({ first: first.line, last: previous.line });
      first = next;
    }
  }
  groups.push({ first: first.line, last: keyLines[to]?.line ?? first.line });
}

function isLightest(keyLines: readonly KeyLine[], at: number, source: LineSource): boolean {
  const weight = weightOf(keyLines[at], source);
  for (let distance = 1; distance <= reach; distance++) {
    if (weightOf(keyLines[at - distance], source) <= weight || weightOf(keyLines[at + distance], source) < weight) {
      return false;
    }
  }
  return true;
}

function weightOf(keyLine: KeyLine | undefined, source: LineSource): number {
  if (keyLine === undefined) {
    return 0;
  }
  if (keyLine.weight === undefined) {
    let weight = 0;
    for (let line = keyLine.line; line >= Math.max(0, keyLine.line - weighedBefore); line--) {
      weight = weighed(source.lineText(line), weight);
    }
    keyLine.weight = weight;
  }
  return keyLine.weight;
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

function weighed(text: string, start: number): number {
  let weight = start + text.length;
  for (let at = Math.max(0, text.length - 40); at < text.length; at++) {
    weight = (Math.imul(weight, 31) + text.charCodeAt(at)) | 0;
  }
  return weight;
}
