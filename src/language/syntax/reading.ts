import { NodeProp, type SyntaxNode, type Tree } from '@lezer/common';
import type { Language } from './language';
import { isLiteral, roleOf } from './roles';

/**
 * A document's text and the tree of it, or of a text that is written in it. Positions are the document's own in both:
 * the tree of an inner text is as long as the document, and has nodes where that text is.
 */
export interface Reading {
  readonly language: Language;
  readonly text: string;
  readonly tree: Tree;
}

/** The literal whose value an inner text is; a tree's root has it. */
export const holderProp = new NodeProp<SyntaxNode>({ perNode: true });

/** The node around: of an inner text's root it is the literal whose value the text is. */
export function parentOf(node: SyntaxNode): SyntaxNode | null {
  return node.parent ?? node.tree?.prop(holderProp) ?? null;
}

/** Whether a node is the root of an inner text that is a literal's value. */
export function isBorder(node: SyntaxNode): boolean {
  return node.parent === null && node.tree?.prop(holderProp) !== undefined;
}

/** A string or scalar; positions without its quotes. */
export interface Literal {
  readonly node: SyntaxNode;
  readonly from: number;
  readonly to: number;
  /** As it opens: `"`, `'`, `` ` ``, `"""`, `r#"`, `\"` in a text that is in quotes itself …; empty where it has none. */
  readonly quote: string;
  /** False while the closing quote is missing. */
  readonly isClosed: boolean;
}

/** `r"`, `f'`, `"""`, `r#"`, `@"`. */
const opening = /^[A-Za-z@$]{0,3}#*("""|'''|"|'|`)/;

/** `<<EOF`, `<<~JSON`, `<<<"TEXT"`, up to the end of the line. */
const hereDocument = /^<{2,3}[-~]?(["']?)(\w+)\1\r?\n/;

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
  const [start, , marker = ''] = hereDocument.exec(text.slice(from, Math.min(to, from + 60))) ?? [];
  if (start !== undefined) {
    const end = new RegExp(`\\n[^\\S\\n]*${marker}\\s*$`).exec(text.slice(from, to));
    return { node, from: from + start.length, to: end ? from + end.index : to, quote: start, isClosed: end !== null };
  }
  const [open = '', mark = ''] = opening.exec(text.slice(from, Math.min(to, from + 10))) ?? [];
  if (open === '') {
    return { node, from, to, quote: '', isClosed: true };
  }
  const hashes = '#'.repeat(open.split('#').length - 1);
  const isClosed =
    to - from >= open.length + mark.length + hashes.length && text.slice(from, to).endsWith(mark + hashes);
  const end = isClosed ? to - mark.length - hashes.length : to;
  // In a text that is itself in quotes, a backslash stands before each.
  const isEscaped = open === '"' && text.charAt(from - 1) === '\\';
  return {
    node,
    from: from + open.length,
    to: isEscaped && isClosed && text.charAt(end - 1) === '\\' ? end - 1 : end,
    quote: isEscaped ? `\\${open}` : open,
    isClosed,
  };
}

/** The text of a node or literal; quotes in it that are escaped are read as quotes. */
export function textOf({ text }: Reading, { from, to }: { readonly from: number; readonly to: number }): string {
  return text.slice(from, to).replaceAll('\\"', '"');
}

/** The text of a mark or operator; empty for what is longer than any. */
export function signOf({ text }: Reading, node: SyntaxNode | null): string {
  return node && node.to - node.from < 6 ? text.slice(node.from, node.to) : '';
}

export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    children.push(child);
  }
  return children;
}
