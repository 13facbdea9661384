import type { SyntaxNode } from '@lezer/common';
import { nameOfValue, type Step } from '../syntax/path';
import { literalOf, type Reading, textOf } from '../syntax/reading';
import { isLiteral, roleOf } from '../syntax/roles';

/** Of a list of thousands those that are near say enough. On each side. */
const reach = 500;

/** The texts beside a literal: in its list, union, `switch`, arguments or column of a table, or as names in its map. */
export function textsBeside(reading: Reading, path: readonly Step[]): string[] {
  const own = path[0]?.child;
  return literalsBeside(reading, path)
    .filter((node) => node.from !== own?.from)
    .map((node) => textOf(reading, literalOf(reading, node)));
}

/** The same as nodes, with the literal's own. */
export function literalsBeside(reading: Reading, path: readonly Step[]): SyntaxNode[] {
  const [first, second] = path;
  switch (first?.kind) {
    case 'case':
      return casesOf(reading, enclosing(first.node, 'switch'));
    case 'alternative':
      return literalsIn(outermost(first.node));
    case 'key':
      return second ? namesIn(siblingsNear(second.child)) : [];
    case 'element':
    case 'argument':
      return literalsAmong(siblingsNear(first.child));
    case 'value':
      return columnOf(reading, path);
    default:
      return [];
  }
}

/** The same property of the maps beside in a list. */
function columnOf(reading: Reading, [value, map, row]: readonly Step[]): SyntaxNode[] {
  if (value?.kind !== 'value' || map?.kind !== 'member' || row?.kind !== 'element') {
    return [];
  }
  const own = map.node;
  return siblingsNear(row.child).flatMap((child) => {
    const other = roleOf(child) === undefined ? child.firstChild : child;
    const isLike = other !== null && other.type === own.type && other.from !== own.from;
    return isLike ? valuesNamed(reading, other, value.name) : [];
  });
}

function valuesNamed(reading: Reading, map: SyntaxNode, name: string): SyntaxNode[] {
  return literalsInEntries(map).filter((node) => nameOfValue(reading, node) === name);
}

function literalsInEntries(node: SyntaxNode): SyntaxNode[] {
  return childrenOf(node).flatMap((child) => {
    const role = roleOf(child);
    return isLiteral(child) ? [child] : role === undefined || role === 'entry' ? literalsInEntries(child) : [];
  });
}

/** Literals in a node, not those in brackets of their own. */
export function literalsIn(node: SyntaxNode): SyntaxNode[] {
  return literalsAmong(childrenOf(node));
}

function literalsAmong(nodes: readonly SyntaxNode[]): SyntaxNode[] {
  return nodes.flatMap((child) => {
    if (isLiteral(child)) {
      return [child];
    }
    const role = roleOf(child);
    return role === undefined || role === 'union' ? literalsIn(child) : [];
  });
}

/** What a `switch` compares: up to the colon or the arrow of each case. */
function casesOf(reading: Reading, node: SyntaxNode): SyntaxNode[] {
  return childrenOf(node).flatMap((child) => {
    const role = roleOf(child);
    if (role === 'case') {
      const parts = childrenOf(child);
      const end = parts.findIndex(({ from, to }) => /^(?::|=>|->)$/.test(reading.text.slice(from, to)));
      return parts
        .slice(0, end === -1 ? undefined : end)
        .flatMap((part) => (isLiteral(part) ? [part] : literalsIn(part)));
    }
    return role === 'group' || role === 'block' || (role === undefined && child.firstChild)
      ? casesOf(reading, child)
      : [];
  });
}

/** The names of a map's entries that are literals. */
function namesIn(children: readonly SyntaxNode[]): SyntaxNode[] {
  return children.flatMap((child) => {
    const isFlat = isLiteral(child) && child.nextSibling !== null && !child.prevSibling?.name.startsWith(':');
    const name = isFlat ? child : roleOf(child) === 'entry' || roleOf(child) === undefined ? child.firstChild : null;
    const literal = name && roleOf(name) === 'key' ? name.firstChild : name;
    return literal && isLiteral(literal) ? [literal] : [];
  });
}

/** Whether a list has maps among its elements. */
export function hasMaps(list: SyntaxNode): boolean {
  return childrenOf(list).some((child) => {
    const own = roleOf(child) === undefined ? child.firstChild : child;
    return own !== null && childrenOf(own).some((entry) => roleOf(entry) === 'entry');
  });
}

/** A node and those beside it. */
function siblingsNear(node: SyntaxNode): SyntaxNode[] {
  const [before, behind]: [SyntaxNode[], SyntaxNode[]] = [[], []];
  for (let at = node.prevSibling; at && before.length < reach; at = at.prevSibling) {
    before.push(at);
  }
  for (let at = node.nextSibling; at && behind.length < reach; at = at.nextSibling) {
    behind.push(at);
  }
  return [...before.reverse(), node, ...behind];
}

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    children.push(child);
  }
  return children;
}

function enclosing(node: SyntaxNode, role: string): SyntaxNode {
  let at = node;
  while (at.parent && roleOf(at) !== role) {
    at = at.parent;
  }
  return at;
}

/** Unions of several members are nested: `('a' | 'b') | 'c'`. */
function outermost(union: SyntaxNode): SyntaxNode {
  let at = union;
  while (at.parent && (roleOf(at.parent) === 'union' || at.parent.name === at.name)) {
    at = at.parent;
  }
  return at;
}
