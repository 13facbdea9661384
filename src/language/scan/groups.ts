import type { KeyLine } from './keyLines';
import type { Lines } from './slotsIn';
import type { LineSource } from './types';
import { lineOf } from './window';

/** Lines that are read together. */
export interface Group extends Lines {
  last: number;
  /** One very long line. */
  readonly isLong: boolean;
}

/** Further apart, lines are looked at by themselves. */
const gap = 24;

/** The lines that are wanted, in groups. Where one ends depends on lines near by alone, or on a line that isn't wanted. */
export function groupsOf(source: LineSource, keyLines: readonly KeyLine[], wanted: ReadonlySet<KeyLine>): Group[] {
  const groups: Group[] = [];
  let group: Group | undefined;
  for (const keyLine of keyLines) {
    const { line, isLong } = keyLine;
    if (isLong) {
      group = undefined;
    }
    if (!wanted.has(keyLine)) {
      continue;
    }
    if (group && line - group.last <= gap && !(keyLine.divides ??= dividesBefore(source, line))) {
      group.last = line;
      continue;
    }
    const next = { first: line, last: line, isLong };
    groups.push(next);
    group = isLong ? undefined : next;
  }
  return groups;
}

/**
 * Whether a run of lines may be divided before this one, so that an edit in a long run leaves most of it as it is. Known
 * from seven lines alone, wherever they stand: true of one line in sixteen, but not in a run of lines that are all the same.
 */
function dividesBefore(source: LineSource, line: number): boolean {
  let [weight, above] = [0, 0];
  for (let at = Math.max(0, line - 7); at <= line; at++) {
    above = weight;
    // The shift pushes out what is more than six lines above.
    weight = ((weight << 5) + weightOf(lineOf(source, at))) | 0;
  }
  return weight >>> 28 === 0 && weight !== above;
}

/** A number made of a line's length and its end, where lines that are alike tend to differ. */
function weightOf(text: string): number {
  let weight = text.length;
  for (let at = Math.max(0, text.length - 12); at < text.length; at++) {
    weight = Math.imul(weight, 31) + text.charCodeAt(at);
  }
  return Math.imul(weight, 0x9e3779b1);
}
