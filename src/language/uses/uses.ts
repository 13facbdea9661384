import type { Finding } from '../check/finding';
import type { KeyChecks, Topic } from '../check/findings';
import { beginningsIn, keyWordsIn, type Word } from '../check/words';
import { type Place, placeOf } from '../place/place';
import type { Purpose } from '../place/rules';
import { isAboutBitbucket } from '../place/signs';
import { tokenIn } from '../place/tokens';
import type { Reading } from '../syntax/reading';
import { inSlices, isTurnOver, yieldToEventLoop } from '../syntax/turns';
import { defaultIn, switchAround } from './defaults';
import { Names } from './names';
import { prefixAt, prefixInPattern } from './prefixes';

/** A place where a text uses an event, or several. */
export interface Use {
  /** Where it stands; an offset. */
  readonly from: number;
  /** As it is written. */
  readonly text: string;
  readonly purpose: Purpose;
  /** Set where the place takes all events whose keys begin so: a prefix test, a wildcard; empty where it takes any. */
  readonly prefix?: string;
  /** What is wrong with it, if it is no key. */
  readonly finding?: Finding;
}

/**
 * Finds where a text with signs of Bitbucket uses events. Only texts with words that may be keys are parsed, by `read`.
 * `undefined` once nobody wants to know any more.
 */
export async function usesIn(
  checks: KeyChecks,
  text: string,
  path: string,
  read: () => Promise<Reading | undefined>,
  isWanted: () => boolean = () => true,
): Promise<readonly Use[] | undefined> {
  if (!isAboutBitbucket(text, path, checks.isKey)) {
    return [];
  }
  const words = await inSlices(keyWordsIn(text));
  const candidates = [
    ...words.filter((word) => word.entry === undefined && checks.mayBeUse(word.text)),
    ...(await inSlices(beginningsIn(text))),
  ];
  const reading = candidates.length > 0 ? await read() : undefined;
  if (reading === undefined) {
    return candidates.length > 0 ? undefined : [];
  }
  const search = new Search(checks, reading, checks.topicOf(words, text));
  for (const { at } of candidates) {
    if (isTurnOver()) {
      await yieldToEventLoop();
    }
    if (!isWanted()) {
      return undefined;
    }
    await search.lookAt(at);
  }
  return [...search.uses.values()].sort((a, b) => a.from - b.from);
}

/** What was found in a text so far. */
class Search {
  /** By where they stand, and what for. */
  readonly uses = new Map<string, Use>();
  private readonly names: Names;

  constructor(
    private readonly checks: KeyChecks,
    private readonly whole: Reading,
    private readonly topic: Topic,
  ) {
    this.names = new Names(whole.text);
  }

  /** Looks at what begins at an offset. */
  async lookAt(at: Word['at']): Promise<void> {
    const { checks } = this;
    const { reading, token } = await tokenIn(this.whole, at + 1);
    if (reading.language.isProse === true) {
      return;
    }
    if (token === undefined) {
      const prefix = prefixInPattern(reading, at);
      if (prefix !== undefined) {
        this.add({ from: at, text: `${prefix}…`, purpose: 'handles', prefix });
      }
      return;
    }
    const place = placeOf(reading, token, { mentionsBitbucket: true, isKey: checks.isKey });
    const { from, text } = token;
    if (place.context[0]?.deed === 'tells') {
      return;
    }
    const prefix = prefixAt(text, place, checks);
    if (prefix !== undefined) {
      this.add({ from, text, purpose: place.purpose, prefix });
    } else if (checks.isKey(text)) {
      this.addEach(reading, place, { from, text });
    } else {
      const finding = checks.findingAbout(reading, token, this.topic);
      if (finding) {
        this.addEach(reading, place, { from, text, finding });
      }
    }
    this.addDefault(reading, place, token.literal.node.from);
  }

  /** For each purpose that the place has by itself, or by the names that stand for it. */
  private addEach(reading: Reading, place: Place, use: Omit<Use, 'purpose'>): void {
    const named = this.names.purposesOf(reading, place);
    for (const purpose of named.length > 0 ? named : [place.purpose]) {
      this.add({ ...use, purpose });
    }
  }

  /** What a `switch` does with all that it doesn't name. */
  private addDefault(reading: Reading, { purpose }: Place, at: number): void {
    const around = purpose === 'handles' ? switchAround(reading, at) : undefined;
    const from = around && defaultIn(reading, around);
    if (from !== undefined) {
      this.add({ from, text: 'default', purpose: 'handles', prefix: '' });
    }
  }

  private add(use: Use): void {
    this.uses.set(`${use.from} ${use.purpose}`, use);
  }
}
