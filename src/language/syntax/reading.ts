import type { SyntaxNode, Tree } from '@lezer/common';
import type { Language } from './language';
import { isLiteral, roleOf } from './roles';

/** A text and its tree; positions are offsets in this text. */
export interface Reading {
  readonly language: Language;
  readonly text: string;
  readonly tree: Tree;
  /** Where a value stands that is written as a text. */
  readonly outer?: { readonly reading: Reading; readonly node: SyntaxNode };
}

/** A string or scalar; positions without its quotes. */
export interface Literal {
  readonly node: SyntaxNode;
  readonly from: number;
  readonly to: number;
  /** As it opens: `"`, `'`, `` ` ``, `"""`, `r#"` …; empty where it has none. */
  readonly quote: string;
  /** False while the closing quote is missing. */
  readonly isClosed: boolean;
}

/** `r"`, `f'`, `"""`, `r#"`, `@"`. */
const opening = /^[A-Za-z@$]{0,3}#*("""|'''|"|'|`)/;

/** Of Ruby's `%w[…]`. */
const closing: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}', '<': '>' };

/** The literal that a position is in, at its ends included. */
export function literalAt(reading: Reading, position: number): Literal | undefined {
  for (const side of [-1, 1] as const) {
    for (let node: SyntaxNode | null = reading.tree.resolveInner(position, side); node; node = node.parent) {
      if (isLiteral(node) && node.from < node.to) {
        const literal = literalOf(reading, node);
        if (literal.from <= position && position <= literal.to) {
          return literal;
        }
      }
      if (roleOf(node) === 'interpolation' || roleOf(node) === 'group') {
        break;
      }
    }
  }
  return undefined;
}

export function literalOf({ text }: Reading, node: SyntaxNode): Literal {
  const { from, to } = node;
  const [word, bracket = ''] = /^%[wWiI]?([[({<|])/.exec(text.slice(from, Math.min(to, from + 4))) ?? [];
  if (word !== undefined) {
    const isClosed = text.slice(from, to).endsWith(closing[bracket] ?? bracket);
    return { node, from: from + word.length, to: isClosed ? to - 1 : to, quote: word, isClosed };
  }
  const [open = '', mark = ''] = opening.exec(text.slice(from, Math.min(to, from + 10))) ?? [];
  if (open === '') {
    return { node, from, to, quote: '', isClosed: true };
  }
  const hashes = '#'.repeat(open.split('#').length - 1);
  const isClosed =
    to - from >= open.length + mark.length + hashes.length && text.slice(from, to).endsWith(mark + hashes);
  return {
    node,
    from: from + open.length,
    to: isClosed ? to - mark.length - hashes.length : to,
    quote: open,
    isClosed,
  };
}

export function textOf({ text }: Reading, { from, to }: { readonly from: number; readonly to: number }): string {
  return text.slice(from, to);
}
