import { longLine } from './limits';
import type { Lines } from './slotsIn';

/** A line of a document that may hold an event key, or that is too long to be read together with others. */
export interface KeyLine {
  line: number;
  readonly mayHoldKey: boolean;
  readonly isLong: boolean;
  /** A number made of its text: tells where to divide a long run of such lines, whatever stands farther away. */
  readonly weight: number;
}

/** Further apart, lines are looked at by themselves. */
const gap = 8;

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
  return mayHoldKey || isLong ? { line, mayHoldKey, isLong, weight: mayHoldKey ? weightOf(text) : 0 } : undefined;
}

/** The lines that may hold keys in groups that are read together. Where a group ends depends on lines near by alone. */
export function groupsOf(keyLines: readonly KeyLine[]): Lines[] {
  const groups: Lines[] = [];
  let from = 0;
  for (let to = 0; to < keyLines.length; to++) {
    const [at, next] = [keyLines[to], keyLines[to + 1]];
    if (at !== undefined && (next === undefined || next.line - at.line > gap || at.isLong || next.isLong)) {
      divide(keyLines, from, to, groups);
      from = to + 1;
    }
  }
  return groups;
}

function divide(keyLines: readonly KeyLine[], from: number, to: number, groups: Lines[]): void {
  let first = keyLines[from];
  if (first?.mayHoldKey !== true) {
    return;
  }
  for (let at = from + reach; at <= to - reach; at++) {
    const [previous, next] = [keyLines[at - 1], keyLines[at]];
    if (previous !== undefined && next !== undefined && isLightest(keyLines, at)) {
      groups.push({ first: first.line, last: previous.line });
      first = next;
    }
  }
  groups.push({ first: first.line, last: keyLines[to]?.line ?? first.line });
}

function isLightest(keyLines: readonly KeyLine[], at: number): boolean {
  const weight = keyLines[at]?.weight ?? 0;
  for (let distance = 1; distance <= reach; distance++) {
    if ((keyLines[at - distance]?.weight ?? 0) <= weight || (keyLines[at + distance]?.weight ?? 0) < weight) {
      return false;
    }
  }
  return true;
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

function weightOf(text: string): number {
  let weight = text.length;
  for (let at = Math.max(0, text.length - 40); at < text.length; at++) {
    weight = (Math.imul(weight, 31) + text.charCodeAt(at)) | 0;
  }
  return weight;
}
