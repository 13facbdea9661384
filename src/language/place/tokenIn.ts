import { literalAt, type Reading } from '../syntax/reading';
import { type InnerText, maxDepth, textsAt } from '../syntax/texts';
import { type Token, tokenAt } from './tokens';

interface At extends InnerText {
  readonly token: Token | undefined;
}

/**
 * The token at a position, in a text within the text where that is one.
 *
 * @param closedAt Where a quote was closed that is open in the document.
 */
export async function tokenIn(whole: Reading, position: number, closedAt?: number): Promise<At> {
  let found: At = { reading: whole, base: 0, token: undefined };
  for await (const { reading, base, depth } of textsAt(whole, position)) {
    if (depth > maxDepth) {
      return { reading, base, token: undefined };
    }
    const at = position - base;
    const literal = literalAt(reading, at);
    const isClosed = depth > 0 || literal?.to !== closedAt;
    const token = literal && tokenAt(reading, isClosed ? literal : { ...literal, isClosed }, at);
    found = { reading, base, token };
    if (token && !/[\s"'[\]{}()=]/.test(token.text)) {
      break;
    }
  }
  return found;
}
