import type { Quote } from '../types';
import type { Window } from '../window';
import { type Comment, type Lexed, type Lexeme, plainLexeme, quotedCommentEnd, typedPart } from './lexeme';

/** What differs between the languages that this lexer reads. */
export interface PlainSyntax {
  /** Codes of the quotes that strings stand in. */
  readonly quotes: readonly number[];
  readonly lineComments: readonly string[];
  /** Strings in three quotes (Python, Java): prose or SQL, never a key. */
  readonly tripleQuotes: boolean;
}

/** JSON with comments; plain JSON has none, and reading them there is harmless. */
export const jsonSyntax: PlainSyntax = { quotes: [0x22], lineComments: ['//'], tripleQuotes: false };

/** Terraform, Python, Go, Java, PHP and their like. */
export const literalsSyntax: PlainSyntax = {
  quotes: [0x22, 0x27, 0x60],
  lineComments: ['//', '#'],
  tripleQuotes: true,
};

const operator = /[=!]==?|:=|=>|\?\?|\|\||&&|->|::|[^]/y;
/** Punctuation that no longer operator begins with, by its code. */
const singles = new Map(['[', ']', '{', '}', '(', ')', ',', ';'].map((text) => [text.charCodeAt(0), text]));

/**
 * Reads line by line: in these languages a string ends with its line, so that a broken line can't spoil the next one.
 * Block comments and triple quotes are the two things that span lines.
 */
export function lexPlain({ firstLine, lines, skipped }: Window, syntax: PlainSyntax): Lexed {
  const lexemes: Lexeme[] = [];
  const comments: Comment[] = [];
  let until = firstLine > 0 && startsInComment(lines) ? '*/' : '';
  for (let index = 0; index < lines.length; index++) {
    const text = lines[index] ?? '';
    const line = firstLine + index;
    const shift = index === 0 ? skipped : 0;
    let at = shift > 0 ? resume(text) : 0;
    while (at < text.length) {
      if (until !== '') {
        const end = text.indexOf(until, at);
        const next = end === -1 ? text.length : end + until.length;
        comments.push({ line, start: at + shift, end: next + shift });
        at = next;
        until = end === -1 ? until : '';
        continue;
      }
      const code = text.charCodeAt(at);
      if (isBlank(code)) {
        at++;
        continue;
      }
      if (syntax.quotes.includes(code) && !(syntax.tripleQuotes && isTriple(text, at))) {
        const { end, next, closed } = stringAt(text, at, code);
        const content = text.slice(at + 1, end);
        const quote = text.charAt(at) as Quote;
        lexemes.push({ kind: 'string', text: content, line, start: at + 1 + shift, end: end + shift, quote, closed });
        at = next;
        continue;
      }
      const single = code === 0x3a && isBlank(text.charCodeAt(at + 1)) ? ':' : singles.get(code);
      if (single !== undefined) {
        lexemes.push(plainLexeme('punctuator', single, line, at + shift, at + 1 + shift));
        at++;
      } else if (code === 0x2f && text.charCodeAt(at + 1) === 0x2a) {
        until = '*/';
      } else if ((code === 0x2f || code === 0x23) && syntax.lineComments.some((start) => text.startsWith(start, at))) {
        comments.push({ line, start: at + shift, end: text.length + shift + 1 });
        at = text.length;
      } else if (syntax.quotes.includes(code)) {
        until = text.slice(at, at + 3);
        lexemes.push(plainLexeme('other', '', line, at + shift, at + shift));
        comments.push({ line, start: at + shift, end: at + 3 + shift });
        at += 3;
      } else {
        const isWord = isLetter(code) || code === 0x24 || code === 0x40;
        const end = isWord ? endOfWord(text, at + 1) : endOfOperator(text, at);
        lexemes.push(plainLexeme(isWord ? 'word' : 'punctuator', text.slice(at, end), line, at + shift, end + shift));
        at = end;
      }
    }
  }
  return { lexemes, comments };
}

/** `A-Z`, `a-z`, `0-9`, `_`, and all that isn't ASCII: outside of strings and comments, hardly anything else is. */
function isLetter(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x5f ||
    code >= 0x80
  );
}

function endOfWord(text: string, from: number): number {
  let end = from;
  while (isLetter(text.charCodeAt(end)) || text.charCodeAt(end) === 0x24) {
    end++;
  }
  return end;
}

function endOfOperator(text: string, at: number): number {
  operator.lastIndex = at;
  operator.test(text);
  return Math.max(operator.lastIndex, at + 1);
}

function isTriple(text: string, at: number): boolean {
  return text.startsWith('"""', at) || text.startsWith("'''", at);
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

/** The string that opens at `at`. One that runs into a letter was never closed: it swallowed the next string's quote. */
function stringAt(text: string, at: number, quote: number): { end: number; next: number; closed: boolean } {
  let end = at + 1;
  for (let code = text.charCodeAt(end); end < text.length && code !== quote; code = text.charCodeAt(end)) {
    end += code === 0x5c ? 2 : 1;
  }
  if (end < text.length && !isLetter(text.charCodeAt(end + 1))) {
    return { end, next: end + 1, closed: true };
  }
  const typed = at + 1 + typedPart(text.slice(at + 1, Math.min(end, text.length))).length;
  return { end: typed, next: typed, closed: false };
}

/** The window may begin inside a block comment: then its end comes without a beginning, and not within a string. */
function startsInComment(lines: readonly string[]): boolean {
  const end = lines.findIndex((line) => line.includes('*/'));
  const ending = lines[end] ?? '';
  const before = ending.slice(0, ending.indexOf('*/'));
  return (
    end !== -1 &&
    !/"|\/\*/.test(before) &&
    !quotedCommentEnd.test(ending) &&
    !lines.slice(0, end).some((line) => line.includes('/*'))
  );
}

/** Inside a very long line: the first place that is surely outside a string, a quote that ends a name or an item. */
function resume(text: string): number {
  const found = /[^\\]"\s*(?=[:,])/u.exec(text);
  return found === null ? 0 : found.index + found[0].length;
}
