import type { KeyLine } from './keyLines';
import { linesAbove } from './keyLines';
import type { LanguageFamily, LineSource } from './types';
import { lineOf } from './window';

/**
 * Whether one of a line's texts may stand in the same list a little further up, as far as one can tell without reading
 * what stands there. Between two entries of one list are no brackets, and in YAML no keys; comments may hold anything.
 */
export function mayRepeat(
  family: LanguageFamily,
  source: LineSource,
  keyLines: readonly KeyLine[],
  index: number,
): boolean {
  const { line, keys } = keyLines[index] ?? { line: 0, keys: [] };
  const text = lineOf(source, line);
  const seen = new Set<string>();
  /** The end of the text before. */
  let from = 0;
  for (const key of keys) {
    const isCut = lastCut(family, text, from, key.start) !== -1;
    if (isCut) {
      seen.clear();
    } else if (from === 0) {
      addTextsAbove(family, source, keyLines, index, seen);
    }
    if (seen.has(key.text)) {
      return true;
    }
    seen.add(key.text);
    from = key.start + key.text.length;
  }
  return false;
}

/** Adds the texts above a line that nothing separates from it. */
function addTextsAbove(
  family: LanguageFamily,
  source: LineSource,
  keyLines: readonly KeyLine[],
  index: number,
  texts: Set<string>,
): void {
  const { line } = keyLines[index] ?? { line: 0 };
  let at = index - 1;
  for (let above = line - 1; above >= Math.max(0, line - linesAbove); above--) {
    const keyLine = keyLines[at]?.line === above ? keyLines[at--] : undefined;
    if (keyLine?.isLong) {
      return;
    }
    const text = lineOf(source, above);
    const cut = lastCut(family, text, 0, text.length);
    for (const { text: key, start } of keyLine?.keys ?? []) {
      if (start > cut) {
        texts.add(key);
      }
    }
    if (cut !== -1) {
      return;
    }
  }
}

/** The last place in a part of a line where a list begins or ends; -1: none. A comment, or what looks like one, has none. */
function lastCut(family: LanguageFamily, text: string, from: number, to: number): number {
  let cut = -1;
  for (let at = from; at < to; at++) {
    switch (text.charCodeAt(at)) {
      case 0x5b: // [
      case 0x5d: // ]
      case 0x7b: // {
      case 0x7d: // }
        cut = at;
        break;
      case 0x3a: // :
        if (family === 'yaml' && (at + 1 === text.length || isBlank(text, at + 1))) {
          cut = at;
        }
        break;
      case 0x23: // #
        if (family === 'yaml' ? at === 0 || isBlank(text, at - 1) : family === 'literals') {
          return cut;
        }
        break;
      case 0x2f: // /
        if (family !== 'yaml' && text.charCodeAt(at + 1) === 0x2f) {
          return cut;
        }
        break;
    }
  }
  return cut;
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x20 || code === 0x09;
}
