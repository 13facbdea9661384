/** JSON with its numbers as they are written, which JavaScript's own parser forgets. */
export type JsonText =
  | { readonly kind: 'object'; readonly entries: ReadonlyMap<string, JsonText> }
  | { readonly kind: 'array'; readonly items: readonly JsonText[] }
  /** As `JSON.stringify` writes it. */
  | { readonly kind: 'string'; readonly quoted: string }
  | { readonly kind: 'number'; readonly digits: string }
  | { readonly kind: 'literal'; readonly word: string };

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
        const entries = new Map<string, JsonText>();
        for (let key = next(); key !== '}'; key = next()) {
          entries.set(JSON.parse(key) as string, read(next(), depth + 1));
        }
        return { kind: 'object', entries };
      }
      case '[': {
        const items: JsonText[] = [];
        for (let item = next(); item !== ']'; item = next()) {
          items.push(read(item, depth + 1));
        }
        return { kind: 'array', items };
      }
      case '"':
        return { kind: 'string', quoted: JSON.stringify(JSON.parse(token)) };
      case 't':
      case 'f':
      case 'n':
        return { kind: 'literal', word: token };
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
  const { indent, isSpaced = false, isSorted = false, emptyObject = '{}' } = style;
  const colon = isSpaced || indent !== undefined ? ': ' : ':';
  const comma = isSpaced && indent === undefined ? ', ' : ',';
  const parts: string[] = [];
  const list = <T>(items: Iterable<T>, ends: readonly [string, string], margin: string, writeItem: (item: T) => void) => {
    const newline = indent === undefined ? '' : `\n${margin}`;
    let separator = ends[0] + (indent === undefined ? '' : newline + indent);
    for (const item of items) {
      parts.push(separator);
      writeItem(item);
      separator = comma + (indent === undefined ? '' : newline + indent);
    }
    parts.push(newline, ends[1]);
  };
  const write = (value: JsonText, margin: string): void => {
    const inner = margin + (indent ?? '');
    switch (value.kind) {
      case 'object': {
        const { entries } = value;
        if (entries.size === 0) {
          parts.push(emptyObject);
          return;
        }
        list(isSorted ? [...entries].sort(byCodePoint) : entries, ['{', '}'], margin, ([key, item]) => {
          parts.push(JSON.stringify(key), colon);
          write(item, inner);
        });
        return;
      }
      case 'array':
        if (value.items.length === 0) {
          parts.push('[]');
          return;
        }
        list(value.items, ['[', ']'], margin, (item) => {
          write(item, inner);
        });
        return;
      case 'string':
        parts.push(value.quoted);
        return;
      case 'number':
        parts.push(style.number(value.digits));
        return;
      case 'literal':
        parts.push(value.word);
    }
  };
  write(json, '');
  return parts.join('');
}

/** As Python and Go sort: by code points, and so by bytes of UTF-8. JavaScript's own order is by units of UTF-16. */
function byCodePoint([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
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
