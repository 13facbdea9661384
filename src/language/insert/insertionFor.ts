import type { SyntaxNode } from '@lezer/common';
import { isKnownMistake } from '../keys/candidates';
import { type IsKey, isStartOfKey } from '../keys/keyForm';
import { type Token, tokenAt } from '../place/tokens';
import type { Language } from '../syntax/language';
import { pathOf, type Step } from '../syntax/path';
import { type Literal, literalAt, type Reading, textOf } from '../syntax/reading';
import { roleOf } from '../syntax/roles';
import { blockItems, blockList, emptyItem } from './blockList';
import { childrenAround, quoteAt, quoted } from './surroundings';

/** A replacement; offsets. The new text has `\n` as line break, whatever the document's own is. */
export interface Insertion {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What is selected, or where the cursor is. */
export interface Selected {
  readonly from: number;
  readonly to: number;
}

/**
 * How keys are written at a place, in the form that the grammar wants there: items of a YAML list, elements of an array with
 * quotes and commas, further keys of a literal that holds several, one literal, or a list where one value is expected and
 * several keys come. What is selected is replaced, and so is a literal that is empty, half typed or a known mistake; beside
 * all others the keys are added.
 */
export function insertionFor(reading: Reading, selected: Selected, keys: readonly string[], isKey: IsKey): Insertion {
  const literal = literalAt(reading, selected.from);
  if (literal && selected.to <= outside(literal).to) {
    return inLiteral(reading, literal, selected, keys, isKey);
  }
  const isSelected = selected.from < selected.to;
  const first = isSelected ? literalAt(reading, selected.from + 1) : undefined;
  return first && first.node.from <= selected.from && first.to <= selected.to && selected.to <= first.node.to
    ? inLiteral(reading, first, selected, keys, isKey)
    : betweenLiterals(reading, selected, keys);
}

/** Where no grammar says how: each on a line. */
export function plainInsertion({ from, to }: Selected, keys: readonly string[]): Insertion {
  return { from, to, text: keys.join('\n') };
}

function inLiteral(
  reading: Reading,
  literal: Literal,
  selected: Selected,
  keys: readonly string[],
  isKey: IsKey,
): Insertion {
  const token = tokenAt(reading, literal, Math.max(selected.from, literal.from));
  if (token === undefined) {
    // A sentence.
    return { ...selected, text: keys.join(', ') };
  }
  const { text } = token;
  const isUnfinished = isStartOfKey(text) && !isKey(text);
  const isReplaced = selected.from < selected.to || isUnfinished || isKnownMistake(text, isKey);
  const path = pathOf(reading, literal.node);
  return (
    (token.others.length > 0 ? undefined : asLiterals(reading, literal, path, keys, isReplaced)) ??
    inOneLiteral(reading, token, keys, isReplaced)
  );
}

/** Literals of their own; `undefined` where only one can stand. */
function asLiterals(
  reading: Reading,
  literal: Literal,
  path: readonly Step[],
  keys: readonly string[],
  isReplaced: boolean,
): Insertion | undefined {
  const [first, second] = path;
  if (first?.kind === 'element' && textBefore(reading, first.child) === '-') {
    return blockItems(reading, literal, first.child, keys, isReplaced);
  }
  const literals = keys.map((key) => quoted(key, literal.quote));
  const separator = separatorAt(reading, path);
  const whole = outside(literal);
  if (separator !== undefined) {
    return isReplaced
      ? { ...whole, text: literals.join(separator) }
      : { from: whole.to, to: whole.to, text: separator + literals.join(separator) };
  }
  const all = isReplaced ? literals : [reading.text.slice(whole.from, whole.to), ...literals];
  const { list } = reading.language;
  const mayBeList = first?.kind === 'value' && second?.kind !== 'tag';
  return all.length === 1 || (list && mayBeList) ? { ...whole, text: listOf(all, list) } : undefined;
}

/** One literal that holds several keys can stand wherever one can. */
function inOneLiteral(reading: Reading, token: Token, keys: readonly string[], isReplaced: boolean): Insertion {
  const separator = /[,;|]?\s+|[,;|]/.exec(textOf(reading, token.literal).trimStart())?.[0] ?? ',';
  const joined = keys.join(separator);
  return isReplaced
    ? { from: token.from, to: token.to, text: joined }
    : { from: token.to, to: token.to, text: separator + joined };
}

/** One literal, or several as a list. */
function listOf(literals: readonly string[], [start, separator, end]: Language['list'] = ['', ', ', '']): string {
  return literals.length === 1 ? literals.join() : start + literals.join(separator) + end;
}

/** What stands between literals of a list, a call, a union or the cases of a `switch`; `undefined` where one stands alone. */
function separatorAt(reading: Reading, [first]: readonly Step[]): string | undefined {
  switch (first?.kind) {
    case 'element':
    case 'argument': {
      const line = lineStart(reading, first.child);
      return line === undefined ? ', ' : `,\n${line}`;
    }
    case 'alternative':
      return ' | ';
    case 'case':
      return /^Case(?:Label|Statement)$/.test(first.node.name) ? ': case ' : (reading.language.caseSeparator ?? ', ');
    default:
      return undefined;
  }
}

/** The blanks before a node that is the first on its line. */
function lineStart({ text }: Reading, { from }: SyntaxNode): string | undefined {
  const before = text.slice(text.lastIndexOf('\n', from - 1) + 1, from);
  return before.trim() === '' && from > before.length ? before : undefined;
}

function betweenLiterals(reading: Reading, selected: Selected, keys: readonly string[]): Insertion {
  const { text, language } = reading;
  const { holder, previous, next } = childrenAround(reading, selected);
  const lineFrom = text.lastIndexOf('\n', selected.from - 1) + 1;
  const isBlank =
    /^[^\S\n]*(?:\n|$)/.test(text.slice(selected.to)) && text.slice(lineFrom, selected.from).trim() === '';
  const isBlock = language.hasBlockLists === true && (holder === undefined || holder.name.startsWith('Block'));
  if (isBlock && previous && textOf(reading, previous) === '-') {
    return emptyItem(reading, previous, selected, keys);
  }
  if (isBlock && isBlank) {
    return blockList(reading, { from: lineFrom, to: selected.to }, keys);
  }
  if (language.isGuessed === true && holder === undefined) {
    return plainInsertion(selected, keys);
  }
  const quote = quoteAt(reading, holder, selected.from);
  const literals = keys.map((key) => quoted(key, quote));
  const isValue = /(?:[:=]|=>)\s*$/.test(text.slice(Math.max(0, selected.from - 50), selected.from));
  if (isBlock) {
    const space = text.slice(0, selected.from).endsWith(':') ? ' ' : '';
    return isValue ? { ...selected, text: space + listOf(literals, language.list) } : plainInsertion(selected, keys);
  }
  if (isValue || holder === undefined) {
    return { ...selected, text: listOf(literals, language.list) };
  }
  const before = previous && !/[[({<,;|]$/.test(textOf(reading, previous)) ? ', ' : '';
  const after = next && !/^[\])}>,;|]/.test(textOf(reading, next)) ? ',' : '';
  const space = after !== '' && /^\S/.test(text.slice(selected.to)) ? ' ' : '';
  return { ...selected, text: before + literals.join(', ') + after + space };
}

/** With its quotes. */
function outside(literal: Literal): Selected {
  return { from: literal.from - literal.quote.length, to: literal.isClosed ? literal.node.to : literal.to };
}

function textBefore(reading: Reading, node: SyntaxNode): string {
  const previous = node.prevSibling;
  return previous && roleOf(previous) !== 'comment' ? textOf(reading, previous) : '';
}
