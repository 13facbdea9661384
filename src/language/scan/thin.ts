import { nearDown, nearUp } from './limits';

/**
 * Empties, away from the lines `first` to `last`, those that stand deeper than all lines between: what is inside of
 * something beside the position tells nothing of it. The rest are the lines that hold the position and its neighbours,
 * so there is far less to read, and line numbers stay.
 *
 * @param bracketed The language has brackets: what is emptied must leave them in pairs.
 */
export function thin(lines: string[], first: number, last: number, bracketed: boolean): void {
  let level = Infinity;
  for (let index = first; index <= last; index++) {
    level = Math.min(level, indentOf(lines[index] ?? ''));
  }
  thinFrom(lines, first, -1, nearUp, level, bracketed);
  thinFrom(lines, last, 1, nearDown, level, bracketed);
}

function thinFrom(lines: string[], from: number, step: 1 | -1, near: number, start: number, bracketed: boolean): void {
  let level = start;
  /** Where the lines begin, on the way outwards, that are to be emptied; -1: none. */
  let run = -1;
  const end = step === 1 ? lines.length : -1;
  for (let index = from + step; index !== end; index += step) {
    const indent = indentOf(lines[index] ?? '');
    if (indent > level && Math.abs(index - from) > near) {
      run = run === -1 ? index : run;
      continue;
    }
    level = Math.min(level, indent);
    if (run !== -1) {
      empty(lines, Math.min(run, index - step), Math.max(run, index - step), bracketed);
      run = -1;
    }
  }
  // What goes on beyond the window stays: nobody knows how it ends.
}

function empty(lines: string[], from: number, to: number, bracketed: boolean): void {
  if (!bracketed || isBalanced(lines, from, to)) {
    lines.fill('', from, to + 1);
  }
}

/** A bracket, or the beginning or end of a comment. */
const mark = /[[\]{}]|\/\*|\*\//;

/** Every bracket of these lines has its counterpart in them, and no comment begins or ends. Strings count as well. */
function isBalanced(lines: readonly string[], from: number, to: number): boolean {
  let depth = 0;
  for (let index = from; index <= to; index++) {
    const text = lines[index] ?? '';
    for (let at = text.search(mark); at !== -1 && at < text.length; at++) {
      const code = text.charCodeAt(at);
      // A brace is a bracket with one bit more.
      const bracket = code & ~0x20;
      if (bracket === 0x5b) {
        depth++;
      } else if (bracket === 0x5d) {
        if (--depth < 0) {
          return false;
        }
      } else if (code === 0x2a && (text.charCodeAt(at - 1) === 0x2f || text.charCodeAt(at + 1) === 0x2f)) {
        return false;
      }
    }
  }
  return depth === 0;
}

/** Of a blank line: endless, since it belongs to whatever stands around it. */
function indentOf(text: string): number {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x09) {
      return at;
    }
  }
  return Infinity;
}
