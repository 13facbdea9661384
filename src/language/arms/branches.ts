import type { SyntaxNode } from '@lezer/common';
import { childrenOf, type Reading, textOf } from '../syntax/reading';
import { roleOf } from '../syntax/roles';
import type { Arm } from './arm';
import { literalsUnder, spanOf } from './layout';

/** An arm of a chain of `if`. */
export interface Branch extends Arm {
  readonly keyword: 'if' | 'else if' | 'else';
  readonly condition: SyntaxNode | undefined;
  readonly isBracketed: boolean;
  /** What stands before the condition: `if `, and in Go what is assigned for it. */
  readonly setUp: string;
}

/** The branches of an `if`, down to its `else`. */
function branchesOf(reading: Reading, node: SyntaxNode): Branch[] {
  const branches: Branch[] = [];
  const { text } = reading;
  let [start, keyword] = [node.from, 'if' as Branch['keyword']];
  let heads: SyntaxNode[] = [];
  for (const child of childrenOf(node)) {
    const word = child.to - child.from <= 4 ? textOf(reading, child) : '';
    if (roleOf(child) === 'comment') {
      continue;
    }
    if (word === 'else' || word === 'elif') {
      [start, keyword, heads] = [child.from, word === 'else' ? 'else' : 'else if', []];
    } else if (child.name === 'IfStatement') {
      const [first, ...more] = branchesOf(reading, child);
      branches.push(...(first ? [{ ...first, from: start, keyword: 'else if' as const }, ...more] : []));
    } else if (isBody(child, heads)) {
      branches.push(branchOf(reading, { start, keyword, heads, body: child }));
    } else if (word !== 'if') {
      heads.push(child);
    }
  }
  return branches.map((branch) => ({ ...branch, to: spanOf(text, branch.body)?.to ?? branch.to }));

  function isBody(child: SyntaxNode, before: readonly SyntaxNode[]): boolean {
    return (
      roleOf(child) === 'block' || keyword === 'else' || before.some(({ name }) => name.startsWith('Parenthesized'))
    );
  }
}

function branchOf(
  reading: Reading,
  {
    start,
    keyword,
    heads,
    body,
  }: { start: number; keyword: Branch['keyword']; heads: readonly SyntaxNode[]; body: SyntaxNode },
): Branch {
  const condition = heads.at(-1);
  const isBracketed = condition !== undefined && condition.name.startsWith('Parenthesized') && body.name !== 'Body';
  const setUp = heads.length > 1 && condition ? `if ${reading.text.slice(heads[0]?.from, condition.from)}` : 'if ';
  return {
    from: start,
    to: body.to,
    head: { from: start, to: body.name === 'Body' ? body.from + 1 : body.from },
    body: [body],
    literals: condition ? literalsUnder(condition) : [],
    isDefault: keyword === 'else',
    keyword,
    condition,
    isBracketed: isBracketed && reading.text.charAt(condition.from) === '(',
    setUp,
  };
}

/** The same with those of the `if` before and behind, where each stands alone and compares the same. */
export function branchesWithSiblings(reading: Reading, node: SyntaxNode): Branch[] {
  const own = branchesOf(reading, node);
  const [only, ...more] = own;
  if (!only || more.length > 0) {
    return own;
  }
  const compared = leftOf(reading, only);
  const alike = (side: 'prevSibling' | 'nextSibling'): Branch[] => {
    const found: Branch[] = [];
    for (let at = besideOf(node, side); at?.name === 'IfStatement'; at = besideOf(at, side)) {
      const branches = branchesOf(reading, at);
      const [branch] = branches;
      if (!branch || branches.length > 1 || leftOf(reading, branch) !== compared) {
        break;
      }
      found.push(branch);
    }
    return found;
  };
  return [...alike('prevSibling').reverse(), only, ...alike('nextSibling')];
}

function besideOf(node: SyntaxNode, side: 'prevSibling' | 'nextSibling'): SyntaxNode | null {
  let sibling = node[side];
  while (sibling && roleOf(sibling) === 'comment') {
    sibling = sibling[side];
  }
  return sibling;
}

/** What a condition compares, as it is written. */
function leftOf({ text }: Reading, { condition }: Branch): string {
  const written = condition ? text.slice(condition.from, condition.to) : '';
  return /^\(?\s*([^='"`!<>]*?)\s*={2,3}/.exec(written)?.[1] ?? written;
}
