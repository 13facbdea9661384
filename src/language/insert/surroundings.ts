import type { SyntaxNode } from '@lezer/common';
import { type Reading, literalOf } from '../syntax/reading';
import { isLiteral, roleOf } from '../syntax/roles';
import type { Selected } from './insertionFor';

/** What is around a place between literals: the brackets that hold it, and what stands in them on both sides of it. */
export interface Around {
  readonly holder: SyntaxNode | undefined;
  readonly previous: SyntaxNode | undefined;
  readonly next: SyntaxNode | undefined;
}

export function childrenAround(reading: Reading, { from, to }: Selected): Around {
  let holder: SyntaxNode | null = reading.tree.resolveInner(from, -1);
  while (holder && !(isHolder(holder) && holder.from < from && to <= holder.to)) {
    holder = holder.parent;
  }
  let [previous, next] = [undefined as SyntaxNode | undefined, undefined as SyntaxNode | undefined];
  for (let child = holder?.firstChild ?? null; child; child = child.nextSibling) {
    if (roleOf(child) === 'comment' || child.from === child.to) {
      continue;
    }
    if (child.from < from) {
      previous = child;
    } else if (child.from >= to) {
      next ??= child;
    }
  }
  return { holder: holder ?? undefined, previous, next };
}

function isHolder(node: SyntaxNode): boolean {
  const role = roleOf(node);
  return role === 'group' || role === 'arguments';
}

/** A key in a literal's quotes; prefixes and repetitions of these are left out. */
export function quoted(key: string, quote: string): string {
  const mark = /["'`]/.exec(quote)?.[0] ?? '';
  return mark + key + mark;
}

/** The quotes that literals have in the same brackets, or else near by. */
export function quoteAt(reading: Reading, holder: SyntaxNode | undefined, position: number): string {
  const { language, text } = reading;
  if (language.hasBlockLists) {
    return '';
  }
  for (let child = holder?.firstChild ?? null; child; child = child.nextSibling) {
    const literal = isLiteral(child) ? child : child.firstChild;
    if (literal && isLiteral(literal)) {
      return literalOf(reading, literal).quote;
    }
  }
  const before = text.slice(Math.max(0, position - 2_000), position);
  const used = language.quote ?? /(["'])[^"'\n]*\1[^"']*$/.exec(before)?.[1];
  return used ?? (text.includes('"') && !text.includes("'") ? '"' : (language.usualQuote ?? '"'));
}
