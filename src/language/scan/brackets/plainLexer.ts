import type { Quote } from '../types';
import type { Window } from '../window';
import { typedPart, type Comment, type Lexed, type Lexeme } from './lexeme';

/** What differs between the languages that this lexer reads. */
export interface PlainSyntax {
  readonly quotes: string;
  readonly lineComments: readonly string[];
  /** Strings in three quotes (Python, Java): prose or SQL, never a key. */
  readonly tripleQuotes: boolean;
}

/** JSON with comments; plain JSON has none, and reading them there is harmless. */
export const jsonSyntax: PlainSyntax = { quotes: '"', lineComments: ['//'], tripleQuotes: false };

/** Terraform, Python, Go, Java, PHP and their like. */
export const literalsSyntax: PlainSyntax = { quotes: '"\'`', lineComments: ['//', '#'], tripleQuotes: true };

const word = /[\p{L}\p{N}_$@][\p{L}\p{N}_$]*/uy;
const operator = /===|!==|==|!=|:=|=>|\?\?|\|\||&&|->|::|[^\s]/uy;

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
      const character = text.charAt(at);
      if (code === 0x20 || code === 0x09) {
        at++;
      } else if (code === 0x2f && text.charCodeAt(at + 1) === 0x2a) {
        until = '*/';
      } else if ((code === 0x2f || code === 0x23) && syntax.lineComments.some((start) => text.startsWith(start, at))) {
        comments.push({ line, start: at + shift, end: text.length + shift + 1 });
        at = text.length;
      } else if (syntax.tripleQuotes && (text.startsWith('"""', at) || text.startsWith("'''", at))) {
        until = text.slice(at, at + 3);
        lexemes.push({ kind: 'other', text: '', line, start: at + shift, end: at + shift });
        comments.push({ line, start: at + shift, end: at + 3 + shift });
        at += 3;
      } else if (syntax.quotes.includes(character)) {
        const { end, next, closed } = stringAt(text, at, code);
        const content = text.slice(at + 1, end);
        const [start, quote] = [at + 1 + shift, character as Quote];
        lexemes.push({ kind: 'string', text: content, line, start, end: end + shift, quote, closed });
        at = next;
      } else {
        const wordEnd = endOfWord(text, at, code);
        const end = wordEnd > at ? wordEnd : endOfOperator(text, at, code);
        const part = end === at + 1 ? character : text.slice(at, end);
        const kind = wordEnd > at ? 'word' : 'punctuator';
        lexemes.push({ kind, text: part, line, start: at + shift, end: end + shift });
        at = end;
      }
    }
  }
  return { lexemes, comments };
}

/** The end of the word that begins at `at`, or `at`. Expressions are asked only where there is more than ASCII. */
function endOfWord(text: string, at: number, first: number): number {
  if (first < 0x80 && first !== 0x40 && !isAsciiWord(first)) {
    return at;
  }
  let end = at + 1;
  while (end < text.length && isAsciiWord(text.charCodeAt(end))) {
    end++;
  }
  if (first < 0x80 && !(text.charCodeAt(end) >= 0x80)) {
    return end;
  }
  word.lastIndex = at;
  return word.test(text) ? word.lastIndex : at;
}

function endOfOperator(text: string, at: number, code: number): number {
  if (isLonelyPunctuator(code)) {
    return at + 1;
  }
  operator.lastIndex = at;
  return operator.test(text) ? operator.lastIndex : at + 1;
}

/** `(),;[]{}`: no operator begins with these. */
function isLonelyPunctuator(code: number): boolean {
  return (
    code === 0x28 ||
    code === 0x29 ||
    code === 0x2c ||
    code === 0x3b ||
    code === 0x5b ||
    code === 0x5d ||
    code === 0x7b ||
    code === 0x7d
  );
}

/** `A-Za-z0-9_$`. */
function isAsciiWord(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x5f ||
    code === 0x24
  );
}

/** The string that opens at `at`. One that runs into a letter was never closed: it swallowed the next string's quote. */
function stringAt(text: string, at: number, quote: number): { end: number; next: number; closed: boolean } {
  let end = at + 1;
  while (end < text.length && text.charCodeAt(end) !== quote) {
    end += text.charCodeAt(end) === 0x5c ? 2 : 1;
  }
  if (end < text.length && !isLetter(text, end + 1)) {
    return { end, next: end + 1, closed: true };
  }
  const typed = at + 1 + typedPart(text.slice(at + 1, Math.min(end, text.length))).length;
  return { end: typed, next: typed, closed: false };
}

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 0x80 ? code !== 0x24 && isAsciiWord(code) : at < text.length && /[\p{L}\p{N}]/u.test(text.charAt(at));
}

/** The window may begin inside a block comment: then its end comes without a beginning, and not within a string. */
function startsInComment(lines: readonly string[]): boolean {
  for (const line of lines) {
    const close = line.indexOf('*/');
    const open = line.indexOf('/*');
    if (close !== -1 && (open === -1 || close < open)) {
      return !line.slice(0, close).includes('"');
    }
    if (open !== -1) {
      return false;
    }
  }
  return false;
}

/** Inside a very long line: the first place that is surely outside a string, a quote that ends a name or an item. */
function resume(text: string): number {
  const found = /[^\\]"\s*(?=[:,])/u.exec(text);
  return found === null ? 0 : found.index + found[0].length;
}
