import { isKnownMistake } from '../keys/candidates';
import { isDataCenterKey } from '../../events/dataCenter';
import { type IsKey, isStartOfKey, looksLikeAttempt } from '../keys/keyForm';
import { rightKeysForWord } from '../../events/words';
import { pathAround, pathOf, type Step } from '../syntax/path';
import type { Reading } from '../syntax/reading';
import { analogyOf } from './byAnalogy';
import { isNamed, isToldBeside } from './byName';
import { isEventListName, isProseName, isRightsName, lastName } from './names';
import { productAround } from './product';
import { textsBeside } from './siblings';
import type { Token } from './tokens';

/**
 * What speaks for a key at a place. `named`: what is around says so by its names. `alike`: it is used as keys are elsewhere
 * in the document. `weak`: nothing does, and nothing speaks against one. `none`: something else stands there.
 */
export type Strength = 'named' | 'alike' | 'weak' | 'none';

export interface Place {
  readonly strength: Strength;
  readonly path: readonly Step[];
  /** The other texts of the same list, union, `switch` or map. */
  readonly beside: readonly string[];
}

/** What is known of the document around a place. */
export interface About {
  /** Whether the document has signs of Bitbucket. */
  readonly speaks: boolean;
  readonly isKey: IsKey;
}

/** What of regular expressions and templates no list of keys has: a piece of a key may be anything there. */
const pattern = /[\^$()[\]{}*+?\\"'`]|%s|<.*>/;

export function placeOf(reading: Reading, token: Token, about: About): Place {
  const path = pathOf(reading, token.literal.node);
  const beside = [...textsBeside(reading, path), ...token.others];
  return { strength: strengthOf(reading, token, path, beside, about), path, beside };
}

function strengthOf(
  reading: Reading,
  token: Token,
  path: readonly Step[],
  beside: readonly string[],
  about: About,
): Strength {
  const isAlike = (): boolean => {
    if (!about.speaks) {
      return false;
    }
    const { keys, others } = analogyOf(reading, token.literal.node, path, about.isKey);
    return keys > 0 && keys >= others;
  };
  if (isElse(reading, token, path)) {
    return 'none';
  }
  if (path[0]?.kind === 'key') {
    return isAlike() ? 'alike' : 'none';
  }
  const company = isToldBeside(reading, path) ? 'unknown' : companyOf(beside, about.isKey);
  if (company === 'foreign' && isAmongItsLike(path)) {
    return 'none';
  }
  if (company !== 'keys' && productAround(reading, path) === 'other') {
    return 'none';
  }
  if (company !== 'few' && isNamed(reading, path)) {
    return 'named';
  }
  if (company === 'keys' && isAmongItsLike(path) && about.speaks) {
    return 'alike';
  }
  if (isAlike()) {
    return 'alike';
  }
  return isProse(path) ? 'none' : 'weak';
}

/** In a list or a column, where all is of one kind; not in a row, or among arguments. */
function isAmongItsLike([first, second]: readonly Step[]): boolean {
  return (
    first?.kind === 'value' ||
    first?.kind === 'alternative' ||
    (first?.kind === 'element' && second?.kind !== 'element')
  );
}

/** Where no key stands: rights, sentences, imports, patterns, pieces of longer texts. */
function isElse(reading: Reading, { literal, text }: Token, path: readonly Step[]): boolean {
  if (
    (path.length === 0 && reading.language.isProse !== true) ||
    path.some(({ kind }) => kind === 'import' || kind === 'part') ||
    pattern.test(text) ||
    pattern.test(reading.text.slice(literal.from, literal.to))
  ) {
    return true;
  }
  return isOfRights(reading, path);
}

/** In a list of scopes or permissions: the nearest name that says either. */
function isOfRights(reading: Reading, path: readonly Step[]): boolean {
  for (const step of path.slice(0, 5)) {
    if ('name' in step && step.kind !== 'operand') {
      const name = lastName(step.name) || step.name;
      if (isRightsName(name) || isEventListName(name)) {
        return isRightsName(name);
      }
    }
  }
  const around = pathAround(reading);
  return around !== undefined && isOfRights(around.reading, around.path);
}

/** Titles, messages, addresses, names of modules. */
function isProse([first]: readonly Step[]): boolean {
  return (
    (first?.kind === 'value' && isProseName(lastName(first.name) || first.name)) ||
    (first?.kind === 'argument' && proseFunction.test(first.callee))
  );
}

const proseFunction =
  /(?:^|\W)(?:describe|it|test|log|info|warn|warning|error|debug|trace|print|println|printf|echo|puts|t|Error|Exception|fetch|require|import|panic|raise|throw)\s*$/;

/**
 * What stands beside. `keys`: at least half of it are keys of Bitbucket Cloud, or meant as such; `few`: less of it. `foreign`:
 * another product's words.
 */
type Company = 'keys' | 'few' | 'foreign' | 'unknown';

function companyOf(texts: readonly string[], isKey: IsKey): Company {
  const isUnfinished = (text: string): boolean => isStartOfKey(text) && !isDataCenterKey(text);
  const words = texts.filter((text) => text !== '' && text !== '*' && !isUnfinished(text));
  const isOurs = (text: string): boolean => isKey(text) || isKnownMistake(text, isKey);
  const ours = texts.filter(isOurs).length;
  if (ours > 0) {
    return 2 * ours >= texts.length ? 'keys' : 'few';
  }
  const isPerhaps = (text: string): boolean => looksLikeAttempt(text) || rightKeysForWord(text).length > 0;
  return words.length > 0 && !words.some(isPerhaps) ? 'foreign' : 'unknown';
}
