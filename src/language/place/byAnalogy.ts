import type { SyntaxNode } from '@lezer/common';
import { isKnownMistake } from '../keys/candidates';
import { type IsKey, keyWords } from '../keys/keyForm';
import { pathOf, type Step } from '../syntax/path';
import { literalAt, literalOf, type Reading, textOf } from '../syntax/reading';
import { isLiteral } from '../syntax/roles';
import { isHeaderOrFlag } from './byName';
import { shapeOf } from './shape';

/** So many keys are looked at, the nearest, and so many other literals beside them. */
const maxKeys = 200;
const maxOthers = 400;
/** And only so far from a place. Characters. */
const reach = 40_000;

/** How many of the literals that stand in a place's shape are keys, or known mistakes. */
export interface Analogy {
  readonly keys: number;
  readonly others: number;
}

/**
 * What stands elsewhere in the document in the same shape as a literal does. If at least half of it are keys, the shape
 * says as much as a name: calls of the same function, the same property of objects in one list, the arms of one `switch`.
 * The literal itself has no say.
 */
export function analogyOf(reading: Reading, literal: SyntaxNode, path: readonly Step[], isKey: IsKey): Analogy {
  const shape = shapeOf(path);
  const analogy = { keys: 0, others: 0 };
  if (shape === undefined) {
    return analogy;
  }
  const isMeant = (text: string): boolean => isKey(text) || isKnownMistake(text, isKey);
  const hasShape = (held: readonly Step[]): boolean => shapeOf(held) === shape;
  const seen = new Set([literal.from]);
  const found = keysNear(reading, literal.from, isMeant);
  for (const node of found) {
    const held = pathOf(reading, node);
    // The header's value says nothing of other headers.
    if (!seen.has(node.from) && hasShape(held) && !isHeaderOrFlag(reading, held)) {
      analogy.keys++;
    }
    seen.add(node.from);
  }
  if (analogy.keys > 0) {
    analogy.others = othersNear(reading, literal, seen, hasShape, isMeant, analogy.keys);
  }
  return analogy;
}

/** The literals that are keys, the nearest ones. */
function keysNear(reading: Reading, position: number, isMeant: (text: string) => boolean): SyntaxNode[] {
  const start = Math.max(0, position - reach);
  const matches = [...reading.text.slice(start, position + reach).matchAll(keyWords)]
    .filter(([text]) => isMeant(text))
    .map(({ index }) => start + index)
    .sort((a, b) => Math.abs(a - position) - Math.abs(b - position));
  return matches.slice(0, maxKeys).flatMap((at) => literalAt(reading, at + 1)?.node ?? []);
}

/** How many other literals have the shape; no more than it takes to outnumber the keys. */
function othersNear(
  reading: Reading,
  literal: SyntaxNode,
  seen: ReadonlySet<number>,
  hasShape: (held: readonly Step[]) => boolean,
  isMeant: (text: string) => boolean,
  enough: number,
): number {
  const candidates: SyntaxNode[] = [];
  const kind = literal.parent?.type;
  reading.tree.iterate({
    from: Math.max(0, literal.from - reach),
    to: literal.to + reach,
    enter: ({ node, type }) => {
      // Most literals differ in what holds them, and need no further look.
      if (isLiteral(node) && !seen.has(node.from) && node.parent?.type === kind && type === literal.type) {
        candidates.push(node);
      }
    },
  });
  candidates.sort((a, b) => Math.abs(a.from - literal.from) - Math.abs(b.from - literal.from));
  let others = 0;
  for (const node of candidates.slice(0, maxOthers)) {
    const text = textOf(reading, literalOf(reading, node));
    others += text !== '' && !isMeant(text) && hasShape(pathOf(reading, node)) ? 1 : 0;
    if (others > enough) {
      break;
    }
  }
  return others;
}
