import type { SyntaxNode } from '@lezer/common';
import type { Insertion } from '../insert/insertion';
import { quoted } from '../insert/written';
import { childrenOf, literalOf, type Reading, textOf } from '../syntax/reading';
import { isLiteral } from '../syntax/roles';
import type { Arm, ReadConstruct } from './arm';
import { type Branch, branchesWithSiblings } from './branches';
import { endBehind, indentAt, statementsOf } from './layout';
import type { Manner } from './manner';
import { endOf, todo, unhandled } from './unhandled';

/** A chain of `if` and `else if`, or several `if` one after the other that compare the same. */
export const readChain: ReadConstruct = (reading, node, manner) => {
  if (node.name !== 'IfStatement' || isElseIf(node)) {
    return undefined;
  }
  const branches = branchesWithSiblings(reading, node);
  return {
    literals: branches.flatMap(({ literals }) => literals),
    names: [],
    room: Infinity,
    bodies: branches.map(({ head, to }) => ({ from: head.to, to })),
    writer: (isKey) => {
      const usable = branches.map((branch) => ({ branch, comparison: comparisonOf(reading, branch, isKey) }));
      const near = usable.findLast(({ comparison }) => comparison);
      const last = branches.findLast(({ literals }) => literals.some(isKey));
      if (near?.comparison === undefined || last === undefined) {
        return undefined;
      }
      const parts = { reading, manner, branches, last, template: near.branch, comparison: near.comparison };
      return (keys) => chainInsertion(parts, keys);
    },
  };
};

function isElseIf({ parent, prevSibling }: SyntaxNode): boolean {
  return parent?.name === 'IfStatement' && prevSibling?.name === 'else';
}

/** What a comparison with a key has before and behind that. */
interface Comparison {
  readonly before: string;
  readonly behind: string;
  readonly quote: string;
}

/** The first comparison with a key, of a condition that holds for texts and nothing else: `key === 'a' || key === 'b'`. */
function comparisonOf(
  reading: Reading,
  { condition }: Branch,
  isKey: (literal: SyntaxNode) => boolean,
): Comparison | undefined {
  const parts = condition ? alternativesIn(reading, condition) : [];
  const literals = parts.map((part) => literalIn(reading, part));
  const index = literals.findIndex((literal) => literal && isKey(literal));
  const [part, literal] = [parts[index], literals[index]];
  if (!part || !literal || literals.includes(undefined)) {
    return undefined;
  }
  const { text } = reading;
  return {
    before: text.slice(part.from, literal.from),
    behind: text.slice(literal.to, part.to),
    quote: literalOf(reading, literal).quote,
  };
}

/** The comparisons that a condition joins by `or`. */
function alternativesIn(reading: Reading, node: SyntaxNode): SyntaxNode[] {
  const children = childrenOf(node);
  const texts = children.map((child) => textOf(reading, child));
  if (node.name.startsWith('Parenthesized')) {
    return children.slice(1, -1).flatMap((child) => alternativesIn(reading, child));
  }
  const [left, , right] = children;
  return left && right && /^(?:\|\||or)$/.test(texts[1] ?? '')
    ? [...alternativesIn(reading, left), ...alternativesIn(reading, right)]
    : [node];
}

/** The text in `key == 'a'`, on whichever side. */
function literalIn(reading: Reading, comparison: SyntaxNode): SyntaxNode | undefined {
  const [left, sign, right, ...more] = childrenOf(comparison);
  const isEqual = sign !== undefined && /^={2,3}$/.test(textOf(reading, sign)) && more.length === 0;
  return isEqual ? [left, right].find((side) => side && isLiteral(side)) : undefined;
}

interface Parts {
  readonly reading: Reading;
  readonly manner: Manner;
  readonly branches: readonly Branch[];
  /** The last one that is about a key. */
  readonly last: Branch;
  readonly template: Branch;
  readonly comparison: Comparison;
}

function chainInsertion(parts: Parts, keys: readonly string[]): Insertion {
  const { reading, last, branches } = parts;
  const { text } = reading;
  const hasElse = branches.some(({ keyword }) => keyword !== 'if');
  const isAnew = !hasElse && (branches.length > 1 || leaves(reading, last));
  const indent = indentAt(text, branches[0]?.from ?? last.from);
  const written = keys.map((key) => branchFor(parts, key, isAnew).join(`\n${indent}`));
  const isPython = parts.manner.language === 'python';
  const at = isAnew || isPython ? endBehind(text, last.to) : last.to;
  const gap = isAnew || isPython ? separatorBefore(text, branches) + indent : elseGap(text, branches, indent);
  return { from: at, to: at, text: written.map((branch) => gap + branch).join('') };
}

/** Whether nothing behind it is run once an arm was. */
function leaves(reading: Reading, { body }: Arm): boolean {
  const last = statementsOf(reading, body).at(-1);
  return last !== undefined && /^(?:return|throw|raise|continue|break)\b/.test(reading.text.slice(last.from, last.to));
}

/** The line break, and the blank line that the others have between them. */
function separatorBefore(text: string, branches: readonly Branch[]): string {
  const [one, other] = branches.slice(-2);
  const isSpaced =
    other?.keyword === 'if' && one !== other && /^\s*\n[^\S\n]*\r?\n\s*$/.test(text.slice(one?.to, other.from));
  return isSpaced ? '\n\n' : '\n';
}

/** What stands between a brace and `else`. */
function elseGap(text: string, branches: readonly Branch[], indent: string): string {
  const other = branches.find(({ keyword }) => keyword !== 'if');
  const isBelow = other && startsWithBreak(text, other);
  return isBelow === true ? `\n${indent}` : ' ';
}

function startsWithBreak(text: string, { from }: Branch): boolean {
  return /\n\s*$/.test(text.slice(Math.max(0, from - 100), from));
}

/** A branch in lines, without the indentation that all of it has. */
function branchFor(parts: Parts, key: string, isAnew: boolean): string[] {
  const { reading, manner, branches, template, comparison } = parts;
  const { text } = reading;
  const compared = comparison.before + quoted(key, comparison.quote) + comparison.behind;
  const byDefault = branches.find(({ isDefault }) => isDefault);
  const statements = unhandledIn(reading, { template, byDefault, manner }, key);
  const [first] = statementsOf(reading, template.body);
  const inner = first ? indentAt(text, first.from) : '';
  const outer = indentAt(text, template.from);
  const isBelow = first !== undefined && text.slice(template.head.to, first.from).includes('\n');
  const step = isBelow && inner.startsWith(outer) && inner !== outer ? inner.slice(outer.length) : manner.step;
  const body = [todo(manner, key), ...statements].map((line) => step + line);
  if (manner.language === 'python') {
    return [`${isAnew ? 'if' : 'elif'} ${compared}:`, ...body];
  }
  const start = isAnew ? template.setUp : 'if ';
  const isBracketed = template.isBracketed;
  return [`${isAnew ? '' : 'else '}${start}${isBracketed ? `(${compared})` : compared} {`, ...body, '}'];
}

function unhandledIn(
  reading: Reading,
  parts: { template: Arm; byDefault: Arm | undefined; manner: Manner },
  key: string,
): string[] {
  // What comes behind a chain is run after each of its arms; only a value has to be given.
  const manner = { ...parts.manner, fallsThrough: false };
  const statements = unhandled(reading, { ...parts, manner }, key);
  const end = endOf(reading, parts.template, manner);
  return statements.length === 1 && statements[0] === end && end !== manner.nothing
    ? [manner.nothing].filter((line) => line !== '')
    : statements;
}
