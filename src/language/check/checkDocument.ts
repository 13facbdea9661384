import { keyForm } from '../keys/keyForm';
import { headerFindings, headerWordsIn } from '../headers/headerFindings';
import { isAboutBitbucket } from '../place/signs';
import { entryAt, tokenIn } from '../place/tokens';
import type { Reading } from '../syntax/reading';
import { inSlices, isTurnOver, yieldToEventLoop } from '../syntax/turns';
import { connectFinding, isConnectDescriptor } from './connect';
import type { Finding } from './finding';
import type { KeyChecks, Topic } from './findings';
import { bareWordsIn, keyWordsIn, type Word } from './words';

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
  checks: KeyChecks,
  text: string,
  path: string,
  read: () => Promise<Reading | undefined>,
  isWanted: () => boolean = () => true,
): Promise<Checked | undefined> {
  const words = await inSlices(keyWordsIn(text));
  const holdsKeys = checks.holdsKeys(words) && isAboutBitbucket(text, path, checks.isKey);
  const doubts = holdsKeys ? checks.doubtsAmong(words) : [];
  if (holdsKeys && words.some((word) => checks.isKey(word.text))) {
    doubts.push(...(await inSlices(bareWordsIn(text, checks.known))));
  }
  const isConnect = isConnectDescriptor(path);
  const headers = headerWordsIn(text);
  const isOurs = headers.length > 0 && isAboutBitbucket(text, path, checks.isKey);
  if (doubts.length === 0 && !isConnect && !isOurs) {
    return { findings: [], holdsKeys };
  }
  const topic = checks.topicOf(words, text);
  const reading = await read();
  if (reading === undefined) {
    return undefined;
  }
  const connect = isConnect ? connectFinding(reading, checks.isKey) : undefined;
  const findings: Finding[] = [
    ...(connect ? [connect] : []),
    ...(isOurs ? await headerFindings(reading, headers) : []),
  ];
  for (const doubt of doubts) {
    if (isTurnOver()) {
      await yieldToEventLoop();
    }
    if (!isWanted()) {
      return undefined;
    }
    const finding = await findingAt(checks, reading, doubt, topic);
    findings.push(...(finding ? [finding] : []));
  }
  return { findings: findings.sort((a, b) => a.from - b.from), holdsKeys };
}

/** What is wrong with a doubtful text, if it is one of a literal's keys, in the document or in a text within that. */
async function findingAt(
  checks: KeyChecks,
  whole: Reading,
  { text, at, entry }: Word,
  topic: Topic,
): Promise<Finding | undefined> {
  const { reading, token: found } = await tokenIn(whole, at + 1);
  const token = entry === undefined ? found : entryAt(reading, { from: at, to: at + entry.length }, text);
  const isOne = token?.text === text && token.from === at && token.others.every((other) => keyForm.test(other));
  return isOne ? checks.findingAbout(reading, token, topic) : undefined;
}
