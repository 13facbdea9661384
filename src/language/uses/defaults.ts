import type { SyntaxNode } from '@lezer/common';
import { expressionUpTo } from '../place/expression';
import { deedOf } from '../place/vocabulary';
import { childrenOf, type Reading, signOf } from '../syntax/reading';
import { isLiteral, roleOf } from '../syntax/roles';

/** The `switch` whose arms a position is in. */
export function switchAround(reading: Reading, at: number): SyntaxNode | undefined {
  for (let node: SyntaxNode | null = reading.tree.resolveInner(at, 1); node; node = node.parent) {
    if (roleOf(node) === 'switch') {
      return node;
    }
  }
  return undefined;
}

/** A part of a `switch` that is one of its arms, with what it begins with. */
interface Arm {
  readonly from: number;
  readonly nodes: readonly SyntaxNode[];
}

/**
 * Where the arm begins that takes all that a `switch` doesn't name, if it does something: it calls a function that does
 * more than answer, tell people, or refuse.
 */
export function defaultIn(reading: Reading, node: SyntaxNode): number | undefined {
  const arm = defaultArm(reading, bodyOf(node));
  return arm && arm.nodes.some((each) => doesSomething(reading, each)) ? arm.from : undefined;
}

/** What holds the arms. */
function bodyOf(node: SyntaxNode): SyntaxNode {
  for (const child of childrenOf(node)) {
    if (roleOf(child) === 'case') {
      return node;
    }
  }
  const inner = childrenOf(node).find((child) => childrenOf(child).some((each) => isArm(each)));
  return inner ?? node;
}

function isArm(node: SyntaxNode): boolean {
  return roleOf(node) === 'case' || node.name.startsWith('Default');
}

function defaultArm(reading: Reading, body: SyntaxNode): Arm | undefined {
  const children = childrenOf(body);
  const start = children.findLastIndex((child) => isDefault(reading, child));
  const label = children[start];
  if (label === undefined) {
    return undefined;
  }
  const behind = children.slice(start + 1);
  const end = behind.findIndex((child) => isArm(child));
  return { from: label.from, nodes: [label, ...behind.slice(0, end === -1 ? undefined : end)] };
}

/** `default:`, `else ->`, `_ =>`, `case _:`, `*)`. */
function isDefault({ text }: Reading, node: SyntaxNode): boolean {
  const start = text.slice(node.from, Math.min(node.to, node.from + 20));
  return /^(?:default\b|else\b|_(?:\s|$)|(?:case\s+)_\s*:|\*\s*\))/.test(start);
}

/** What ends there: it answers, says that it knows nothing of it, or stops. */
const answers =
  /^(?:send\w*|status|json|text|end|write\w*|respond\w*|reply|render|head(?:er)?|abort|exit|die|ok|no_?content|bad_?request|not_?found|accepted|response|make_response|jsonify|next|\w*response|\w*(?:error|exception)\w*|http_response_code|build|format|sprintf|str|String|dict|len)$/i;

function doesSomething(reading: Reading, node: SyntaxNode): boolean {
  let does = false;
  node.cursor().iterate((each) => {
    if (does || isLiteral(each.node) || roleOf(each.node) === 'comment') {
      return false;
    }
    if (roleOf(each.node) === 'arguments') {
      const called = expressionUpTo(reading, each.node.prevSibling);
      const names = [called.name, called.path.split('.').at(-1) ?? '', called.path.split('.')[0] ?? ''];
      const isTelling = deedOf(called) === 'tells' || names.some((name) => tells.test(name) || answers.test(name));
      does = called.path !== '' && !isTelling && signOf(reading, each.node) !== '()';
    }
    return !does;
  });
  return does;
}

/** Logs, under whatever name. */
const tells = /^(?:_?log(?:ger|ging)?|console|slog|print\w*|debug|trace|info|notice|warn(?:ing)?|errorf?|fatal\w*|panic|throw|raise|eprintln|puts|echo)$/i;
