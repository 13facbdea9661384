import { longLine, neighbours } from './limits';
import type { LineSource } from './types';

/** A text with the form of an event key, of any family. */
export interface KeyText {
  readonly text: string;
  /** Its first character in the line. */
  readonly start: number;
}

/** What there is to remember of a line that may hold event keys, or is very long. */
export interface KeyLine {
  line: number;
  readonly isLong: boolean;
  readonly keys: readonly KeyText[];
  /** Once someone has asked: whether one of its texts may stand in the same list a little further up. */
  repeats: boolean | undefined;
  /** Once someone has asked: whether lines that are read together may be divided before it. */
  divides: boolean | undefined;
}

/** So many lines above a line have a say in what is remembered of it. */
export const linesAbove = neighbours;

const keyForm = /^[A-Za-z]\w*(?::+[A-Za-z_]\w*)+$/;

export function mayBeKey(text: string): boolean {
  return text.length <= 100 && keyForm.test(text);
}

/** What there is to remember of the lines from `first` to before `end`. */
export function keyLinesIn(source: LineSource, first: number, end: number): KeyLine[] {
  const keyLines: KeyLine[] = [];
  for (let line = first; line < end; line++) {
    // As it is: what some lines have at their ends is in no key.
    const text = source.lineText(line);
    const keys = keyTextsIn(text);
    const isLong = text.length > longLine;
    if (isLong || keys.length > 0) {
      keyLines.push({ line, isLong, keys, repeats: undefined, divides: undefined });
    }
  }
  return keyLines;
}

const noKeys: readonly KeyText[] = [];

/** Looks at colons only: most lines have one at most, and no letter behind it. */
export function keyTextsIn(text: string): readonly KeyText[] {
  let keys: KeyText[] | undefined;
  let colon = text.indexOf(':', 1);
  while (colon !== -1) {
    let end = colon + 1;
    if (isOfName(text.charCodeAt(end)) && isOfWord(text.charCodeAt(colon - 1))) {
      let start = colon - 1;
      while (start > 0 && isOfWord(text.charCodeAt(start - 1))) {
        start--;
      }
      while (isOfName(text.charCodeAt(end))) {
        end++;
      }
      let last = end;
      // Behind a name in YAML: `repo:push: handler`.
      while (text.charCodeAt(last - 1) === colonCode) {
        last--;
      }
      const key = text.slice(start, last);
      if (mayBeKey(key)) {
        (keys ??= []).push({ text: key, start });
      }
    }
    colon = text.indexOf(':', end);
  }
  return keys ?? noKeys;
}

const colonCode = 0x3a;

/** `A-Z`, `a-z`, `0-9` and `_`. */
function isOfWord(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39) || code === 0x5f
  );
}

function isOfName(code: number): boolean {
  return isOfWord(code) || code === colonCode;
}
