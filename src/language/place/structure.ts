import type { SyntaxNode } from '@lezer/common';
import { childrenOf, type Reading, signOf, textOf } from '../syntax/reading';
import { isLiteral, roleOf } from '../syntax/roles';
import { expressionUpTo } from './expression';
import { deedOf } from './vocabulary';

const assignments = new Set(['=', ':', ':=', '||=', '??=', '+=', '?=', '|=']);
/** In maps and lists these are, too. */
export const arrows = new Set(['=>', '->', 'to']);
const comparisons = new Set(['==', '===', '!=', '!==', 'eq', 'ne', '-eq', '-ceq', '-ne', '=~', 'in', '-in', 'of']);

/** Whether a sign compares what is on its sides. Between blanks, `=` does so in shells, whose assignments have none. */
export function isComparison(reading: Reading, sign: SyntaxNode): boolean {
  const text = signOf(reading, sign);
  const isBetweenBlanks = /\s/.test(reading.text.charAt(sign.from - 1));
  return comparisons.has(text) || (text === '=' && reading.language.assignsWithoutBlanks === true && isBetweenBlanks);
}

/** Whether what follows makes a name of what stands before it. */
export function isNameOf(reading: Reading, next: SyntaxNode | null): boolean {
  const sign = signOf(reading, next);
  return next !== null && (assignments.has(sign) || sign === '=>' || sign === 'to') && roleOf(next) !== 'annotation';
}

/** Whether a node is an option of a command, whose value comes next: `--events repo:push`. */
export function isFlag(reading: Reading, node: SyntaxNode | null): node is SyntaxNode {
  return node !== null && !isLiteral(node) && /^--?[a-z][\w-]*$/i.test(startOf(reading, node));
}

/** The name on the left of a child: `name = child`, `name: child`, `name: Type = child`, `name` with a type. */
export function nameOf(
  reading: Reading,
  node: SyntaxNode,
  child: SyntaxNode,
  withArrows: boolean,
): SyntaxNode | undefined {
  let sign = roleOf(child) === 'annotation' ? child : child.prevSibling;
  // `= new[] { … }`, `= @( … )`.
  while (sign && sign !== child && /^(?:@|&|new|\[\])$/.test(signOf(reading, sign))) {
    sign = sign.prevSibling;
  }
  const text = signOf(reading, sign);
  if (!sign || !(sign === child || assignments.has(text) || (withArrows && arrows.has(text)))) {
    return undefined;
  }
  let name = sign.prevSibling;
  while (name && (roleOf(name) === 'annotation' || roleOf(name) === 'comment' || signOf(reading, name) === ']')) {
    name = name.prevSibling;
  }
  if (!name || name.from === node.to) {
    return undefined;
  }
  // A list of parameters, a bracket: the sign means something else.
  return /^(?:\W*$|\()/.test(startOf(reading, name)) ? undefined : name;
}

export function hasName(reading: Reading, child: SyntaxNode): boolean {
  const previous = child.prevSibling;
  return previous !== null && /\w/.test(startOf(reading, previous));
}

export function tagName(reading: Reading, node: SyntaxNode): SyntaxNode | undefined {
  return childrenOf(node).find((child) => /^\w/.test(textOf(reading, child)));
}

/** The words of a declaration. A type of a list is none. */
export function declared(reading: Reading, node: SyntaxNode, child: SyntaxNode): string {
  const text = roleOf(node) === 'declaration' ? textOf(reading, { from: node.from, to: child.from }).trim() : '';
  return text.includes('[]') ? '' : text;
}

/** What a list is searched for, or a text compared with: the arguments in `['a', 'b'].includes(key)`, `"a".equals(key)`. */
export function searchIn(reading: Reading, child: SyntaxNode): SyntaxNode | undefined {
  // A dot and the function's name are between at most; Ruby's may end with a question mark.
  let between = 0;
  for (let sibling = child.nextSibling; sibling && between <= 2; sibling = sibling.nextSibling) {
    if (roleOf(sibling) !== 'arguments') {
      between += signOf(reading, sibling) === '?' ? 0 : 1;
      continue;
    }
    const deed = deedOf(expressionUpTo(reading, sibling.prevSibling));
    if (deed === 'searches' || deed === 'compares') {
      return sibling;
    }
    // What follows at once may be of a call that gives the list: `events().includes(key)`.
    if (between > 0) {
      return undefined;
    }
  }
  return undefined;
}

/** Enough of a node to tell whether it is a name. */
function startOf({ text }: Reading, { from, to }: SyntaxNode): string {
  return text.slice(from, Math.min(to, from + 40));
}

export function isSame(a: SyntaxNode, b: SyntaxNode): boolean {
  return a.from === b.from && a.to === b.to;
}
