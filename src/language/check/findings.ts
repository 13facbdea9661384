import { leastSure } from '../../catalog/storedList';
import { candidatesFor, isKnownMistake } from '../keys/candidates';
import { connectOnly } from '../../events/connect';
import { isDataCenterKey } from '../../events/dataCenter';
import { translate } from '../../events/dialects';
import { isRemoved } from '../../events/removed';
import { forgeListDate, forgePrefix } from '../../events/forge';
import { familyOf, looksLikeAttempt, wildcard } from '../keys/keyForm';
import type { KnownEvents } from '../keys/knownEvents';
import { rightKeysForWord } from '../../events/words';
import { namesDataCenter } from '../place/signs';
import { isExpected, type Place, placeOf } from '../place/place';
import { isInRow, isListed } from '../place/rules';
import type { Token } from '../place/tokens';
import { holdsHeaderName, isOfOtherHost } from '../place/vocabulary';
import type { Reading } from '../syntax/reading';
import { findingAboutKnown, hasAllSubjectTypes, isOneOfSeveral, isRepeated } from './aboutKnown';
import type { Finding } from './finding';
import { inDialect } from './inDialect';
import { verbOf, type Word } from './words';

/** What a document is about. */
export interface Topic {
  /** Bitbucket Cloud's events and nothing else: it has keys that nobody else has, or the header. */
  readonly isOfCloud: boolean;
  /** It speaks of Data Center by name, perhaps besides Cloud. */
  readonly namesDataCenter: boolean;
}

/** Tells of keys in documents whether they are right, by the events that are known at that moment. */
export class KeyChecks {
  constructor(private readonly events: KnownEvents) {}

  readonly isKey = (text: string): boolean => this.events.findEvent(text) !== undefined;

  /** What a document is about, by its words and its text. */
  topicOf(words: readonly Word[], text: string): Topic {
    const hasKeyOfCloud = words.some((word) => word.text.startsWith('pullrequest:') && this.isKey(word.text));
    return { isOfCloud: hasKeyOfCloud || holdsHeaderName(text), namesDataCenter: namesDataCenter(text) };
  }

  /** Whether there are keys among words, or what is meant as one. */
  holdsKeys(words: readonly Word[]): boolean {
    const isForge = words.some(isOfForge);
    return words.some(
      ({ text }) =>
        this.isKey(text) ||
        looksLikeAttempt(text) ||
        text.startsWith(forgePrefix) ||
        (isForge && isDataCenterKey(text)),
    );
  }

