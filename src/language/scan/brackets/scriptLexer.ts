import jsTokens, { type JSXToken, type Token } from 'js-tokens';
import type { Quote } from '../types';
import type { Window } from '../window';
import { type Lexeme, plainLexeme, quotedCommentEnd, typedPart } from './lexeme';

/** Words that begin a statement. At column 0 they stand, in usual code, outside every template, comment and element. */
const topLevel =
  /^(?:import|export|const|let|var|function|async|class|abstract|interface|type|enum|declare|namespace|describe|module\.|exports\.|if|for|switch|try|@\w)\b/;

/**
 * The part of a window that is whole top-level statements: from the nearest line at or above `first` that surely begins
 * one to the next such line below `last`. A tokenizer can start there knowing nothing of what stands before, and what an
 * earlier half-typed line left open can't reach it. Without such a line it starts at the window's top.
 */
export function statementsAround(window: Window, first: number, last: number): Window {
  const { lines, firstLine, skipped } = window;
  let from = first - firstLine;
  while (from > 0 && !topLevel.test(lines[from] ?? '')) {
    from--;
  }
  let to = last - firstLine + 1;
  while (to < lines.length && !topLevel.test(lines[to] ?? '')) {
    to++;
  }
  if (skipped > 0) {
    // Within a very long line the nearest thing to a statement's beginning is what follows a semicolon or a brace.
    const resume = (lines[0] ?? '').search(/[;{]/) + 1;
    return { firstLine, lines: [(lines[0] ?? '').slice(resume)], skipped: skipped + resume };
  }
  if (from === 0 && firstLine > 0) {
    from = endOfOpenComment(lines);
  }
  return {
    firstLine: firstLine + from,
    lines: lines.slice(from, Math.max(from, to)),
    skipped: from === 0 ? skipped : 0,
  };
}

/** TypeScript and JavaScript; `jsx` tells whether `<` may open an element. */
export function lexScript({ firstLine, lines, skipped }: Window, jsx: boolean): Lexeme[] {
  const lexemes: Lexeme[] = [];
  const source = lines.join('\n');
  const text = jsx ? source.replace(typeParameters, (found) => ' '.repeat(found.length)) : source;
  let line = firstLine;
  let at = skipped;
  let cutLine = -1;
  const tokens: Iterable<Token | JSXToken> = jsx ? jsTokens(text, { jsx: true }) : jsTokens(text);
  for (const token of tokens) {
    const { type, value } = token;
    const lastBreak = type === 'IdentifierName' || type === 'Punctuator' ? -1 : value.lastIndexOf('\n');
    // The braces of `name={…}` hold one value, as if they weren't there.
    const isJsxBrace = type === 'JSXPunctuator' && (value === '{' || value === '}');
    if (!skippedTypes.has(type) && !isJsxBrace && line !== cutLine) {
      const previous = lexemes.at(-1);
      if (previous?.kind === 'string' && isSwallowed(previous, token, line, at)) {
        // The "string" ran over the next one's opening quote: it is still being typed, and ends where a key would.
        const typed = typedPart(previous.text);
        lexemes[lexemes.length - 1] = { ...previous, text: typed, end: previous.start + typed.length, closed: false };
        cutLine = line;
      } else {
        lexemes.push(lexemeOf(token, line, at, lastBreak !== -1));
      }
    }
    if (lastBreak === -1) {
      at += value.length;
    } else {
      line += value.split('\n').length - 1;
      at = value.length - lastBreak - 1;
    }
  }
  return lexemes;
}

/** Of arrow functions, in the forms that TSX has for them: js-tokens knows no TypeScript there, and takes them for elements. */
const typeParameters = /<[A-Z]\w*(?: *, *(?:[A-Z]\w*)?| +extends [^<>()\n]*)>(?=\()/g;

const skippedTypes = new Set(['WhiteSpace', 'LineTerminatorSequence', 'SingleLineComment', 'MultiLineComment']);

const kinds = new Map<string, Lexeme['kind']>([
  ['TemplateHead', 'template'],
  ['TemplateMiddle', 'template'],
  ['TemplateTail', 'template'],
  ['IdentifierName', 'word'],
  ['PrivateIdentifier', 'word'],
  ['JSXIdentifier', 'word'],
  ['Punctuator', 'punctuator'],
  ['JSXPunctuator', 'punctuator'],
]);

function lexemeOf(token: Token | JSXToken, line: number, start: number, multiline: boolean): Lexeme {
  const { type, value } = token;
  if (type !== 'StringLiteral' && type !== 'NoSubstitutionTemplate' && type !== 'JSXString') {
    return plainLexeme(kinds.get(type) ?? 'other', value, line, start, start + value.length);
  }
  if (multiline) {
    return plainLexeme('other', '', line, start, start);
  }
  const quote = value.charAt(0) as Quote;
  const text = token.closed ? value.slice(1, -1) : typedPart(value.slice(1));
  return { kind: 'string', text, line, start: start + 1, end: start + 1 + text.length, quote, closed: token.closed };
}

function isSwallowed(previous: Lexeme, token: Token | JSXToken, line: number, start: number): boolean {
  return (
    previous.closed &&
    previous.line === line &&
    previous.end + 1 === start &&
    /[\s,]$/.test(previous.text) &&
    (token.type === 'IdentifierName' || token.type === 'NumericLiteral')
  );
}

/** A window may begin inside a block comment: then its end comes without a beginning. Returns the line after it. */
function endOfOpenComment(lines: readonly string[]): number {
  for (const [index, text] of lines.entries()) {
    const close = text.indexOf('*/');
    const open = text.indexOf('/*');
    if (open !== -1 && (close === -1 || open < close)) {
      return 0;
    }
    if (close !== -1 && !quotedCommentEnd.test(text)) {
      return index + 1;
    }
  }
  return 0;
}
