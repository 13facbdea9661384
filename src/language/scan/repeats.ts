import { type KeyLine, linesAbove } from './keyLines';
import { neighbours } from './limits';
import type { LanguageFamily, LineSource } from './types';

/** Where a list begins or ends in a part of a line; nowhere in a comment, or in what looks like one. */
const bracket = /^(?:(?!\/\/).)*?[[\]{}]/;
const cuts: Readonly<Record<LanguageFamily, RegExp>> = {
  yaml: /^(?:(?!(?:^|\s)#).)*?(?:[[\]{}]|:(?:\s|$))/,
  json: bracket,
  script: bracket,
  jsx: bracket,
  literals: /^(?:(?!\/\/|#).)*?[[\]{}]/,
};

/**
 * Whether one of a line's texts may stand in the same list a little further up, as far as one can tell without reading
 * what stands there: between entries of one list are no brackets, and in YAML no keys; comments may hold anything.
 */
export function mayRepeat(
  family: LanguageFamily,
  source: LineSource,
  keyLines: readonly KeyLine[],
  index: number,
): boolean {
  const keyLine = keyLines[index];
  const last = keyLine?.line ?? 0;
  return (keyLine?.keys ?? []).some(({ start, text }, at) => {
    const before = nearestSame(keyLines, index, at, text);
    // If that one is in another list, so are those before it.
    for (let line = last; before !== undefined && line >= before.line; line--) {
      const [from, to] = [line === before.line ? before.end : 0, line === last ? start : undefined];
      if (cuts[family].test(source.lineText(line).slice(from, to))) {
        return false;
      }
    }
    return before !== undefined;
  });
}

/** Where the text at `at` in a line ended the last time before, among as many texts as are compared where keys are read. */
function nearestSame(
  keyLines: readonly KeyLine[],
  index: number,
  at: number,
  text: string,
): { readonly line: number; readonly end: number } | undefined {
  const farthest = (keyLines[index]?.line ?? 0) - linesAbove;
  let left = neighbours;
  for (let above = index; left > 0; above--) {
    const { line, keys, isLong } = keyLines[above] ?? { line: -1, keys: [], isLong: true };
    if (above < index && (isLong || line < farthest)) {
      return undefined;
    }
    for (let before = above === index ? at - 1 : keys.length - 1; before >= 0 && left > 0; before--, left--) {
      const key = keys[before];
      if (key?.text === text) {
        return { line, end: key.start + text.length };
      }
    }
  }
  return undefined;
}
