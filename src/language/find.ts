import { type Dispatch, dispatchAt } from './arms/dispatchAt';
import { type Checked, checkDocument } from './check/checkDocument';
import { KeyChecks } from './check/findings';
import { removalOf, type Span } from './check/removal';
import type { Insertion, Selected } from './insert/insertion';
import { insertionFor } from './insert/insertionFor';
import type { IsKey } from './keys/keyForm';
import type { KnownEvents } from './keys/knownEvents';
import type { Typing } from './place/offer';
import { hasMaps } from './place/neighbours';
import { type Place, placeOf } from './place/place';
import { isListed, isValue } from './place/rules';
import { isAboutBitbucket, isAboutDataCenter } from './place/signs';
import { subjectTypeOf } from './place/strength';
import { tokenIn } from './place/tokens';
import type { SubjectType } from './place/vocabulary';
import { innermost } from './syntax/innerText';
import { languageOf } from './syntax/languages';
import { withPlaceholder } from './syntax/placeholder';
import type { Reading } from './syntax/reading';
import { Trees } from './syntax/trees';
import { type Use, usesIn } from './uses/uses';

/** A document, as far as it is read here; VS Code's has all of that. */
export interface Source {
  readonly languageId: string;
  getText(): string;
  /** The document itself, where this is its text at some moment. */
  readonly of?: object;
}

/** What may be a key, where it stands in the document. Positions are offsets in its text. */
export interface Found {
  /** Without quotes. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly place: Place;
  /** Whether the document has signs of Bitbucket. */
  readonly mentionsBitbucket: boolean;
}

/** The same where someone types. */
export interface FoundTyping extends Found, Typing {
  /** The language wants quotes here and there are none. */
  readonly needsQuotes: boolean;
  /** The language wants quotes, and the closing one is missing. */
  readonly needsClosing: boolean;
  /** What the hook around belongs to, if the document says so. */
  readonly subjectType: SubjectType | undefined;
}

/** Finds what may be event keys in documents. `path` is always that of the document in its workspace: it may speak of Bitbucket. */
export class KeyFinder {
  private readonly trees = new Trees();
  private readonly checks: KeyChecks;
  private readonly isKey: IsKey;

  constructor(events: KnownEvents) {
    this.checks = new KeyChecks(events);
    this.isKey = this.checks.isKey;
  }

  /** What stands where someone types; `unread` in a large document whose tree isn't there yet: ask again soon. */
  async whereTyped(document: Source, path: string, cursor: number): Promise<FoundTyping | 'unread' | undefined> {
    if (isPayload(path)) {
      return undefined;
    }
    const [language, text] = [await languageOf(document.languageId), document.getText()];
    const prepared = withPlaceholder(language, text, cursor);
    const tree = await this.trees.near(document.of ?? document, language, prepared.text, prepared.cursor);
    if (tree === undefined) {
      return 'unread';
    }
    const whole = { language, text: prepared.text, tree };
    const { reading, token } = await tokenIn(whole, prepared.cursor, prepared.closedAt);
    if (token === undefined) {
      return undefined;
    }
    const [from, to] = [prepared.toDocument(token.from), prepared.toDocument(token.to)];
    if (prepared.addsQuotes && (token.literal.node.type.isError || !isFree(text, from, to))) {
      return undefined;
    }
    const own = { from, to, text: text.slice(from, to) };
    const mentionsBitbucket = isAboutBitbucket(text, path, this.isKey) && !isAboutDataCenter(text, this.isKey);
    const place = placeOf(reading, { ...token, text: own.text }, { mentionsBitbucket, isKey: this.isKey });
    return {
      ...own,
      typed: text.slice(from, cursor),
      needsQuotes: prepared.addsQuotes,
      needsClosing: language.quote !== undefined && !prepared.addsQuotes && !token.literal.isClosed,
      isHalfMapping: isHalfMapping(reading, token.literal.quote, place, text, cursor),
      subjectType: subjectTypeOf(place.context),
      place,
      mentionsBitbucket,
    };
  }

