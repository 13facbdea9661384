import type { Container, Role } from '../container';
import type { Frame } from './containers';
import type { Lexeme } from './lexeme';
import { operandAfter, operandBefore, targetOf } from './operand';

const comparisons = new Set(['===', '!==', '==', '!=']);
const importers = new Set(['import', 'require', 'mock', 'unmock', 'resolve', 'importActual', 'requireActual']);

/** What stands before a value, so that a colon behind it isn't that of a property. */
const beforeValue = new Set([':', '?', '=', '(', '==', '===', '!=', '!==']);
const wordsBeforeValue = new Set(['in', 'is', 'case', 'return']);

/** How the string at `index` stands in its bracket, and the name that goes with it; `undefined`: it can't be a key. */
export function roleAt(
  lexemes: readonly Lexeme[],
  index: number,
  { container, bracket, isIndex }: Frame,
  script: boolean,
): { role: Role; name?: string | undefined } | undefined {
  const previous = lexemes[index - 1];
  const before = punctuation(previous);
  const after = punctuation(lexemes[index + 1]);
  if (script && isPath(previous, container)) {
    return undefined;
  }
  if (isPropertyName(previous, before, after, container, bracket)) {
    return { role: 'propertyName' };
  }
  if (
    (previous?.kind === 'word' && previous.text === 'case') ||
    (before === ',' && container.kind === 'block' && lexemes[index - 2]?.kind === 'string')
  ) {
    return { role: 'case', name: container.name };
  }
  if (before === '+' || after === '+') {
    return { role: 'fragment' };
  }
  if (script && (before === '|' || after === '|')) {
    return { role: 'union', name: unionName(lexemes, index) };
  }
  if (comparisons.has(before)) {
    return { role: 'comparison', name: operandBefore(lexemes, index - 2) };
  }
  if (comparisons.has(after)) {
    return { role: 'comparison', name: operandAfter(lexemes, index + 2) };
  }
  const name = targetOf(lexemes, index);
  if (name !== undefined) {
    return { role: 'value', name };
  }
  if ((bracket === '[' && isIndex) || (before !== ',' && before !== bracket)) {
    return { role: 'other' };
  }
  return { role: container.kind === 'list' ? 'element' : container.kind === 'call' ? 'argument' : 'other' };
}

/** The text of a punctuator; empty of anything else, whose text may be any. */
function punctuation(lexeme: Lexeme | undefined): string {
  return lexeme?.kind === 'punctuator' ? lexeme.text : '';
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
  before: string,
  after: string,
  { kind, keys }: Container,
  bracket: string,
): boolean {
  if (after === '=>') {
    return true;
  }
  if (kind === 'map' ? bracket !== '{' : bracket !== '') {
    return false;
  }
  if (after === ':' || (after === '=' && bracket === '{')) {
    const isValue = previous?.kind === 'word' ? wordsBeforeValue.has(previous.text) : beforeValue.has(before);
    if (!isValue) {
      return true;
    }
  }
  const isFirst = previous === undefined || before === '{' || before === ',' || before === ';';
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
