import type { SyntaxNode } from '@lezer/common';
import { isKnownMistake } from '../keys/candidates';
import { type IsKey, keyWords } from '../keys/keyForm';
import { literalAt, literalOf, type Reading, textOf } from '../syntax/reading';
import { isLiteral } from '../syntax/roles';
import { contextOf } from './context';
import { shapeOf } from './shape';
import type { Step } from './step';
import { type Token, tokensOf } from './tokens';

/** So many keys are looked at, the nearest, and so many other literals beside them. */
const maxKeys = 200;
const maxOthers = 400;
/** And only so far from a place. Characters. */
const reach = 40_000;

/** A token, and what holds it. */
export interface Held {
  readonly reading: Reading;
  readonly token: Token;
  readonly context: readonly Step[];
  readonly isKey: IsKey;
}

/**
 * Whether at least half of what stands elsewhere in the text in the same shape as a literal does are keys, or known
 * mistakes. The shape then says as much as a name: calls of the same function, the same property of objects in one list,
 * the arms of one `switch`. The literal itself has no say.
 */
export function isUsedAlike({ reading, token, context, isKey }: Held): boolean {
  const shape = shapeOf(context);
  if (shape === undefined) {
    return false;
  }
  const literal = token.literal.node;
  const isMeant = (text: string): boolean => isKey(text) || isKnownMistake(text, isKey);
  const hasShape = (held: readonly Step[]): boolean => shapeOf(held) === shape;
  const seen = new Set([literal.from]);
  let keys = 0;
  for (const node of keysNear(reading, literal.from, isMeant)) {
    const held = contextOf(reading, node);
    // The header's value says nothing of other headers.
    keys += !seen.has(node.from) && hasShape(held) && held[0]?.isLabelled !== true ? 1 : 0;
    seen.add(node.from);
  }
  return keys > 0 && keys >= othersNear(reading, literal, seen, hasShape, isMeant, keys);
}

/** The literals that are keys, the nearest ones. */
function keysNear(reading: Reading, position: number, isMeant: (text: string) => boolean): SyntaxNode[] {
  const start = Math.max(0, position - reach);
  const matches = [...reading.text.slice(start, position + reach).matchAll(keyWords)]
    .filter(([text]) => isMeant(text))
    .map(({ index }) => start + index)
    .sort((a, b) => Math.abs(a - position) - Math.abs(b - position));
  return matches.slice(0, maxKeys).flatMap((at) => {
    const literal = literalAt(reading, at + 1);
    // A sentence or a program in quotes, in which a key occurs, is none.
    return literal && tokensOf(reading, literal).length > 0 ? [literal.node] : [];
  });
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
    others += text !== '' && !isMeant(text) && hasShape(contextOf(reading, node)) ? 1 : 0;
    if (others > enough) {
      break;
    }
  }
  return others;
}
