import { keyForm } from '../keys/keyForm';
import { isAboutBitbucket } from '../place/signs';
import { tokenIn } from '../place/tokenIn';
import type { Reading } from '../syntax/reading';
import { inSlices, othersServed, Slice } from '../syntax/turns';
import { bareWordsIn, type Finding, type KeyLookup, keyWordsIn, type Word } from './findings';

export interface Checked {
  readonly findings: readonly Finding[];
  /** Whether the document is about Bitbucket, and holds keys or what is meant as one. */
  readonly holdsKeys: boolean;
}

/**
 * Finds what is wrong with the event keys of a document with signs of Bitbucket. One look over the text tells which texts
 * are doubtful; only for these the document is parsed, by `read`. `undefined` once nobody wants to know any more.
 */
export async function checkDocument(
  lookup: KeyLookup,
  text: string,
  path: string,
  read: () => Promise<Reading | undefined>,
  isWanted: () => boolean = () => true,
): Promise<Checked | undefined> {
  const words = await inSlices(keyWordsIn(text));
  const holdsKeys = lookup.holdsKeys(words) && isAboutBitbucket(text, path, lookup.isKey);
  const doubts = holdsKeys ? lookup.doubtsAmong(words) : [];
  if (holdsKeys && words.some((word) => lookup.isKey(word.text))) {
    doubts.push(...(await inSlices(bareWordsIn(text))));
  }
  if (doubts.length === 0) {
    return { findings: [], holdsKeys };
  }
  const reading = await read();
  const findings: Finding[] = [];
  let slice = new Slice();
  for (const doubt of doubts) {
    if (slice.isOver) {
      await othersServed();
      slice = new Slice();
    }
    if (reading === undefined || !isWanted()) {
      return undefined;
    }
    const finding = await findingAt(lookup, reading, doubt);
    findings.push(...(finding ? [finding] : []));
  }
  return { findings: findings.sort((a, b) => a.from - b.from), holdsKeys };
}

/** What is wrong with a doubtful text, if it is one of a literal's keys, in the document or in a text within that. */
async function findingAt(lookup: KeyLookup, whole: Reading, { text, at }: Word): Promise<Finding | undefined> {
  const { reading, base, token } = await tokenIn(whole, at + 1);
  const isOne = token?.text === text && base + token.from === at && token.others.every((other) => keyForm.test(other));
  const finding = isOne ? lookup.findingAbout(reading, token) : undefined;
  return finding && { ...finding, from: base + finding.from, to: base + finding.to };
}
