import type { SyntaxNode } from '@lezer/common';
import type { KeyChecks } from '../check/findings';
import { keyWordsIn } from '../check/words';
import type { Insertion } from '../insert/insertion';
import { contextOf } from '../place/context';
import { type Place, placeOf } from '../place/place';
import { tokensOf } from '../place/tokens';
import { literalAt, literalOf, type Reading, textOf } from '../syntax/reading';
import { prefixAt } from '../uses/prefixes';
import type { Construct } from './arm';
import { readChain } from './chains';
import { readMap } from './maps';
import { mannerOf } from './manner';
import { readSwitch } from './switches';

/** Code that does one thing or another by the event that comes: a `switch`, a `match`, a map, a chain of `if`. */
export interface Dispatch {
  /** The events that it does something with. */
  readonly keys: readonly string[];
  /** What the keys begin with that it takes together: a prefix is tested for. */
  readonly prefixes: readonly string[];
  /** So many arms may be added, at most. */
  readonly room: number;
  /** Arms for further events, which do nothing yet, as one edit. */
  insertion(keys: readonly string[]): Insertion;
}

const readers = [readSwitch, readMap, readChain];

/** The innermost one around a position, unless that is in the body of an arm: someone there is busy with something else. */
export function dispatchAt(
  checks: KeyChecks,
  languageId: string,
  reading: Reading,
  position: number,
): Dispatch | undefined {
  const manner = mannerOf(languageId);
  for (const side of [1, -1] as const) {
    for (let node: SyntaxNode | null = reading.tree.resolveInner(position, side); manner && node; node = node.parent) {
      const around = node;
      for (const read of readers) {
        const construct = read(reading, around, manner);
        const dispatch =
          construct && !isBusy(construct, reading.text, position) && dispatchOf(checks, reading, construct);
        if (dispatch) {
          return dispatch;
        }
      }
    }
  }
  return undefined;
}

/** Whether a position is in the body of an arm, below the line that its head is on. */
function isBusy({ bodies }: Construct, text: string, position: number): boolean {
  return bodies.some(({ from, to }) => from < position && position <= to && text.slice(from, position).includes('\n'));
}

function dispatchOf(checks: KeyChecks, reading: Reading, construct: Construct): Dispatch | undefined {
  const isHandled = (literal: SyntaxNode): boolean =>
    checks.isKey(textAt(reading, literal)) && placeAt(checks, reading, literal)?.purpose === 'handles';
  const keys = construct.literals.filter(isHandled).map((literal) => textAt(reading, literal));
  const write = keys.length > 0 ? construct.writer(isHandled) : undefined;
  return write
    ? {
        keys: [...new Set([...keys, ...keysOfNames(reading, construct.names, checks)])],
        prefixes: construct.literals.flatMap((literal) => {
          const place = placeAt(checks, reading, literal);
          return (place && prefixAt(textAt(reading, literal), place, checks)) ?? [];
        }),
        room: construct.room,
        insertion: write,
      }
    : undefined;
}

function textAt(reading: Reading, literal: SyntaxNode): string {
  return textOf(reading, literalOf(reading, literal));
}

function placeAt(checks: KeyChecks, reading: Reading, literal: SyntaxNode): Place | undefined {
  const [token] = tokensOf(reading, literalOf(reading, literal));
  return token && placeOf(reading, token, { mentionsBitbucket: true, isKey: checks.isKey });
}

/** The keys that constants of the text hold. */
function keysOfNames(reading: Reading, names: readonly string[], checks: KeyChecks): string[] {
  const words = names.length > 0 ? [...keyWordsIn(reading.text)].filter(({ text }) => checks.isKey(text)) : [];
  return words.flatMap(({ text, at }) => {
    const literal = literalAt(reading, at + 1);
    const holder = literal && contextOf(reading, literal.node).find(({ kind }) => kind === 'value');
    return holder && names.includes(holder.name.name) ? [text] : [];
  });
}
