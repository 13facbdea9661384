/** JSON with its numbers as they are written, which JavaScript's own parser forgets, and strings as `JSON.stringify` writes them. */
export type JsonText =
  | { readonly kind: 'object'; readonly entries: readonly Entry[]; readonly sorted: readonly Entry[] }
  | { readonly kind: 'array'; readonly items: readonly JsonText[] }
  | { readonly kind: 'number'; readonly digits: string }
  /** A string, or `true`, `false`, `null`. */
  | { readonly kind: 'other'; readonly text: string };

/** A key as it stands before a value. */
interface Entry {
  readonly key: string;
  readonly quoted: string;
  readonly value: JsonText;
}

/** Deeper than any body, and no danger to the stack. */
const maxDepth = 200;

/**
 * Reads a JSON text; of a key that comes twice, the last value counts, as in most languages.
 *
 * @returns `undefined` where it is no JSON, or nested too deeply.
 */
export function parseJsonText(text: string): JsonText | undefined {
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  // It is JSON: what stands between tokens needs no look.
  const tokens = text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]|-?\d[\d.eE+-]*|true|false|null/g);
  const next = (): string => {
    const { done, value } = tokens.next();
    return done === true ? '' : value[0];
  };
  const read = (token: string, depth: number): JsonText => {
    if (depth > maxDepth) {
      throw new RangeError('nested too deeply');
    }
    switch (token[0]) {
      case '{': {
        const byKey = new Map<string, Entry>();
        for (let name = next(); name !== '}'; name = next()) {
          const key = JSON.parse(name) as string;
          byKey.set(key, { key, quoted: JSON.stringify(key), value: read(next(), depth + 1) });
        }
        const entries = [...byKey.values()];
        return { kind: 'object', entries, sorted: [...entries].sort(byCodePoint) };
      }
      case '[': {
        const items: JsonText[] = [];
        for (let item = next(); item !== ']'; item = next()) {
          items.push(read(item, depth + 1));
        }
        return { kind: 'array', items };
      }
      case '"':
        return { kind: 'other', text: JSON.stringify(JSON.parse(token)) };
      case 't':
      case 'f':
      case 'n':
        return { kind: 'other', text: token };
      default:
        return { kind: 'number', digits: token };
    }
  };
  try {
    return read(next(), 0);
  } catch {
    return undefined;
  }
}

/** How to write JSON. */
export interface JsonStyle {
  /** What comes before each line within: none, all on one line. */
  readonly indent?: string;
  /** Blanks behind commas and colons on one line. */
  readonly isSpaced?: boolean;
  readonly isSorted?: boolean;
  /** An empty object, where a language can't tell it from an empty list. */
  readonly emptyObject?: string;
  readonly number: (digits: string) => string;
}

/** Writes JSON in a style, strings as `JSON.stringify` does. */
export function writeJson(json: JsonText, style: JsonStyle): string {
  const { indent, isSpaced = false, isSorted = false, emptyObject = '{}', number } = style;
  const colon = isSpaced || indent !== undefined ? ': ' : ':';
  const comma = isSpaced && indent === undefined ? ', ' : ',';
  const numbers = new Map<string, string>();
  let text = '';
  const write = (value: JsonText, newline: string): void => {
    switch (value.kind) {
      case 'object': {
        if (value.entries.length === 0) {
          text += emptyObject;
          return;
        }
        const inner = newline + (indent ?? '');
        let separator = `{${inner}`;
        for (const { quoted, value: item } of isSorted ? value.sorted : value.entries) {
          text += separator + quoted + colon;
          write(item, inner);
          separator = comma + inner;
        }
        text += `${newline}}`;
        return;
      }
      case 'array': {
        if (value.items.length === 0) {
          text += '[]';
          return;
        }
        const inner = newline + (indent ?? '');
        let separator = `[${inner}`;
        for (const item of value.items) {
          text += separator;
          write(item, inner);
          separator = comma + inner;
        }
        text += `${newline}]`;
        return;
      }
      case 'number': {
        const { digits } = value;
        const written = numbers.get(digits) ?? number(digits);
        numbers.set(digits, written);
        text += written;
        return;
      }
      case 'other':
        text += value.text;
    }
  };
  write(json, indent === undefined ? '' : '\n');
  return text;
}

/** As Python and Go sort: by code points, and so by bytes of UTF-8. JavaScript's own order is by units of UTF-16. */
function byCodePoint({ key: a }: Entry, { key: b }: Entry): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const [first, second] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (first !== second) {
      return ranked(first) - ranked(second);
    }
  }
  return a.length - b.length;
}

/** Halves of pairs come last: what they are halves of has the highest code points. */
function ranked(unit: number): number {
  return unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit;
}
