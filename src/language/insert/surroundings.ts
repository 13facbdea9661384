import type { SyntaxNode } from '@lezer/common';
import { literalsIn } from '../place/neighbours';
import { literalOf, type Reading } from '../syntax/reading';
import { roleOf } from '../syntax/roles';
import type { Selected } from './insertion';

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

/** The quotes that literals have in the same brackets, or else near by. */
export function quoteAt(reading: Reading, holder: SyntaxNode | undefined, position: number): string {
  const { language, text } = reading;
  if (language.usualQuote === '') {
    return '';
  }
  const beside = holder && literalsIn(holder)[0];
  if (beside) {
    return literalOf(reading, beside).quote;
  }
  const before = text.slice(Math.max(0, position - 2_000), position);
  const used = language.quote ?? /(["'])[^"'\n]*\1[^"']*$/.exec(before)?.[1];
  return used ?? (text.includes('"') && !text.includes("'") ? '"' : (language.usualQuote ?? '"'));
}
