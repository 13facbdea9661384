import { Container } from '../container';
import type { KeyToken, Quote, TextPosition } from '../types';
import { closingQuote } from './line';
import type { Holder, Outline } from './outline';

interface OpenBracket {
  readonly container: Container;
  /** In a map: the key whose value comes next. */
  key: string | undefined;
  /** True after `[`, `,` and a key: a value may come. */
  expectsValue: boolean;
}

/** Plain text within brackets: up to a bracket, a comma, a comment, or a colon that ends a key. */
const plain = /(?:[^\s,[\]{}:#]|:(?![\s,\]}]|$)|(?<=\S)#|[ \t]+(?=[^\s,[\]{}#:]))+/y;

/** Reads `[…]` and `{…}`, line by line. */
export class FlowReader {
  private readonly open: OpenBracket[] = [];

  constructor(
    private readonly outline: Outline,
    readonly holder: Holder,
    private readonly cursor: TextPosition | undefined,
  ) {}

  /** Reads a line from `at` on; true when the last bracket is closed. */
  read(text: string, line: number, at: number): boolean {
    let blankFrom = at;
    while (at < text.length) {
      const character = text.charAt(at);
      if (character === ' ' || character === '\t') {
        at++;
        continue;
      }
      if (character === '#' && (at === 0 || /\s/.test(text.charAt(at - 1)))) {
        break;
      }
      if (',]}'.includes(character)) {
        this.addEmpty(line, text, blankFrom, at);
      }
      at = this.readAt(text, line, at, character);
      if (this.open.length === 0) {
        return true;
      }
      blankFrom = at;
    }
    this.addEmpty(line, text, blankFrom, at);
    return false;
  }

  private readAt(text: string, line: number, at: number, character: string): number {
    const top = this.open.at(-1);
    switch (character) {
      case '[':
      case '{': {
        const name = top === undefined ? this.holder.name : top.key;
        const parent = top?.container ?? this.holder.container;
        const container = new Container(character === '[' ? 'list' : 'map', parent, name);
        this.open.push({ container, key: undefined, expectsValue: character === '[' });
        return at + 1;
      }
      case ']':
      case '}': {
        this.open.pop();
        const outer = this.open.at(-1);
        if (outer !== undefined) {
          outer.expectsValue = false;
        }
        return at + 1;
      }
      case ',':
        if (top !== undefined) {
          top.key = undefined;
          top.expectsValue = top.container.kind === 'list';
        }
        return at + 1;
      case '"':
      case "'":
        return this.readQuoted(text, line, at, character);
      default:
        return this.readPlain(text, line, at);
    }
  }

  private readQuoted(text: string, line: number, at: number, quote: Quote): number {
    const close = closingQuote(text, at);
    const rest = text.slice(at + 1, close === -1 ? text.length : close);
    const end = close === -1 || /^\w/.test(text.slice(close + 1)) ? at + 1 + rest.search(/[\s,\]}]|$/) : close;
    const closed = end === close;
    const content = text.slice(at + 1, end);
    if (closed && /^\s*:/.test(text.slice(close + 1))) {
      return this.readKey(content, close + 1 + text.slice(close + 1).indexOf(':'));
    }
    this.add({ line, start: at + 1, end, text: content, quote, needsQuotes: false, closed });
    return closed ? close + 1 : end;
  }

  private readPlain(text: string, line: number, at: number): number {
    plain.lastIndex = at;
    let end = plain.test(text) ? plain.lastIndex : at;
    const top = this.open.at(-1);
    const isKey = text[end] === ':' && (/\s/.test(text.charAt(end + 1)) || top?.key === undefined);
    if (isKey && top?.container.kind === 'map' && top.key === undefined) {
      return this.readKey(text.slice(at, end), end);
    }
    if (text[end] === ':') {
      end++; // `[repo:]`: still being typed
    }
    end = Math.max(end, at + 1);
    this.add({ line, start: at, end, text: text.slice(at, end), quote: undefined, needsQuotes: false, closed: true });
    return end;
  }

  private readKey(name: string, colon: number): number {
    const top = this.open.at(-1);
    if (top !== undefined) {
      top.key = name;
      top.expectsValue = true;
      top.container.addKey(name);
    }
    return colon + 1;
  }

  private add(token: KeyToken): void {
    const top = this.open.at(-1);
    if (top !== undefined && !token.text.includes('{{')) {
      top.expectsValue = false;
      this.outline.addValue({ container: top.container, name: top.key, column: -1 }, token);
    }
  }

  /** An empty token, where a value may come and the cursor stands. */
  private addEmpty(line: number, text: string, from: number, to: number): void {
    const { cursor } = this;
    if (
      cursor?.line !== line ||
      cursor.character < from ||
      cursor.character > to ||
      this.open.at(-1)?.expectsValue !== true
    ) {
      return;
    }
    if (/[:\w]/.test(text.charAt(cursor.character - 1))) {
      return; // `{event:|}`: a value needs a blank after the colon
    }
    const at = cursor.character;
    this.add({ line, start: at, end: at, text: '', quote: undefined, needsQuotes: false, closed: true });
  }
}
