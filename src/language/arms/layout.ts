import type { SyntaxNode } from '@lezer/common';
import { childrenOf, literalOf, type Reading } from '../syntax/reading';
import { isLiteral, roleOf } from '../syntax/roles';
import type { Span } from './arm';

/** The blanks at the beginning of the line that a position is in. */
export function indentAt(text: string, position: number): string {
  const start = text.lastIndexOf('\n', position - 1) + 1;
  return /^[^\S\n]*/.exec(text.slice(start, position))?.[0] ?? '';
}

/** Whether nothing but blanks stands before a position on its line. */
export function startsLine(text: string, position: number): boolean {
  return text.slice(text.lastIndexOf('\n', position - 1) + 1, position).trim() === '';
}

/** Where the line ends behind a position, if nothing but marks and a comment follows there; else the position itself. */
export function endBehind(text: string, position: number): number {
  return position + (/^[,;]?[^\S\n\r]*(?:(?:\/\/|#)[^\n\r]*)?(?=\r?\n|$)/.exec(text.slice(position))?.[0].length ?? 0);
}

/** Whether there is a blank line in a part of a text. */
export function hasBlankLine(text: string, from: number, to: number): boolean {
  return /\n[^\S\n]*\r?\n/.test(text.slice(from, to));
}

/** A text in lines, whatever ends these. */
export function linesOf(text: string): string[] {
  return text.split(/\r?\n/);
}

/** The part of a text that nodes are in, without blanks at its end, which some grammars count in. */
export function spanOf(text: string, [first, ...more]: readonly SyntaxNode[]): Span | undefined {
  const last = more.at(-1) ?? first;
  return first && last && { from: first.from, to: last.from + text.slice(last.from, last.to).trimEnd().length };
}

/** The statements of a body without its braces or its colon, and without comments. */
export function statementsOf(reading: Reading, nodes: readonly SyntaxNode[]): readonly SyntaxNode[] {
  const [block, ...more] = nodes;
  return block && more.length === 0 && roleOf(block) === 'block'
    ? childrenOf(block).filter((child) => roleOf(child) !== 'comment' && !/^[{}:]$/.test(markOf(reading, child)))
    : nodes;
}

/** All texts in a node. */
export function literalsUnder(node: SyntaxNode): SyntaxNode[] {
  return isLiteral(node) ? [node] : childrenOf(node).flatMap(literalsUnder);
}

/** The mark of a text's quotes, as it is written in one of these. */
export function quoteOf(reading: Reading, literal: SyntaxNode): string {
  return /["'`]/.exec(literalOf(reading, literal).quote)?.[0] ?? '"';
}

/** A node's text, if it is a mark. */
export function markOf({ text }: Reading, { from, to }: SyntaxNode): string {
  return to - from <= 2 ? text.slice(from, to) : '';
}
