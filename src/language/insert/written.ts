import type { SyntaxNode } from '@lezer/common';
import type { Language } from '../syntax/language';
import type { Literal, Reading } from '../syntax/reading';
import type { Selected } from './insertion';

/** A key in a literal's quotes; prefixes and repetitions of these are left out. */
export function quoted(key: string, quote: string): string {
  const mark = /\\?["'`]/.exec(quote)?.[0] ?? '';
  return mark + key + mark;
}

/** Literals as a list. */
export function listOf(literals: readonly string[], [start, separator, end]: NonNullable<Language['list']>): string {
  return start + literals.join(separator) + end;
}

/** The mark between two elements of a list, and the blanks behind it: a line break where each has a line of its own. */
export function marksBetween({ list }: Language, line: string | undefined): [mark: string, space: string] {
  const [, mark = '', space = ''] = /^(\S*)(\s*)$/.exec(list?.[1] ?? ', ') ?? [];
  return [mark, line === undefined ? space : `\n${line}`];
}

/** The blanks before a node that is the first on its line. */
export function lineStart({ text }: Reading, { from }: SyntaxNode): string | undefined {
  const before = text.slice(text.lastIndexOf('\n', from - 1) + 1, from);
  return before.trim() === '' && from > before.length ? before : undefined;
}

/** With its quotes. */
export function outside(literal: Literal): Selected {
  return { from: literal.from - literal.quote.length, to: literal.isClosed ? literal.node.to : literal.to };
}
