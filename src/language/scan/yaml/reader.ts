import type { Slot } from '../container';
import type { KeyToken, Quote, TextPosition } from '../types';
import type { Window } from '../window';
import { FlowReader } from './flow';
import { continues, halfTyped } from './halfTyped';
import { closingQuote, parseLine, skipBlanks, type YamlLine } from './line';
import { Outline, type Holder } from './outline';

/** A key that reads like an event key. */
const eventName = /^[a-z_]+:[a-z_]+$/;

/** A scalar over several lines: all to the right of `column`, up to its closing quote if it has one. */
interface Prose {
  readonly column: number;
  readonly quote: Quote | undefined;
}

/** Reads a window of YAML from top to bottom. */
export class YamlReader {
  private readonly outline = new Outline();
  private flow: FlowReader | undefined;
  private prose: Prose | undefined;
  /** What a value on the next line would belong to. */
  private pending: Holder | undefined;

  constructor(
    private readonly window: Window,
    private readonly cursor: TextPosition | undefined,
  ) {}

  read(): Slot[] {
    this.window.lines.forEach((text, index) => {
      this.readLine(text, index);
    });
    return this.outline.slots;
  }

  private readLine(text: string, index: number): void {
    const line = this.window.firstLine + index;
    const indent = skipBlanks(text, 0);
    const isBlank = indent === text.length;
    if (this.continuesFlow(text, line, indent, isBlank) || this.continuesProse(text, indent, isBlank)) {
      return;
    }
    if (isBlank || text[indent] === '#' || text.startsWith('{{', indent)) {
      return;
    }
    if (/^(?:---|\.\.\.)(?:\s|$)/.test(text) || text.startsWith('%')) {
      this.outline.reset();
      this.pending = undefined;
      return;
    }
    const cursor = this.cursor?.line === line ? this.cursor.character : undefined;
    const parsed = halfTyped(parseLine(text), text, this.window.lines, index, cursor);
    this.enterLevels(parsed, text, line);
    const isBelowKey = this.pending !== undefined && indent > this.pending.column;
    const holder = parsed.levels.length > 0 ? this.outline.holder : isBelowKey ? this.pending : undefined;
    this.pending = undefined;
    // Without a holder it is the next line of a plain scalar: prose.
    if (holder !== undefined) {
      this.readValue(parsed, text, index, holder);
    }
  }

  /** A line within brackets. One that stands too far left for that ends them: they are still being typed. */
  private continuesFlow(text: string, line: number, indent: number, isBlank: boolean): boolean {
    if (this.flow === undefined) {
      return false;
    }
    if (isBlank || indent > this.flow.holder.column || /^\s*[\]},]/.test(text)) {
      this.flow = this.flow.read(text, line, 0) ? undefined : this.flow;
      return true;
    }
    this.flow = undefined;
    return false;
  }

  private continuesProse(text: string, indent: number, isBlank: boolean): boolean {
    if (this.prose === undefined) {
      return false;
    }
    const { column, quote } = this.prose;
    const isInside = isBlank || indent > column;
    if (!isInside || (quote !== undefined && closingQuote(quote + text, 0) !== -1)) {
      this.prose = undefined;
    }
    return isInside;
  }

  private enterLevels({ levels }: YamlLine, text: string, line: number): void {
    for (const level of levels) {
      this.outline.enter(level);
      const { kind, column, start, end, name } = level;
      if (kind === 'key' && eventName.test(name)) {
        const quote = start > column ? (text.charAt(column) as Quote) : undefined;
        this.outline.addName({ line, start, end, text: name, quote, needsQuotes: false, closed: true });
      }
    }
  }

  private readValue(parsed: YamlLine, text: string, index: number, holder: Holder): void {
    const line = this.window.firstLine + index;
    const { kind, start } = parsed.value;
    if (kind === 'flow') {
      const flow = new FlowReader(this.outline, holder, this.cursor);
      this.flow = flow.read(text, line, start) ? undefined : flow;
    } else if (kind === 'block') {
      this.prose = { column: holder.column, quote: undefined };
    } else if (kind === 'quoted') {
      this.readQuoted(text, index, start, holder);
    } else if (kind === 'plain') {
      const value = text.slice(start, parsed.end);
      if (!value.includes('{{')) {
        this.outline.addValue(holder, plainToken(line, start, value));
      }
    } else if (kind === 'empty') {
      this.pending = holder;
      const { cursor } = this;
      if (cursor?.line === line && cursor.character <= start && isBehindMark(text, parsed, cursor.character)) {
        this.outline.addValue(holder, plainToken(line, cursor.character, ''));
      }
    }
  }

  private readQuoted(text: string, index: number, start: number, holder: Holder): void {
    const quote = text.charAt(start) as Quote;
    const close = closingQuote(text, start);
    if (close === -1 && continues(this.window.lines, index, holder.column)) {
      this.prose = { column: holder.column, quote };
      return;
    }
    const end = close === -1 ? start + 1 + text.slice(start + 1).search(/\s|$/) : close;
    const line = this.window.firstLine + index;
    const content = text.slice(start + 1, end);
    const closed = close !== -1;
    this.outline.addValue(holder, { line, start: start + 1, end, text: content, quote, needsQuotes: false, closed });
  }
}

function plainToken(line: number, start: number, text: string): KeyToken {
  return { line, start, end: start + text.length, text, quote: undefined, needsQuotes: false, closed: true };
}

/** A value may be typed behind a dash or a colon once a blank is there. */
function isBehindMark(text: string, { levels }: YamlLine, character: number): boolean {
  const last = levels.at(-1);
  return last !== undefined && character > last.end && /\s/.test(text.charAt(character - 1));
}
