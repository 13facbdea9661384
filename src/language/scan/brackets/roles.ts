import type { Container, Role } from '../container';
import type { Frame } from './containers';
import type { Lexeme } from './lexeme';
import { operandAfter, operandBefore, targetOf } from './operand';

const comparisons = new Set(['===', '!==', '==', '!=']);
const importers = new Set(['import', 'require', 'mock', 'unmock', 'resolve', 'importActual', 'requireActual']);

/** What stands before a value, so that a colon behind it isn't that of a property. */
const beforeValue = new Set([':', '?', '=', '(', '==', '===', '!=', '!==', 'in', 'is', 'case', 'return']);

/** How the string at `index` stands in its bracket, and the name that goes with it; `undefined`: it can't be a key. */
export function roleAt(
  lexemes: readonly Lexeme[],
  index: number,
  { container, bracket, isIndex }: Frame,
  script: boolean,
): { role: Role; name?: string | undefined } | undefined {
  const previous = lexemes[index - 1];
  const next = lexemes[index + 1];
  if (script && isPath(previous, container)) {
    return undefined;
  }
  if (isPropertyName(previous, next, container, bracket)) {
    return { role: 'propertyName' };
  }
  if (
    previous?.text === 'case' ||
    (previous?.text === ',' && container.kind === 'block' && lexemes[index - 2]?.kind === 'string')
  ) {
    return { role: 'case', name: container.name };
  }
  if (previous?.text === '+' || next?.text === '+') {
    return { role: 'fragment' };
  }
  if (script && (previous?.text === '|' || next?.text === '|')) {
    return { role: 'union', name: unionName(lexemes, index) };
  }
  if (previous?.kind === 'punctuator' && comparisons.has(previous.text)) {
    return { role: 'comparison', name: operandBefore(lexemes, index - 2) };
  }
  if (next?.kind === 'punctuator' && comparisons.has(next.text)) {
    return { role: 'comparison', name: operandAfter(lexemes, index + 2) };
  }
  const name = targetOf(lexemes, index);
  if (name !== undefined) {
    return { role: 'value', name };
  }
  if (bracket === '[' && isIndex) {
    return { role: 'other' };
  }
  if (previous?.text !== ',' && previous?.text !== bracket) {
    return { role: 'other' };
  }
  return { role: container.kind === 'list' ? 'element' : container.kind === 'call' ? 'argument' : 'other' };
}

/** Module paths: `from '…'`, `import('…')`, `require('…')`, `jest.mock('…')`. */
function isPath(previous: Lexeme | undefined, { kind, callee, items }: Container): boolean {
  if (
    previous?.kind === 'word' &&
    (previous.text === 'from' || previous.text === 'import' || previous.text === 'module')
  ) {
    return true;
  }
  return (
    kind === 'call' && previous?.text === '(' && items.length === 0 && callee !== undefined && importers.has(callee)
  );
}

/** A name before a colon. In a window that begins inside an object, its brace isn't seen: then the colon alone tells. */
function isPropertyName(
  previous: Lexeme | undefined,
  next: Lexeme | undefined,
  { kind, keys }: Container,
  bracket: string,
): boolean {
  if (next?.text === '=>') {
    return true;
  }
  const isValue = previous !== undefined && beforeValue.has(previous.text);
  const isLabelled = next?.text === ':' || (next?.text === '=' && bracket === '{');
  if (kind === 'map' ? bracket !== '{' : bracket !== '') {
    return false;
  }
  if (isLabelled && !isValue) {
    return true;
  }
  const isFirst = previous === undefined || previous.text === '{' || previous.text === ',' || previous.text === ';';
  return isFirst && (kind === 'map' || keys.length > 0);
}

/** The name of `type Name = 'a' | 'b'` or `name: 'a' | 'b'`. */
function unionName(lexemes: readonly Lexeme[], index: number): string | undefined {
  return targetOf(lexemes, unionStart(lexemes, index));
}

/** Index of the first lexeme of the union that the string at `index` belongs to, a leading bar included. */
export function unionStart(lexemes: readonly Lexeme[], index: number): number {
  let start = index;
  while (lexemes[start - 1]?.text === '|' && start > index - 1_000) {
    start--;
    const before = lexemes[start - 1];
    if (before?.kind === 'string' || (before?.kind === 'word' && lexemes[start - 2]?.text !== 'type')) {
      start--;
    }
  }
  return start;
}
