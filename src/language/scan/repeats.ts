import { type KeyLine, type KeyText, linesAbove } from './keyLines';
import { neighbours } from './limits';
import type { LanguageFamily, LineSource } from './types';
import { lineOf } from './window';

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
  const { line, keys } = keyLines[index] ?? { line: 0, keys: [] };
  /** The texts at the line's beginning that are in one list. */
  let head = keys;
  if (keys.length > 1) {
    const cuts = cutsIn(family, lineOf(source, line), keys);
    if (keys.some(({ text }, at) => isAmong(keys.slice(Math.max(cuts[at] ?? 0, at - neighbours), at), text))) {
      return true;
    }
    head = keys.filter((_, at) => cuts[at] === 0 && at < neighbours);
  }
  // Most texts don't stand there at all, and then nobody has to know where lists begin and end.
  return (
    isAbove(keyLines, index, head, () => 0) &&
    isAbove(keyLines, index, head, (above, at) => {
      if (isCutOff(family, source, keyLines, at + 1)) {
        return undefined;
      }
      return above.keys.length > 1 ? cutsIn(family, lineOf(source, above.line), above.keys).at(-1) : 0;
    })
  );
}

/**
 * Whether one of some texts stands a little further up, among as many others as are compared where keys are read.
 *
 * @param firstOf The index of the first text of a line that counts; if that isn't 0, it is the last line that does.
 */
function isAbove(
  keyLines: readonly KeyLine[],
  index: number,
  texts: readonly KeyText[],
  firstOf: (above: KeyLine, at: number) => number | undefined,
): boolean {
  const farthest = (keyLines[index]?.line ?? 0) - linesAbove;
  for (let at = index - 1, left = neighbours; left > 0; at--) {
    const above = keyLines[at];
    const first = above && above.line >= farthest ? firstOf(above, at) : undefined;
    if (above === undefined || first === undefined) {
      return false;
    }
    const tail = above.keys.length > 1 ? above.keys.slice(Math.max(first, above.keys.length - left)) : above.keys;
    for (const { text } of texts) {
      if (isAmong(tail, text)) {
        return true;
      }
    }
    left = first === 0 ? left - tail.length : 0;
  }
  return false;
}

/** For each text of a line the index of the first one that is in the same list. */
function cutsIn(family: LanguageFamily, text: string, keys: readonly KeyText[]): number[] {
  const cuts: number[] = [];
  let [first, from] = [0, 0];
  for (const [at, key] of keys.entries()) {
    if (at > 0 && cutIn(family, text, from, key.start)) {
      first = at;
    }
    cuts.push(first);
    from = endOf(key);
  }
  return cuts;
}

function isAmong(keys: readonly KeyText[], wanted: string): boolean {
  for (const { text } of keys) {
    if (text === wanted) {
      return true;
    }
  }
  return false;
}

/** Whether the first text of a line is surely in another list than the last one of the line with texts above it. */
function isCutOff(family: LanguageFamily, source: LineSource, keyLines: readonly KeyLine[], index: number): boolean {
  const [keyLine, above] = [keyLines[index], keyLines[index - 1]];
  if (keyLine === undefined || above === undefined || above.isLong || keyLine.line - above.line > linesAbove) {
    return true;
  }
  return (keyLine.isCutOff ??= hasCutBetween(family, source, above, keyLine));
}

function hasCutBetween(family: LanguageFamily, source: LineSource, above: KeyLine, keyLine: KeyLine): boolean {
  if (cutIn(family, lineOf(source, keyLine.line), 0, keyLine.keys[0]?.start ?? 0)) {
    return true;
  }
  for (let line = keyLine.line - 1; line >= above.line; line--) {
    const text = lineOf(source, line);
    const last = line === above.line ? above.keys.at(-1) : undefined;
    if (cutIn(family, text, last ? endOf(last) : 0, text.length)) {
      return true;
    }
  }
  return false;
}

/** Whether a list begins or ends in a part of a line. Nothing does in a comment, or in what looks like one. */
function cutIn(family: LanguageFamily, text: string, from: number, to: number): boolean {
  const isYaml = family === 'yaml';
  for (let at = from; at < to; at++) {
    switch (text.charCodeAt(at)) {
      case 0x5b: // [
      case 0x5d: // ]
      case 0x7b: // {
      case 0x7d: // }
        return true;
      case 0x3a: // :
        if (isYaml && (at + 1 === text.length || isBlank(text, at + 1))) {
          return true;
        }
        break;
      case 0x23: // #
        if (isYaml ? at === 0 || isBlank(text, at - 1) : family === 'literals') {
          return false;
        }
        break;
      case 0x2f: // /
        if (!isYaml && text.charCodeAt(at + 1) === 0x2f) {
          return false;
        }
        break;
    }
  }
  return false;
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x20 || code === 0x09;
}

function endOf({ start, text }: KeyText): number {
  return start + text.length;
}
