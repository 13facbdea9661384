import type { SyntaxNode } from '@lezer/common';
import { literalOf, type Reading, textOf } from '../syntax/reading';
import { isLiteral, roleOf } from '../syntax/roles';
import { plainName } from './vocabulary';

/** So many entries of a map tell what it is; a map of thousands is a table of something else, and a list is none. */
const maxEntries = 100;
/** `links: { self: { href: … } }`. */
const maxDepth = 2;

/** The texts of a map's entries by their plain names, those of maps in it too: `ref.name`; empty for what is no text. */
export function textsIn(
  reading: Reading,
  map: SyntaxNode,
  nameOf: (entry: SyntaxNode) => string | undefined,
): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const visit = (node: SyntaxNode, prefix: string, depth: number, seen: { count: number }): void => {
    for (let child = node.firstChild; child && seen.count < maxEntries; child = child.nextSibling) {
      const role = roleOf(child);
      if (role === undefined || role === 'entry') {
        visit(child, prefix, depth, seen);
        continue;
      }
      if (!isLiteral(child) && (role !== 'group' || depth === maxDepth)) {
        continue;
      }
      seen.count++;
      const name = nameOf(child);
      if (name !== undefined) {
        texts.set(prefix + plainName(name), isLiteral(child) ? textOf(reading, literalOf(reading, child)) : '');
      }
      if (name !== undefined && !isLiteral(child)) {
        visit(child, `${prefix}${plainName(name)}.`, depth + 1, { count: 0 });
      }
    }
  };
  visit(map, '', 0, { count: 0 });
  return texts;
}
