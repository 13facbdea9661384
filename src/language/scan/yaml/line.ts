import type { Quote } from '../types';

/** A mark that opens a level of indentation: a list item's dash, or a key. */
export interface Level {
  readonly kind: 'dash' | 'key';
  readonly column: number;
  /** Of a key: its text without quotes, and where that stands. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** What stands after the marks of a line. */
export interface ValuePart {
  readonly kind: 'empty' | 'plain' | 'quoted' | 'block' | 'flow' | 'opaque';
  /** First character of the value; of a quoted one its quote. */
  readonly start: number;
}

export interface YamlLine {
  readonly indent: number;
  readonly levels: readonly Level[];
  readonly value: ValuePart;
  /** Where the line's comment begins, or the line's length. */
  readonly end: number;
}

const quotedKey = /(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')\s*:(?=\s|$)/y;

/** What a plain key can't begin with. */
const indicator = /^[#[\]{}"'&*!|>%@`,]/;

/** Anchors and tags before a value. */
const properties = /(?:[&!][^\s]*[ \t]+)*/y;

/** Splits a line into its marks and its value. It knows nothing of the lines above. */
export function parseLine(text: string): YamlLine {
  const levels: Level[] = [];
  let at = skipBlanks(text, 0);
  const indent = at;
  for (;;) {
    if ((text[at] === '-' || text[at] === '?') && isBlankOrEnd(text, at + 1)) {
      if (text[at] === '-') {
        levels.push({ kind: 'dash', column: at, name: '', start: at, end: at + 1 });
      }
      at = skipBlanks(text, at + 1);
      continue;
    }
    const key = keyAt(text, at);
    if (key === undefined) {
      break;
    }
    levels.push(key.level);
    at = skipBlanks(text, key.next);
    break;
  }
  properties.lastIndex = at;
  properties.test(text);
  const start = Math.max(at, properties.lastIndex);
  const kind = kindAt(text, start);
  return {
    indent,
    levels,
    value: { kind, start },
    end: kind === 'plain' || kind === 'empty' ? endOfPlain(text, start) : text.length,
  };
}

function keyAt(text: string, at: number): { level: Level; next: number } | undefined {
  if (text.startsWith('{{', at)) {
    return undefined;
  }
  quotedKey.lastIndex = at;
  const quoted = quotedKey.exec(text);
  if (quoted !== null) {
    const name = quoted[1] ?? quoted[2] ?? '';
    return {
      level: { kind: 'key', column: at, name, start: at + 1, end: at + 1 + name.length },
      next: quotedKey.lastIndex,
    };
  }
  const colon = indicator.test(text.charAt(at)) ? -1 : plainKeyEnd(text, at);
  if (colon === -1) {
    return undefined;
  }
  const name = text.slice(at, colon).trimEnd();
  return { level: { kind: 'key', column: at, name, start: at, end: at + name.length }, next: colon + 1 };
}

/** The first colon that a blank or the line's end follows, if no comment begins before it. */
function plainKeyEnd(text: string, at: number): number {
  let colon = text.indexOf(':', at);
  while (colon > at && !isBlankOrEnd(text, colon + 1)) {
    colon = text.indexOf(':', colon + 1);
  }
  const comment = text.indexOf(' #', at);
  return colon > at && (comment === -1 || comment > colon) ? colon : -1;
}

function kindAt(text: string, at: number): ValuePart['kind'] {
  const first = text.charAt(at);
  if (first === '' || first === '#') {
    return 'empty';
  }
  if (first === '"' || first === "'") {
    return 'quoted';
  }
  if ((first === '[' || first === '{') && !text.startsWith('{{', at)) {
    return 'flow';
  }
  if ((first === '|' || first === '>') && /^[|>][-+0-9]*\s*(?:#.*)?$/.test(text.slice(at))) {
    return 'block';
  }
  return /^[*%@`{&!]/.test(first) ? 'opaque' : 'plain';
}

/** The end of a plain scalar that begins at `start`: before a comment, without trailing blanks. */
export function endOfPlain(text: string, start: number): number {
  const comment = /(?:^|\s)#/.exec(text.slice(start));
  const limit = comment === null ? text.length : start + comment.index;
  return start + text.slice(start, limit).trimEnd().length;
}

/** The closing quote of the scalar whose opening one is at `start`, or -1. */
export function closingQuote(text: string, start: number): number {
  const quote = text.charAt(start) as Quote;
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\' && quote === '"') {
      at++;
    } else if (text[at] === quote) {
      if (quote === "'" && text[at + 1] === "'") {
        at++;
      } else {
        return at;
      }
    }
  }
  return -1;
}

export function skipBlanks(text: string, at: number): number {
  while (text[at] === ' ' || text[at] === '\t') {
    at++;
  }
  return at;
}

function isBlankOrEnd(text: string, at: number): boolean {
  return at >= text.length || text[at] === ' ' || text[at] === '\t';
}
