import { skipBlanks, type YamlLine } from './line';

/** `- repo:` is a mapping to a parser, and half of a key to the one who types it, unless its value follows below. */
export function halfTyped(
  parsed: YamlLine,
  text: string,
  lines: readonly string[],
  index: number,
  cursor: number | undefined,
): YamlLine {
  const key = parsed.levels.at(-1);
  const dash = parsed.levels.at(-2);
  const isBare =
    key?.kind === 'key' && dash?.kind === 'dash' && parsed.value.kind === 'empty' && key.start === key.column;
  if (!isBare || !/^[\w:]+$/.test(key.name) || continues(lines, index, dash.column)) {
    return parsed;
  }
  // With a blank behind the colon it is a key, unless the cursor is still in it: `- repo:| # a comment`.
  const isDone = /^\s/.test(text.slice(key.end + 1)) && (cursor === undefined || cursor > key.end + 1);
  if (isDone) {
    return parsed;
  }
  return {
    ...parsed,
    levels: parsed.levels.slice(0, -1),
    value: { kind: 'plain', start: key.start },
    end: key.end + 1,
  };
}

/** True when the next line that isn't blank stands to the right of `column`. */
export function continues(lines: readonly string[], index: number, column: number): boolean {
  const next = lines.slice(index + 1, index + 20).find((line) => line.trim() !== '');
  return next !== undefined && skipBlanks(next, 0) > column;
}
