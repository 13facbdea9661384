import { keyForm } from '../keys/keyForm';
import { type Literal, type Reading, textOf } from '../syntax/reading';
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

type Part = Pick<Token, 'from' | 'to' | 'text'>;

function partsOf(reading: Reading, literal: Literal): Part[] {
  const text = textOf(reading, literal);
  if (!literal.isClosed) {
    // What follows an open quote is no part of the literal, however the grammar reads it.
    const [word = ''] = /^[\w:]*/.exec(text) ?? [];
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
