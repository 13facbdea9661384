import { isEventName, isHeaderName, isKeyName } from '../place/names';
import type { Lexeme } from './lexeme';

/** How far the name of an operand is looked for: further away stands another expression. */
const reach = 24;

/** The name that best tells what an expression holds, the expression's last lexeme being at `end`. */
export function operandBefore(lexemes: readonly Lexeme[], end: number): string | undefined {
  const last = lexemes[end];
  if (last === undefined) {
    return undefined;
  }
  if (last.text === '!' || last.text === '?') {
    return operandBefore(lexemes, end - 1);
  }
  if (last.kind === 'word') {
    return last.text;
  }
  if (last.text !== ')' && last.text !== ']') {
    return undefined;
  }
  const open = openingOf(lexemes, end);
  const inner = lexemes.slice(open + 1, end);
  const header = inner.find(({ kind, text }) => kind === 'string' && isHeaderName(text));
  if (header !== undefined) {
    return header.text;
  }
  if (last.text === ']') {
    return inner.at(-1)?.text ?? operandBefore(lexemes, open - 1);
  }
  const callee = lexemes[open - 1];
  const argument = inner.at(-1)?.kind === 'word' ? inner.at(-1)?.text : undefined;
  if (callee?.kind !== 'word') {
    return argument;
  }
  if (isKeyName(callee.text)) {
    return callee.text;
  }
  const subject = argument ?? (isDot(lexemes[open - 2]) ? operandBefore(lexemes, open - 3) : undefined);
  return subject !== undefined && (isKeyName(subject) || isEventName(subject)) ? subject : callee.text;
}

/** The same for an expression that begins at `start`: `x.headers['x-event-key']` says `x-event-key`. */
export function operandAfter(lexemes: readonly Lexeme[], start: number): string | undefined {
  let name: string | undefined;
  for (let at = start; at < start + reach; at++) {
    const lexeme = lexemes[at];
    if (lexeme?.kind === 'word') {
      name = lexeme.text;
    } else if (lexeme?.kind === 'string' && isHeaderName(lexeme.text)) {
      return lexeme.text;
    } else if (!isDot(lexeme) && lexeme?.text !== '(' && lexeme?.text !== '[') {
      return name;
    }
  }
  return name;
}

/** The name to which a value is given that begins at `start`: a property, a variable, a parameter, the left of `??`. */
export function targetOf(lexemes: readonly Lexeme[], start: number): string | undefined {
  const before = lexemes[start - 1];
  switch (before?.text ?? '') {
    case ':':
      return before?.kind === 'punctuator' ? propertyBefore(lexemes, start - 1) : undefined;
    case '=':
    case ':=':
      return annotatedName(lexemes, start - 2);
    case '=>':
      return lexemes[start - 2]?.kind === 'string' ? lexemes[start - 2]?.text : undefined;
    case '??':
    case '||':
    case 'in':
      return operandBefore(lexemes, start - 2);
    default:
      return undefined;
  }
}

/** The name before a colon, unless the colon belongs to `condition ? a : b`. */
export function propertyBefore(lexemes: readonly Lexeme[], colon: number): string | undefined {
  const name = lexemes[colon - 1]?.text === '?' ? lexemes[colon - 2] : lexemes[colon - 1];
  if (name?.kind !== 'word' && name?.kind !== 'string') {
    return undefined;
  }
  for (let at = colon - 2; at > colon - reach; at--) {
    const { kind, text } = lexemes[at] ?? { kind: 'other', text: ';' };
    if (kind === 'string') {
      continue;
    }
    if (text === '?' && lexemes[at + 1] !== lexemes[colon]) {
      return undefined;
    }
    if (text === ',' || text === ';' || text === '{' || text === '(' || text === '}' || text === ':') {
      break;
    }
  }
  return name.text;
}

/** `events` in `events = …` and in `events: string[] = …`, whose last lexeme before the sign is at `end`. */
function annotatedName(lexemes: readonly Lexeme[], end: number): string | undefined {
  for (let at = end; at > end - reach; at--) {
    const { kind, text } = lexemes[at] ?? { kind: 'other', text: ';' };
    if (text === ':' && kind === 'punctuator') {
      return propertyBefore(lexemes, at);
    }
    if (kind !== 'word' && !/^[[\]<>|&.]$/.test(text)) {
      break;
    }
    if (/^(?:const|let|var|type|readonly|public|private|static|final)$/.test(text)) {
      break;
    }
  }
  const last = lexemes[end];
  return last?.kind === 'word' ? last.text : last?.kind === 'string' ? last.text : operandBefore(lexemes, end);
}

/** The bracket that the closing one at `end` belongs to. */
export function openingOf(lexemes: readonly Lexeme[], end: number): number {
  let depth = 0;
  for (let at = end; at >= 0 && at > end - reach * 2; at--) {
    const { kind, text } = lexemes[at] ?? { kind: 'other', text: '' };
    if (kind === 'punctuator' && (text === ')' || text === ']')) {
      depth++;
    } else if (kind === 'punctuator' && (text === '(' || text === '[') && --depth === 0) {
      return at;
    }
  }
  return Math.max(0, end - 1);
}

export function isDot(lexeme: Lexeme | undefined): boolean {
  return lexeme?.text === '.' || lexeme?.text === '?.' || lexeme?.text === '->' || lexeme?.text === '::';
}