  /** What stands at a position. */
  async at(document: Source, path: string, position: number): Promise<Found | undefined> {
    const [language, text] = [await languageOf(document.languageId), document.getText()];
    const tree = await this.trees.near(document.of ?? document, language, text, position);
    const { reading, token } = tree ? await tokenIn({ language, text, tree }, position) : {};
    if (reading === undefined || token === undefined) {
      return undefined;
    }
    const mentionsBitbucket = isAboutBitbucket(text, path, this.isKey);
    const place = placeOf(reading, token, { mentionsBitbucket, isKey: this.isKey });
    return { from: token.from, to: token.to, text: token.text, mentionsBitbucket, place };
  }

  /** All of a document; `undefined` where another text of it is asked about meanwhile. */
  async read(document: Source): Promise<Reading | undefined> {
    const [language, text] = [await languageOf(document.languageId), document.getText()];
    const tree = await this.trees.whole(document.of ?? document, language, text);
    return tree && { language, text, tree };
  }

  /** How keys are written at a place; `undefined` where the document changes meanwhile. */
  async insertion(document: Source, selected: Selected, keys: readonly string[]): Promise<Insertion | undefined> {
    const whole = await this.read(document);
    return whole && insertionFor(await innermost(whole, selected.from), selected, keys, this.isKey);
  }

  /** What is wrong with a document's keys; `undefined` once nobody wants to know any more. */
  check(document: Source, path: string, isWanted?: () => boolean): Promise<Checked | undefined> {
    const text = isPayload(path) ? '' : document.getText();
    return checkDocument(this.checks, text, path, () => this.read(document), isWanted);
  }

  /** Where a document uses events, and what for; `undefined` once nobody wants to know any more. */
  uses(document: Source, path: string, isWanted?: () => boolean): Promise<readonly Use[] | undefined> {
    const text = isPayload(path) ? '' : document.getText();
    return usesIn(this.checks, text, path, () => this.read(document), isWanted);
  }

  /** The code around a position that does one thing or another by the event that comes. */
  async dispatch(document: Source, path: string, position: number): Promise<Dispatch | undefined> {
    const text = document.getText();
    const reading = isAboutBitbucket(text, path, this.isKey) ? await this.read(document) : undefined;
    return reading && dispatchAt(this.checks, document.languageId, reading, position);
  }

  /** What to delete so that a list loses one of its keys. */
  async removal(document: Source, key: Span): Promise<Span[]> {
    const whole = await this.read(document);
    return whole ? removalOf(await innermost(whole, key.from), key) : [];
  }
}

/** What an event carries has no keys of events in it; a schema says what it has. */
function isPayload(path: string): boolean {
  return path.endsWith('.bitbucket.json');
}

/** Without quotes, only what is no value of another kind, and has no literal right beside it. */
function isFree(text: string, from: number, to: number): boolean {
  const word = text.slice(from, to);
  return !/^(?:true|false|null|-?\d.*)$/.test(word) && !/["\w]/.test(text.charAt(from - 1)) && text.charAt(to) !== '"';
}

/**
 * In YAML `- repo:` at the end of a line is mostly the beginning of a mapping. Only a list that is one of events by its
 * name, and has no mapping in it, wants a key. Behind `event: ` no mapping can begin.
 */
function isHalfMapping({ language }: Reading, quote: string, place: Place, text: string, cursor: number): boolean {
  const isPlain = language.hasBlockLists === true && quote === '';
  const isAtEnd = /^[^\S\n]*(?:\n|$)/.test(text.slice(cursor, cursor + 100));
  const [holder] = place.context;
  const isElement = holder !== undefined && isListed(holder) && place.strength === 'named' && !hasMaps(holder.node);
  const line = text.slice(text.lastIndexOf('\n', cursor - 1) + 1, cursor);
  const isInline = holder !== undefined && isValue(holder) && /:[^\S\n]+\S*$/.test(line);
  return isPlain && isAtEnd && !isElement && !isInline;
}
