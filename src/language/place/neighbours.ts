import type { SyntaxNode } from '@lezer/common';
import { childrenOf, type Reading, signOf } from '../syntax/reading';
import { isLiteral, roleOf } from '../syntax/roles';

/** Of a list of thousands those that are near say enough. On each side. */
const reach = 500;

/** The literals among what stands beside a node in its list or brackets, and in it. */
export function elementsBeside(child: SyntaxNode): SyntaxNode[] {
  return literalsAmong(siblingsNear(child));
}

/** The members of a union. Unions of several are nested: `('a' | 'b') | 'c'`. */
export function alternativesOf(union: SyntaxNode): SyntaxNode[] {
  let outermost = union;
  while (outermost.parent && (roleOf(outermost.parent) === 'union' || outermost.parent.name === outermost.name)) {
    outermost = outermost.parent;
  }
  return literalsIn(outermost);
}

/** The literals of the maps beside one in a list that `isSame` takes for the same property, and not those of that map. */
export function columnOf(map: SyntaxNode, row: SyntaxNode, isSame: (node: SyntaxNode) => boolean): SyntaxNode[] {
  return siblingsNear(row).flatMap((child) => {
    const other = roleOf(child) === undefined ? child.firstChild : child;
    const isLike = other !== null && other.type === map.type && other.from !== map.from;
    return isLike ? literalsInEntries(other).filter(isSame) : [];
  });
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
export function casesOf(reading: Reading, node: SyntaxNode): SyntaxNode[] {
  return childrenOf(node).flatMap((child) => {
    const role = roleOf(child);
    if (role === 'case') {
      const parts = childrenOf(child);
      const end = parts.findIndex((part) => /^(?::|=>|->)$/.test(signOf(reading, part)));
      return parts
        .slice(0, end === -1 ? undefined : end)
        .flatMap((part) => (isLiteral(part) ? [part] : literalsIn(part)));
    }
    return role === 'group' || role === 'block' || (role === undefined && child.firstChild)
      ? casesOf(reading, child)
      : [];
  });
}

/** The names of the entries beside one in its map, that are literals, and its own. */
export function namesBeside(entry: SyntaxNode, isName: (literal: SyntaxNode) => boolean): SyntaxNode[] {
  return siblingsNear(entry).flatMap((child) => {
    const name =
      isLiteral(child) && isName(child)
        ? child
        : roleOf(child) === 'entry' || roleOf(child) === undefined
          ? child.firstChild
          : null;
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
