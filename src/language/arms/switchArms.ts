import type { SyntaxNode } from '@lezer/common';
import { childrenOf, type Reading, signOf } from '../syntax/reading';
import { roleOf } from '../syntax/roles';
import type { Arm, Span } from './arm';
import { indentAt, literalsUnder, markOf, spanOf, startsLine } from './layout';
import type { Manner } from './manner';

/** What holds the arms of a `switch` or `match`. */
export function containerOf(node: SyntaxNode): SyntaxNode {
  return childrenOf(node).find((child) => childrenOf(child).some(isLabel)) ?? node;
}

/** An arm, or what it begins with. */
function isLabel(node: SyntaxNode): boolean {
  return roleOf(node) === 'case' || /^(?:Default|SwitchRule)/.test(node.name);
}

/** An arm that is being read: labels, one after the other, and what stands behind the last one. */
interface Draft {
  readonly labels: SyntaxNode[];
  readonly body: SyntaxNode[];
  head: Span;
  to: number;
}

/** The arms of a `switch` or `match`, in whichever way a grammar has them: as nodes, or as labels with statements behind. */
export function armsOf(reading: Reading, node: SyntaxNode, { fallsThrough }: Manner): Arm[] {
  const { text } = reading;
  const drafts: Draft[] = [];
  for (const child of childrenOf(containerOf(node))) {
    const open = drafts.at(-1);
    if (roleOf(child) === 'comment') {
      // One that is indented more than the label belongs to what is done.
      if (open && startsLine(text, child.from) && isDeeper(text, child.from, open.head.from)) {
        open.to = child.to;
      }
    } else if (isLabel(child)) {
      const body = bodyWithin(reading, child);
      const head = { from: child.from, to: headEnd(reading, child, body) };
      const to = spanOf(text, [...body])?.to ?? head.to;
      if (open?.body.length === 0 && fallsThrough) {
        open.labels.push(child);
        open.body.push(...body);
        Object.assign(open, { head, to });
      } else {
        drafts.push({ labels: [child], body: [...body], head, to });
      }
    } else if (open && !/^[{}:,]$/.test(markOf(reading, child))) {
      open.body.push(child);
      open.to = spanOf(text, [child])?.to ?? open.to;
    }
  }
  return drafts.map(({ labels, body, head, to }) => ({
    from: labels[0]?.from ?? head.from,
    to,
    head,
    body,
    literals: labels.flatMap((label) => literalsUnder(label).filter((literal) => !isIn(body, literal))),
    isDefault: labels.some((label) => takesAll(reading, label)),
  }));
}

function isDeeper(text: string, position: number, than: number): boolean {
  return indentAt(text, position).length > indentAt(text, than).length;
}

function isIn(nodes: readonly SyntaxNode[], { from, to }: SyntaxNode): boolean {
  return nodes.some((node) => node.from <= from && to <= node.to);
}

/** What is done, where the grammar counts that in. */
function bodyWithin(reading: Reading, label: SyntaxNode): readonly SyntaxNode[] {
  const children = childrenOf(label).filter((child) => roleOf(child) !== 'comment');
  const block = children.find(({ name }) => name === 'Body');
  if (block) {
    return [block];
  }
  const sign = children.findIndex((child) => /^(?::|=>|->)$/.test(signOf(reading, child)));
  const start = label.name === 'SwitchRule' ? 1 : sign === -1 ? children.length : sign + 1;
  return children.slice(start).filter((child) => signOf(reading, child) !== ',');
}

/** Where a label ends, its colon or arrow included. */
function headEnd({ text }: Reading, label: SyntaxNode, [first]: readonly SyntaxNode[]): number {
  if (first) {
    const isColonWithin = first.name === 'Body';
    return isColonWithin ? first.from + 1 : label.from + text.slice(label.from, first.from).trimEnd().length;
  }
  // Java's grammar has the colon beside the label.
  return label.to + (/^\s*:/.exec(text.slice(label.to, label.to + 20))?.[0].length ?? 0);
}

/** `default`, `_`, or a name that is given to whatever comes. */
function takesAll({ text }: Reading, label: SyntaxNode): boolean {
  const start = text.slice(label.from, Math.min(label.to, label.from + 200));
  const isBinding = label.name.startsWith('Match') && /^(?:case\s+)?[a-z_]\w*\s*(?:=>|:(?!:))/.test(start);
  return isBinding || /^(?:case\s+null\s*,\s*)?default\b/.test(start);
}
