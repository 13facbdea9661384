import type { SyntaxNode } from '@lezer/common';
import { innermostStep } from '../place/context';
import { entryAt } from '../place/tokens';
import { literalAt, type Reading } from '../syntax/reading';
import { roleOf } from '../syntax/roles';

/** A part of a text, as offsets. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * What to delete so that a list, a union or a literal loses one of its keys, and stays well-formed: a
 * line that it has to itself, else the entry with the separator on one of its sides.
 */
export function removalOf(reading: Reading, key: Span): Span[] {
  const { text } = reading;
  const first = literalAt(reading, key.from);
  const isEntry = first?.from === key.from && first.to < key.to;
  const literal = isEntry ? entryAt(reading, key, '')?.literal : first;
  if (!literal || literal.from < key.from || key.to < literal.to) {
    // One of several in a literal.
    const before = /[\s,;|]*$/.exec(text.slice(literal?.from ?? 0, key.from))?.[0] ?? '';
    const isFirst = key.from - before.length === literal?.from;
    const behind = isFirst ? (/^[\s,;|]*/.exec(text.slice(key.to, literal.to))?.[0] ?? '') : '';
    return [{ from: isFirst ? key.from : key.from - before.length, to: key.to + behind.length }];
  }
  const step = innermostStep(reading, literal.node);
  const isInUnion = step?.separator === 'bar';
  const entry = isInUnion ? outermost(literal.node) : (step?.child ?? literal.node);
  const after = separatorAt(reading, entry, 'nextSibling');
  const before = separatorAt(reading, entry, 'prevSibling');
  if (before && text.slice(before.from, before.to) === '-') {
    return [wholeLines(text, { from: before.from, to: entry.to }) ?? { from: before.from, to: entry.to }];
  }
  if (after && !isInUnion) {
    const withSeparator = { from: entry.from, to: after.to };
    return [wholeLines(text, withSeparator) ?? { from: entry.from, to: endOfBlanks(text, after.to) }];
  }
  if (before && text.slice(before.to, entry.from).includes('\n')) {
    // The separator stands at the end of a line above, perhaps before a comment.
    return [before, wholeLines(text, entry) ?? entry];
  }
  if (before) {
    return [
      wholeLines(text, { from: before.from, to: entry.to }) ?? { from: startOfBlanks(text, before.from), to: entry.to },
    ];
  }
  return after ? [{ from: entry.from, to: endOfBlanks(text, after.to) }] : [entry];
}

/** The comma, bar or dash on one side of an entry. */
function separatorAt({ text }: Reading, entry: SyntaxNode, side: 'nextSibling' | 'prevSibling'): Span | undefined {
  for (let node = entry; ;) {
    let sibling: SyntaxNode | null = node[side];
    while (sibling && roleOf(sibling) === 'comment') {
      sibling = sibling[side];
    }
    if (sibling) {
      return /^(?:,|\||-)$/.test(text.slice(sibling.from, sibling.to)) ? sibling : undefined;
    }
    if (!node.parent || roleOf(node.parent) === 'group' || roleOf(node.parent) === 'arguments') {
      return undefined;
    }
    node = node.parent;
  }
}

/** A type that is nothing but a literal. */
function outermost(literal: SyntaxNode): SyntaxNode {
  let node = literal;
  while (node.parent?.from === node.from && node.parent.to === node.to) {
    node = node.parent;
  }
  return node;
}

/** The lines of a span that has them to itself, but for a comment at the end. */
function wholeLines(text: string, { from, to }: Span): Span | undefined {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const lineBreak = text.indexOf('\n', to);
  const end = lineBreak === -1 ? text.length : lineBreak + 1;
  const isAlone = text.slice(start, from).trim() === '' && /^\s*(?:(?:\/\/|#).*)?\s*$/.test(text.slice(to, end));
  return isAlone ? { from: start, to: end } : undefined;
}

function endOfBlanks(text: string, at: number): number {
  return at + (/^[^\S\n]*/.exec(text.slice(at, at + 100))?.[0].length ?? 0);
}

function startOfBlanks(text: string, at: number): number {
  return at - (/[^\S\n]*$/.exec(text.slice(Math.max(0, at - 100), at))?.[0].length ?? 0);
}
