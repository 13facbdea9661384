import { keyForm } from '../keys/keyForm';
import { maxDepth, readInner } from '../syntax/innerText';
import { childrenOf, type Literal, literalAt, type Reading } from '../syntax/reading';
import { roleOf } from '../syntax/roles';

/** What may be an event key, or become one: a literal, or one of several in a literal. */
export interface Token {
  /** Without quotes. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly literal: Literal;
  /** The others of the same literal: `"repo:push,pullrequest:created"`. */
  readonly others: readonly string[];
}

/** What separates several keys in one literal. */
const separators = /[\s,;|]+/;

/**
 * The token of a literal at a position: all of it, or one of several keys. `undefined` in sentences: each of the others
 * must be a key, have the form of one, or be empty.
 */
export function tokenAt(reading: Reading, literal: Literal, position: number): Token | undefined {
  const tokens = partsOf(reading, literal);
  const token = tokens.find(({ from, to }) => from <= position && position <= to);
  if (token === undefined) {
    return undefined;
  }
  const others = tokens.filter((part) => part !== token && part.text !== '').map(({ text }) => text);
  return others.every((text) => keyForm.test(text)) ? { ...token, literal, others } : undefined;
}

/** The innermost token at a position, in a text within the text where that is one, and the reading that it is in. */
export async function tokenIn(
  whole: Reading,
  position: number,
  closedAt?: number,
): Promise<{ readonly reading: Reading; readonly token: Token | undefined }> {
  let reading = whole;
  for (let depth = 0; ; depth++) {
    const literal = literalAt(reading, position);
    // In the document, a quote may be open that is closed here.
    const isClosed = depth > 0 || literal?.to !== closedAt;
    const token = literal && tokenAt(reading, isClosed ? literal : { ...literal, isClosed }, position);
    const inner = token && !/[\s"'[\]{}()=]/.test(token.text) ? undefined : await readInner(reading, position);
    if (inner === undefined) {
      return { reading, token };
    }
    if (depth === maxDepth) {
      return { reading: inner, token: undefined };
    }
    reading = inner;
  }
}

/** All tokens of a literal, if they are keys or have the form of one; else it is one text, or none. */
export function tokensOf(reading: Reading, literal: Literal): Token[] {
  const parts = partsOf(reading, literal).filter(({ text }) => text !== '');
  const isList = parts.length > 1;
  return isList && !parts.every(({ text }) => keyForm.test(text))
    ? []
    : parts.map((part) => ({
        ...part,
        literal,
        others: parts.filter((each) => each !== part).map(({ text }) => text),
      }));
}

/** The entry of a map that is all of its map, `pullrequest: created`, as if it were the literal that was meant. */
export function entryAt(reading: Reading, { from, to }: Pick<Token, 'from' | 'to'>, text: string): Token | undefined {
  let node = reading.tree.resolveInner(from, 1);
  while (node.parent && roleOf(node) !== 'entry') {
    node = node.parent;
  }
  const map = node.from === from && node.to === to ? node.parent : null;
  return map && childrenOf(map).length === 1
    ? { from, to, text, literal: { node: map, from, to, quote: '', isClosed: true }, others: [] }
    : undefined;
}

type Part = Pick<Token, 'from' | 'to' | 'text'>;

function partsOf(reading: Reading, literal: Literal): Part[] {
  const text = reading.text.slice(literal.from, literal.to);
  if (!literal.isClosed) {
    // What follows an open quote is no part of the literal, however the grammar reads it.
    const [word = ''] = /^[\w:]*(?:-[\w:]+)*/.exec(text) ?? [];
    return [{ from: literal.from, to: literal.from + word.length, text: word }];
  }
  if (roleOf(literal.node) === 'scalar' && /[\r\n]/.test(text)) {
    return [];
  }
  const parts: Part[] = [];
  let from = literal.from;
  for (const part of text.split(new RegExp(`(${separators.source})`))) {
    if (!separators.test(part)) {
      parts.push({ from, to: from + part.length, text: part });
    }
    from += part.length;
  }
  return parts;
}
