import { literalsIn } from '../place/neighbours';
import { senseOf } from '../place/vocabulary';
import type { Language } from '../syntax/language';
import { type Reading, textOf } from '../syntax/reading';
import { roleOf } from '../syntax/roles';
import { blockList, emptyItem } from './blockList';
import { type Insertion, inSentence, plainInsertion, type Selected } from './insertion';
import { type Around, childrenAround, quoteAt } from './surroundings';
import { lineStart, listOf, marksBetween, quoted } from './written';

/** Where no literal is: in brackets, as a value, on a line of its own, in a sentence. */
export function betweenLiterals(reading: Reading, selected: Selected, keys: readonly string[]): Insertion {
  const { text, language, tree } = reading;
  const { holder, previous, next } = childrenAround(reading, selected);
  const lineFrom = text.lastIndexOf('\n', selected.from - 1) + 1;
  const before = text.slice(lineFrom, selected.from);
  const isBlank = before.trim() === '' && /^[^\S\n]*(?:\n|$)/.test(text.slice(selected.to));
  const isBlock = language.hasBlockLists === true && (holder === undefined || holder.name.startsWith('Block'));
  if (roleOf(tree.resolveInner(selected.from, -1)) === 'comment') {
    return inSentence(selected, keys);
  }
  if (isBlock && previous && textOf(reading, previous) === '-') {
    return emptyItem(reading, previous, selected, keys);
  }
  if (isBlock && isBlank) {
    return blockList(reading, { from: lineFrom, to: selected.to }, keys);
  }
  const name = nameOfValue.exec(before.slice(-200))?.[1];
  if ((isBlock && name === undefined) || (language.literalSyntaxUnknown === true && holder === undefined)) {
    const words = language.isProse === true ? keys.map((key) => quoted(key, '`')) : keys;
    return isBlank ? plainInsertion(selected, words) : inSentence(selected, words);
  }
  const quote = quoteAt(reading, holder, selected.from);
  if (name !== undefined || holder === undefined) {
    const space = isBlock && before.endsWith(':') ? ' ' : '';
    return { ...selected, text: space + asValue(keys, quote, language, isListName(name ?? '')) };
  }
  return betweenElements(reading, selected, { holder, previous, next }, keys, quote);
}

function isListName(name: string): boolean {
  return senseOf(name) === 'event' && /(?:s|list|set|array)$/i.test(name);
}

/** The name before the sign of an assignment or entry, where its value is missing. */
const nameOfValue = /([\w-]*)["'\]]*\s*(?<![=!<>])(?::?=|:|=>)\s*$/;

function asValue(keys: readonly string[], quote: string, { list }: Language, isList: boolean): string {
  const literals = keys.map((key) => quoted(key, quote));
  return list && (isList || keys.length > 1) ? listOf(literals, list) : quoted(keys.join(','), quote);
}

function betweenElements(
  reading: Reading,
  selected: Selected,
  { holder, previous, next }: Around,
  keys: readonly string[],
  quote: string,
): Insertion {
  const { text, language } = reading;
  const first = holder && literalsIn(holder)[0];
  const [mark, space] = marksBetween(language, first && lineStart(reading, first));
  const [left, right] = [previous, next].map((node) => (node ? textOf(reading, node) : ''));
  const isFirst = /^$|[[({<]$/.test(left ?? '');
  const isBehindMark = /^[,;|]$/.test(left ?? '');
  const isLast = /^$|^[\])}>,;|]/.test(right ?? '');
  const before = isFirst ? '' : (isBehindMark ? '' : mark) + (/\s/.test(text.charAt(selected.from - 1)) ? '' : space);
  const after = isLast ? '' : mark + (/\s/.test(text.charAt(selected.to)) ? '' : space);
  const isClosedBelow = /^\s*\n\s*[\])}]/.test(text.slice(selected.to));
  const isMarked = language.closingMark === 'needed' || (language.closingMark === 'kept' && isBehindMark);
  const end = isLast && isClosedBelow && isMarked ? mark : after;
  return { ...selected, text: before + keys.map((key) => quoted(key, quote)).join(mark + space) + end };
}
