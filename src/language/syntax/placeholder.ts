import type { Language } from './language';

/** A text that was changed so that it parses as what someone is about to type. */
export interface Prepared {
  readonly text: string;
  /** Where the cursor is in it: behind the placeholder. */
  readonly cursor: number;
  /** Where a quote was closed that is open in the document. */
  readonly closedAt?: number;
  /** Whether quotes were added that the document hasn't. */
  readonly addsQuotes: boolean;
  /** Positions of the changed text, as positions of the document. */
  readonly toDocument: (position: number) => number;
}

/**
 * Puts a letter at the cursor, as completion engines do: half-typed text then reads like whole text, `- repo:` in YAML
 * like an item and not like a mapping. Where a language wants quotes and there are none, they are added; a quote that is
 * open at the end of the cursor's line is closed there, where it would swallow the lines behind.
 */
export function withPlaceholder(language: Language, text: string, cursor: number): Prepared {
  const lineStart = text.lastIndexOf('\n', cursor - 1) + 1;
  const lineEnd = endOfLine(text, cursor);
  const open = language.lineQuotes === undefined ? '' : openQuote(language.lineQuotes, text.slice(lineStart, cursor));
  if (language.quote !== undefined && open === '') {
    return quoted(language.quote, text, cursor);
  }
  const rest = text.slice(cursor, lineEnd);
  const close = open !== '' && !rest.includes(open) ? open : '';
  return {
    text: text.slice(0, cursor) + letter + rest + close + text.slice(lineEnd),
    cursor: cursor + 1,
    addsQuotes: false,
    ...(close === '' ? {} : { closedAt: lineEnd + 1 }),
    toDocument: (position) => {
      const shift = (position > cursor ? 1 : 0) + (close !== '' && position > lineEnd + 1 ? 1 : 0);
      return position - shift;
    },
  };
}

const letter = 'x';

/** Puts the word at the cursor into quotes, together with the placeholder. */
function quoted(quote: string, text: string, cursor: number): Prepared {
  const start = cursor - (/[\w:]*$/.exec(text.slice(Math.max(0, cursor - 200), cursor))?.[0].length ?? 0);
  const end = cursor + (/^[\w:]*/.exec(text.slice(cursor, cursor + 200))?.[0].length ?? 0);
  return {
    text:
      text.slice(0, start) +
      quote +
      text.slice(start, cursor) +
      letter +
      text.slice(cursor, end) +
      quote +
      text.slice(end),
    cursor: cursor + 2,
    addsQuotes: true,
    toDocument: (position) => {
      const added = [start, cursor + 1, end + 2].filter((at) => position > at);
      return position - added.length;
    },
  };
}

/** The quote that a line's beginning leaves open; a quote within a word opens nothing. */
function openQuote(quotes: string, before: string): string {
  let open = '';
  for (let at = 0; at < before.length; at++) {
    const character = before.charAt(at);
    if (character === '\\' && open === '"') {
      at++;
    } else if (open !== '') {
      open = character === open ? '' : open;
    } else if (quotes.includes(character) && !/[\w.]/.test(before.charAt(at - 1))) {
      open = character;
    }
  }
  return open;
}

function endOfLine(text: string, position: number): number {
  const lineBreak = text.indexOf('\n', position);
  const end = lineBreak === -1 ? text.length : lineBreak;
  return text.charAt(end - 1) === '\r' && end > position ? end - 1 : end;
}
