import type { SyntaxNode } from '@lezer/common';
import { isKnownMistake } from '../keys/candidates';
import { type IsKey, isStartOfKey } from '../keys/keyForm';
import { contextOf } from '../place/context';
import { isTag, isValue } from '../place/rules';
import type { Step } from '../place/step';
import { type Token, tokenAt } from '../place/tokens';

import { type Literal, type Reading, textOf } from '../syntax/reading';
import { roleOf } from '../syntax/roles';
import { blockItems } from './blockList';
import { type Insertion, inSentence, type Selected } from './insertion';
import { lineStart, listOf, marksBetween, outside, quoted } from './written';

/** In place of a literal, beside it, or as a further key in it. */
export function inLiteral(
  reading: Reading,
  literal: Literal,
  selected: Selected,
  keys: readonly string[],
  isKey: IsKey,
): Insertion {
  const token = tokenAt(reading, literal, Math.max(selected.from, literal.from));
  if (token === undefined) {
    return inSentence(selected, keys);
  }
  const { text } = token;
  const isUnfinished = isStartOfKey(text) && !isKey(text);
  const isReplaced = selected.from < selected.to || isUnfinished || isKnownMistake(text, isKey);
  const context = contextOf(reading, literal.node);
  return (
    (token.others.length > 0 || isWords(literal)
      ? undefined
      : asLiterals(reading, literal, context, keys, isReplaced)) ?? inOneLiteral(reading, token, keys, isReplaced)
  );
}

/** Literals of their own; `undefined` where only one can stand. */
function asLiterals(
  reading: Reading,
  literal: Literal,
  context: readonly Step[],
  keys: readonly string[],
  isReplaced: boolean,
): Insertion | undefined {
  const [first, second] = context;
  if (first?.separator === 'mark' && textBefore(reading, first.child) === '-') {
    return blockItems(reading, literal, first.child, keys, isReplaced);
  }
  const literals = keys.map((key) => quoted(key, literal.quote));
  const separator = separatorAt(reading, context);
  const whole = outside(literal);
  if (separator !== undefined) {
    return isReplaced
      ? { ...whole, text: literals.join(separator) }
      : { from: whole.to, to: whole.to, text: separator + literals.join(separator) };
  }
  const all = isReplaced ? literals : [reading.text.slice(whole.from, whole.to), ...literals];
  if (all.length === 1) {
    return { ...whole, text: all.join() };
  }
  const { list, isTyped } = reading.language;
  const mayBeList = first !== undefined && isValue(first) && !(second && isTag(second)) && isTyped !== true;
  return list && mayBeList ? { ...whole, text: listOf(all, list) } : undefined;
}

/** Ruby's `%w[…]`. */
function isWords({ quote }: Literal): boolean {
  return quote.startsWith('%');
}

/** One literal that holds several keys can stand wherever one can. */
function inOneLiteral(reading: Reading, token: Token, keys: readonly string[], isReplaced: boolean): Insertion {
  const used = /[,;|]?\s+|[,;|]/.exec(textOf(reading, token.literal).trimStart())?.[0];
  const separator = used ?? (isWords(token.literal) ? ' ' : ',');
  const joined = keys.join(separator);
  return isReplaced
    ? { from: token.from, to: token.to, text: joined }
    : { from: token.to, to: token.to, text: separator + joined };
}

/** What stands between literals of a list, a call, a union or the cases of a `switch`; `undefined` where one stands alone. */
function separatorAt(reading: Reading, [first]: readonly Step[]): string | undefined {
  switch (first?.separator) {
    case 'mark':
      return marksBetween(reading.language, lineStart(reading, first.child)).join('');
    case 'bar':
      return ' | ';
    case 'case':
      return /^Case(?:Label|Statement)$/.test(first.node.name) ? ': case ' : (reading.language.caseSeparator ?? ', ');
    default:
      return reading.language.isProse === true ? ', ' : undefined;
  }
}

function textBefore(reading: Reading, node: SyntaxNode): string {
  const previous = node.prevSibling;
  return previous && roleOf(previous) !== 'comment' ? textOf(reading, previous) : '';
}
