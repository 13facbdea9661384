import { Container } from '../container';
import type { Lexeme } from './lexeme';
import { isDot, openingOf, operandBefore, targetOf } from './operand';

/** A bracket that is open while the lexemes are read from left to right. */
export interface Frame {
  readonly bracket: '(' | '[' | '{' | '';
  readonly container: Container;
  /** `x[…]`: an index, not a list. */
  readonly isIndex: boolean;
}

const listMakers = /^(?:of|asList|toset|tolist|setOf|listOf|arrayOf|frozenset)$/;

/** What the bracket at `index` opens. */
export function frameAt(lexemes: readonly Lexeme[], index: number, parent: Frame, script: boolean): Frame {
  const bracket = lexemes[index]?.text;
  if (bracket === '(') {
    return callAt(lexemes, index, parent);
  }
  if (bracket === '[') {
    const isIndex = isValueEnd(lexemes[index - 1]) && lexemes[index - 1]?.line === lexemes[index]?.line;
    const container = new Container('list', parent.container, nameAt(lexemes, index, parent));
    return { bracket, container, isIndex };
  }
  return { bracket: '{', container: braceAt(lexemes, index, parent, script), isIndex: false };
}

/** A value's name, through the calls around it: `X` in `const X = new Set([…])`, `events` in `expect(events).toEqual([…])`. */
function nameAt(lexemes: readonly Lexeme[], index: number, { container, bracket }: Frame): string | undefined {
  const own = targetOf(lexemes, index);
  if (own !== undefined || bracket !== '(' || container.kind !== 'call') {
    return own;
  }
  return container.name ?? (isAssertion(container.callee) ? container.receiver : undefined);
}

function callAt(lexemes: readonly Lexeme[], index: number, parent: Frame): Frame {
  let end = index - 1;
  if (lexemes[end]?.text === '>') {
    end = beforeTypeArguments(lexemes, end);
  }
  const callee = lexemes[end]?.kind === 'word' ? lexemes[end]?.text : undefined;
  let start = callee === undefined ? index : end;
  while (start > 1 && start > end - 60 && isDot(lexemes[start - 1])) {
    start = lexemes[start - 2]?.text === ')' ? openingOf(lexemes, start - 2) - 1 : start - 2;
  }
  while (lexemes[start - 1]?.text === 'new' || lexemes[start - 1]?.text === 'await') {
    start--;
  }
  const receiver = callee !== undefined && isDot(lexemes[end - 1]) ? receiverBefore(lexemes, end - 2) : undefined;
  const isList = callee !== undefined && (listMakers.test(callee) || (callee === 'array' && receiver === undefined));
  const isTuple = lexemes[index - 1]?.text === 'in';
  const name = nameAt(lexemes, start, parent) ?? (isTuple ? operandBefore(lexemes, index - 2) : undefined);
  const container = new Container(isList || isTuple ? 'list' : 'call', parent.container, name, callee, receiver);
  return { bracket: '(', container, isIndex: false };
}

/** `event_key` in `expect(x.event_key).toBe(…)`, else the name of what the function is called on. */
function receiverBefore(lexemes: readonly Lexeme[], end: number): string | undefined {
  if (lexemes[end]?.text === ')') {
    const open = openingOf(lexemes, end);
    if (lexemes[open - 1]?.text === 'expect' || lexemes[open - 1]?.text === 'assertThat') {
      return operandBefore(lexemes, end - 1);
    }
  }
  return operandBefore(lexemes, end);
}

function braceAt(lexemes: readonly Lexeme[], index: number, { container: parent }: Frame, script: boolean): Container {
  const before = lexemes[index - 1];
  if (!script && isOperandEnd(before) && hasBefore(lexemes, index, 'switch')) {
    return new Container('block', parent, operandBefore(lexemes, index - 1));
  }
  if (before?.text === ')') {
    const head = parent.children.at(-1);
    const isSwitch = head?.callee === 'switch' || head?.callee === 'match' || head?.callee === 'when';
    const name = isSwitch ? operandBefore(lexemes, index - 2) : undefined;
    return new Container('block', parent, name);
  }
  if (before?.text === '=>' || /^(?:else|try|finally|do)$/.test(before?.text ?? '')) {
    return new Container('block', parent);
  }
  if (!script && before?.kind === 'word' && lexemes[index - 2]?.text === ']' && lexemes[index - 3]?.text === '[') {
    return new Container('list', parent, targetOf(lexemes, index - 3));
  }
  return new Container('map', parent, targetOf(lexemes, index) ?? headOf(lexemes, index));
}

/** `WebhookEvent` in `enum WebhookEvent {…}`; `bitbucket_hook` in Terraform's `resource "bitbucket_hook" "name" {…}`. */
function headOf(lexemes: readonly Lexeme[], index: number): string | undefined {
  const [first, second, third] = [lexemes[index - 3], lexemes[index - 2], lexemes[index - 1]];
  if (first?.text === 'resource' && second?.kind === 'string') {
    return second.text;
  }
  return second?.text === 'enum' || second?.text === 'interface' || second?.text === 'class' ? third?.text : undefined;
}

function isOperandEnd(lexeme: Lexeme | undefined): boolean {
  return lexeme !== undefined && (lexeme.kind !== 'punctuator' || lexeme.text === ')' || lexeme.text === ']');
}

function hasBefore(lexemes: readonly Lexeme[], index: number, word: string): boolean {
  for (let at = index - 1; at > index - 16 && lexemes[at]?.text !== '{' && lexemes[at]?.text !== '}'; at--) {
    if (lexemes[at]?.kind === 'word' && lexemes[at]?.text === word) {
      return true;
    }
  }
  return false;
}

function beforeTypeArguments(lexemes: readonly Lexeme[], end: number): number {
  for (let at = end; at > end - 12; at--) {
    if (lexemes[at]?.text === '<') {
      return at - 1;
    }
  }
  return end;
}

function isValueEnd(lexeme: Lexeme | undefined): boolean {
  if (lexeme?.kind === 'word') {
    return !/^(?:return|in|of|case|typeof|await|yield|default|new|extends|string)$/.test(lexeme.text);
  }
  return lexeme?.text === ')' || lexeme?.text === ']' || lexeme?.kind === 'string';
}

/** `toEqual`, `deepEqual`, `contains`, …: a function that compares. */
export function isAssertion(callee: string | undefined): boolean {
  return callee !== undefined && /^(?:to|deep|eql|equal|contain|have|include)/i.test(callee);
}
