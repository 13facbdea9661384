import { forgePrefix } from '../../events/forge';
import { rightKeysForWord } from '../../events/words';
import { forgeWords } from '../keys/forgeNames';
import { familyNames, keyWords } from '../keys/keyForm';

/** A word of a document that may be a key, right or wrong. */
export interface Word {
  readonly text: string;
  /** Where it begins in the document. */
  readonly at: number;
  /** Whether a blank is between it and a quote. */
  readonly isPadded?: boolean;
  /** The entry of a map that a YAML list has in place of the key: `pullrequest: created`. */
  readonly entry?: string;
}

/** A word that is all of a literal, or of an item in YAML. */
const anyWord = /(?<=["'`,;|\s])[A-Za-z]\w{3,}(?=["'`,;|\s]|$)/g;

/** The words of a text that have the form of a key. */
export function* keyWordsIn(text: string): Generator<Word> {
  for (const match of text.matchAll(keyWords)) {
    const [key, at] = [match[0], match.index];
    if (key.startsWith(forgePrefix)) {
      // Perhaps only a part: these have hyphens, too.
      continue;
    }
    const before = /["'`]\s$/.test(text.slice(Math.max(0, at - 2), at));
    const behind = /^\s["'`]/.test(text.slice(at + key.length, at + key.length + 2));
    yield { text: key, at, isPadded: before || behind };
  }
  for (const pattern of [dottedOrWild, forgeWords]) {
    for (const match of text.matchAll(pattern)) {
      yield { text: match[0], at: match.index };
    }
  }
  for (const match of text.matchAll(entries)) {
    yield { text: match[0].replace(/\s+/, ''), at: match.index, entry: match[0] };
  }
}

const family = `(?:${familyNames.join('|')})`;
/** `pullrequest.created`, `pullrequest:*`. */
const dottedOrWild = new RegExp(`(?<![\\w.:/])${family}(?:\\.[a-z_]+|:\\*)(?![\\w.(])`, 'g');
/** `- pullrequest: created`. */
const entries = new RegExp(`(?<=^[^\\S\\n]*- )${family}:[^\\S\\n]+[a-z_]+(?=\\s*$)`, 'gm');

/** What keys may begin with, as far as it is no key: `pullrequest:`, `repo:commit_status_`, a family's name or `*` in quotes. */
export function* beginningsIn(text: string): Generator<Word> {
  for (const match of text.matchAll(beginnings)) {
    yield { text: match[0], at: match.index };
  }
}

const beginnings = new RegExp(
  `(?<![\\w:.-])(?:${familyNames.join('|')})(?::(?:[a-z_]*_)?(?![\\w:])|(?=["'\`]|\\.?\\*))|(?<=["'\`])\\*{1,2}(?=["'\`])`,
  'g',
);

/**
 * The words that people write for a key, such as `merged`, and the verbs of keys themselves; among keys they are meant as
 * one. `undefined` for all others.
 */
export function* bareWordsIn(text: string, keys: readonly string[]): Generator<Word | undefined> {
  const verbs = new Set(keys.map(verbOf));
  for (const match of text.matchAll(anyWord)) {
    const isMeant = rightKeysForWord(match[0]).length > 0 || verbs.has(match[0]);
    yield isMeant ? { text: match[0], at: match.index } : undefined;
  }
}

/** What stands behind the family: `push`. */
export function verbOf(key: string): string {
  return key.slice(key.indexOf(':') + 1);
}
