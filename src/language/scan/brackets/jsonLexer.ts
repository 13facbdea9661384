import type { TextPosition } from '../types';
import type { Window } from '../window';
import { type Lexed, type Lexeme, plainLexeme } from './lexeme';
import { jsonSyntax, lexPlain } from './plainLexer';

/**
 * JSON's lexemes, with half-typed values made whole: `"event": repo:pu` holds one value without quotes, not a word, a
 * colon and a word; and where `cursor` stands in an empty value position, there is an empty one.
 */
export function lexJson(window: Window, cursor: TextPosition | undefined): Lexed {
  const lexed = lexPlain(window, jsonSyntax);
  const { lexemes, comments } = lexed;
  if (cursor === undefined && !lexemes.some(isBareWord)) {
    return lexed;
  }
  const merged: Lexeme[] = [];
  const open: string[] = [];
  const expectsValue = (): boolean => {
    const previous = merged.at(-1)?.text;
    return (
      merged.at(-1)?.kind === 'punctuator' &&
      (previous === ':' || (open.at(-1) === '[' && (previous === '[' || previous === ',')))
    );
  };
  const isEmptyAt = (next: Lexeme | undefined): boolean =>
    cursor !== undefined &&
    expectsValue() &&
    isBefore(merged.at(-1), cursor) &&
    (next === undefined ||
      next.line > cursor.line ||
      (!startsValue(next) && next.line === cursor.line && next.start >= cursor.character)) &&
    !comments.some(
      ({ line, start, end }) => line === cursor.line && start < cursor.character && cursor.character < end,
    );
  let placed = false;
  const placeEmpty = (next: Lexeme | undefined): void => {
    if (!placed && cursor !== undefined && isEmptyAt(next)) {
      merged.push(plainLexeme('string', '', cursor.line, cursor.character, cursor.character));
      placed = true;
    }
  };
  for (let index = 0; index < lexemes.length; index++) {
    const lexeme = lexemes[index];
    if (lexeme === undefined) {
      continue;
    }
    placeEmpty(lexeme);
    if (isBareWord(lexeme) && expectsValue()) {
      let last = lexeme;
      let text = lexeme.text;
      for (let next = lexemes[index + 1]; next !== undefined && continuesBare(last, next); next = lexemes[index + 1]) {
        text += next.text;
        last = next;
        index++;
      }
      merged.push(plainLexeme('string', text, lexeme.line, lexeme.start, last.end));
      continue;
    }
    if (lexeme.kind === 'punctuator') {
      track(open, lexeme.text);
    }
    merged.push(lexeme);
  }
  placeEmpty(undefined);
  return { lexemes: merged, comments };
}

function isBareWord({ kind, text }: Lexeme): boolean {
  return kind === 'word' && !/^(?:true|false|null|\d.*)$/.test(text);
}

function isBefore(lexeme: Lexeme | undefined, cursor: TextPosition): boolean {
  return (
    lexeme !== undefined &&
    (lexeme.line < cursor.line || (lexeme.line === cursor.line && lexeme.end <= cursor.character))
  );
}

function startsValue({ kind, text }: Lexeme): boolean {
  return kind !== 'punctuator' || text === '{' || text === '[';
}

function continuesBare(last: Lexeme, next: Lexeme): boolean {
  return next.line === last.line && next.start === last.end && (next.kind === 'word' || /^[:*.-]$/.test(next.text));
}

function track(open: string[], text: string): void {
  if (text === '{' || text === '[') {
    open.push(text);
  } else if (text === '}' || text === ']') {
    open.pop();
  }
}
