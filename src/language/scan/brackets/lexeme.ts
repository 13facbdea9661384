import type { Quote } from '../types';

/** The parts of a bracketed language that matter here; blanks and comments are left out. */
export interface Lexeme {
  readonly kind: 'string' | 'template' | 'word' | 'punctuator' | 'other';
  /** Of a string: without its quotes. */
  readonly text: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** Of a string: missing where the language wants quotes and none are typed. */
  readonly quote: Quote | undefined;
  /** Of a string: whether its closing quote is there. */
  readonly closed: boolean;
}

/** One without quotes. */
export function plainLexeme(kind: Lexeme['kind'], text: string, line: number, start: number, end: number): Lexeme {
  return { kind, text, line, start, end, quote: undefined, closed: true };
}

/** A stretch that holds no tokens, to tell a comment from an empty value. */
export interface Comment {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

export interface Lexed {
  readonly lexemes: Lexeme[];
  readonly comments: Comment[];
}

/** Where a string ends whose closing quote isn't typed yet: a key holds none of these. */
const endOfUnclosed = /[\s,;)\]}]/;

/** The typed part of an unterminated string, so that an edit in the middle of a line leaves the rest of it alone. */
export function typedPart(text: string): string {
  const end = text.search(endOfUnclosed);
  return end === -1 ? text : text.slice(0, end);
}

/** A string that holds the end of a comment: a cron expression, a glob, a media type. */
export const quotedCommentEnd = /(["'`])[^"'`]*\*\/[^"'`]*\1/;