  /**
   * Which words must be looked at where they stand: all that may be meant as a key and are none, and right keys that occur
   * twice or that not all subject types have. None in most documents, which need not be parsed then.
   */
  doubtsAmong(words: readonly Word[]): Word[] {
    const counts = new Map<string, number>();
    for (const { text } of words) {
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    const amongKeys = words.some(({ text }) => this.isKey(text));
    // There, even a right key may be wrong.
    const isForge = words.some(isOfForge);
    return words.filter(({ text, isPadded, entry }) =>
      entry === undefined
        ? isPadded === true || this.isDoubtful(text, isForge || (counts.get(text) ?? 0) > 1, amongKeys)
        : this.isKey(text),
    );
  }

  /** Whether a word is worth a look where it stands, for whoever wants to know what a document uses. */
  mayBeUse(text: string): boolean {
    return this.isKey(text) || isDataCenterKey(text) || looksLikeAttempt(text) || isKnownMistake(text, this.isKey);
  }

  /** What is wrong with a token where it stands, in a document with signs of Bitbucket. */
  findingAbout(reading: Reading, token: Token, topic: Topic): Finding | undefined {
    const place = placeOf(reading, token, { mentionsBitbucket: true, isKey: this.isKey });
    const isMention = reading.language.isProse === true;
    const isBeginning = isPrefix(place) && this.known.some((key) => key.startsWith(token.text));
    return isMention || place.strength === 'none' || isBeginning
      ? undefined
      : this.findingAt(reading, token, place, topic);
  }

  private isDoubtful(text: string, mayBeWrong: boolean, amongKeys: boolean): boolean {
    const event = this.events.findEvent(text);
    if (event) {
      return mayBeWrong || !hasAllSubjectTypes(event) || isRemoved(text);
    }
    return (
      text.startsWith(forgePrefix) ||
      amongKeys ||
      isDataCenterKey(text) ||
      looksLikeAttempt(text) ||
      isKnownMistake(text, this.isKey)
    );
  }

  /** The keys that a word without a family stands for among keys: of a row only its own column tells. */
  private keysForWord(text: string, { context, beside, isUsedAlike }: Place): readonly string[] {
    const [first] = context;
    if (first && isInRow(first)) {
      return isUsedAlike() ? rightKeysForWord(text) : [];
    }
    const keys = beside.filter(this.isKey).length;
    // In a list of several hosts it may be another one's.
    const isOfOurs = first !== undefined && isListed(first) && keys * 2 >= beside.length && !beside.some(isOfOtherHost);
    const verbs = isOfOurs ? this.known.filter((key) => verbOf(key) === text) : [];
    return keys > 0 ? [...rightKeysForWord(text), ...verbs] : [];
  }

  /** A right key with a blank in it, which makes it another text: at one of its ends, or behind its colon in YAML. */
  private padded(reading: Reading, token: Token, place: Place): Finding | undefined {
    const { text, others, literal } = token;
    const { from, to, quote } = literal;
    const written = reading.text.slice(from, to);
    const meant = quote === '' ? written.replace(/:\s+/, ':') : written.trim();
    const isPadded = others.length === 0 && written !== text && meant === text;
    return isPadded && isExpected(place)
      ? { ...this.unknown(token, place), from, to, text: written, candidates: [text], isKnownMistake: true }
      : undefined;
  }

  private unknown(token: Token, place: Place) {
    const origin =
      place.dialect === 'forge'
        ? ({ kind: 'bundled', date: forgeListDate } as const)
        : leastSure(this.events.listKnownEvents().map((event) => event.origin));
    return { kind: 'unknown', origin, beside: place.beside, isListed: isOneOfSeveral(token, place) } as const;
  }

  get known(): readonly string[] {
    return this.events.listKnownEvents().map(({ key }) => key);
  }

  /** Others have words of these families too: channels of Electron, scripts of npm, tasks. */
  private isVouchedFor(text: string, { strength, beside }: Place): boolean {
    const keys = new Set(beside.filter(this.isKey));
    return strength === 'named' || keys.size > 1 || familyOf(text)?.family === 'pullrequest:';
  }

  private findingAt(reading: Reading, token: Token, place: Place, topic: Topic): Finding | undefined {
    const { text } = token;
    const event = place.dialect === 'webhook' ? this.events.findEvent(text) : undefined;
    if (event) {
      return this.padded(reading, token, place) ?? findingAboutKnown(reading, token, place, event);
    }
    const span = { from: token.from, to: token.to, text };
    const isAmongKeys = place.beside.some(this.isKey);
    const isWanted = isExpected(place);
    if (isDataCenterKey(text)) {
      // Beside Cloud keys only: by themselves they are right, for the other product; so they are where that is named.
      const isAmiss = !topic.namesDataCenter && (isAmongKeys || place.strength === 'alike');
      const isMeant = isWanted && (isAmiss || place.dialect === 'forge');
      return isMeant
        ? {
            ...span,
            kind: 'dataCenter',
            cloudKey: translate(text, place.dialect)[0],
            beside: place.beside,
            isListed: isOneOfSeveral(token, place),
          }
        : undefined;
    }
    if (place.dialect === 'forge' || text.startsWith(forgePrefix)) {
      const isMeant = isWanted && (isAmongKeys || place.dialect === 'forge');
      return isMeant ? this.findingInDialect(reading, token, place) : undefined;
    }
    const [, family] = wildcard.exec(text) ?? [];
    if (family !== undefined) {
      const isMeant = place.strength === 'named' && isAmongKeys && place.context.slice(0, 1).some(isListed);
      const keys = this.known.filter(
        (key) => key.startsWith(`${family}:`) && !place.beside.includes(key) && !isRemoved(key),
      );
      return isMeant ? { ...span, kind: 'wildcard', family, keys } : undefined;
    }
    if (connectOnly.has(text) && isOfConnect(place)) {
      return undefined;
    }
    const forWord = text.includes(':') ? [] : this.keysForWord(text, place);
    const spelled = text.replace('.', ':');
    const isDotted = spelled !== text && this.isKey(spelled) && (place.strength === 'named' || isAmongKeys);
    const isKnown = isKnownMistake(text, this.isKey) || forWord.length > 0 || isDotted;
    const candidates = isDotted ? [spelled] : forWord.length > 0 ? forWord : candidatesFor(text, this.known);
    const isMeant =
      looksLikeAttempt(text) &&
      isWanted &&
      (topic.isOfCloud || this.isVouchedFor(text, place)) &&
      (candidates.length > 0 || isAmongKeys || !text.startsWith('build:'));
    const isAnEntry =
      place.strength === 'named' && isAmongKeys && /:.*[^_]$/.test(text) && place.context.slice(0, 1).some(isListed);
    return isKnown || isMeant || isAnEntry
      ? { ...span, ...this.unknown(token, place), candidates, isKnownMistake: isKnown }
      : undefined;
  }

  private findingInDialect(reading: Reading, token: Token, place: Place): Finding | undefined {
    const { from, to, text } = token;
    const judged = inDialect(text, place.dialect);
    if (judged === 'right') {
      return isRepeated(reading, token, place) ? { from, to, text, kind: 'duplicate' } : undefined;
    }
    return judged && { from, to, text, ...this.unknown(token, place), ...judged };
  }
}

/** Whether a word may be of a Forge app's manifest: the name of an event, a scope or a module of Bitbucket's. */
function isOfForge({ text }: Word): boolean {
  return text.startsWith(forgePrefix) || text.endsWith(':bitbucket') || text.startsWith('bitbucket:');
}

/** What a key may begin with is no key: `eventKey.startsWith('pullrequest:comment')`. CEL's `header.match` compares all. */
function isPrefix({ context: [first] }: Place): boolean {
  return first?.deed === 'matches' && !first.isLabelled;
}

/** `modules.webhooks[].event` of a Connect descriptor. */
function isOfConnect({ context }: Place): boolean {
  return context.some(({ name }) => name.text === 'webhooks');
}
