import { isKnownMistake } from '../keys/candidates';
import { isDataCenterKey } from '../../events/dataCenter';
import { type IsKey, isStartOfKey, looksLikeAttempt, wildcard } from '../keys/keyForm';
import { rightKeysForWord } from '../../events/words';
import { textOf } from '../syntax/reading';
import { type Held, isUsedAlike } from './analogy';
import { isName, isNamed, isNoValue, isOneOfKind, isValue } from './rules';
import type { Step } from './step';
import { isForgeOfBitbucket, holdsForgeEvents, isOfForge } from './forge';
import { isOtherHeader, type Product, type SubjectType } from './vocabulary';

/**
 * What speaks for a key at a place. `named`: what is around says so by its names. `alike`: it is used as keys are elsewhere
 * in the document. `weak`: nothing does, and nothing speaks against one. `none`: something else stands there.
 */
export type Strength = 'named' | 'alike' | 'weak' | 'none';

/** What is asked about. */
interface Subject extends Held {
  /** The other texts of the same list. */
  readonly beside: readonly string[];
  readonly neighbours: Neighbours;
  /** Whether the document has signs of Bitbucket. */
  readonly mentionsBitbucket: boolean;
}

/** The first rule that holds decides. */
const rules: readonly (readonly [Strength, (subject: Subject) => boolean])[] = [
  // What can be no key, whatever is around.
  ['none', ({ reading, token }) => isPattern(token.text) || isPattern(textOf(reading, token.literal))],
  ['none', ({ context }) => context.some(isNoValue)],
  ['none', ({ reading, context }) => context.length === 0 && reading.language.isProse !== true],
  ['none', ({ context }) => isAmongRights(context)],
  // What says better what stands here: another header's name, settings that are described by their schema.
  ['none', ({ context: [first] }) => first !== undefined && isOfOtherHeader(first)],
  ['none', ({ context }) => context.some(({ name }) => name.text.startsWith('bitbucketWebhooks.'))],
  // A Forge app's triggers, in which all products name their events in one way.
  ['named', (subject) => holdsForgeEvents(subject.context) && isOfBitbucket(subject)],
  ['none', ({ context }) => isOfForge(context)],
  // The name of an entry, where others are keys.
  ['alike', (subject) => is(isName, subject) && isAlike(subject)],
  ['none', (subject) => is(isName, subject)],
  // What stands beside it, and whose it is.
  ['none', (subject) => subject.neighbours === 'otherWords' && is(isOneOfKind, subject)],
  ['none', ({ neighbours, context }) => neighbours !== 'mostlyKeys' && productOf(context) === 'other'],
  // What it is called.
  ['named', ({ neighbours, reading, context }) => neighbours !== 'fewKeys' && isNamed(reading.language, context)],
  // What it is used like.
  ['alike', (subject) => subject.mentionsBitbucket && subject.neighbours === 'mostlyKeys' && is(isOneOfKind, subject)],
  ['alike', (subject) => isAlike(subject)],
  // Titles, messages, addresses, names of modules.
  ['none', (subject) => is(isValue, subject) && subject.context[0]?.says === 'prose'],
  ['none', ({ context: [first] }) => first?.deed === 'tells'],
  ['weak', () => true],
];

export function strengthOf(subject: Subject): Strength {
  return rules.find(([, holds]) => holds(subject))?.[0] ?? 'weak';
}

/** Whether that holds of what holds the literal itself. */
function is(holds: (step: Step) => boolean, { context: [first] }: Subject): boolean {
  return first !== undefined && holds(first);
}

/** What of regular expressions and templates no list of keys has: a piece of a key may be anything there. */
function isPattern(text: string): boolean {
  return /[\^$()[\]{}*+?\\"'`]|%s|<.*>/.test(text) && !wildcard.test(text);
}

/** In a list of scopes or permissions: the nearest name that says either. */
function isAmongRights(context: readonly Step[]): boolean {
  return context.find(({ says }) => says === 'rights' || says === 'event')?.says === 'rights';
}

function isAlike(subject: Subject): boolean {
  return subject.mentionsBitbucket && isUsedAlike(subject);
}

function isOfOtherHeader(step: Step): boolean {
  return (
    isOtherHeader(step.label) ||
    (isValue(step) && isOtherHeader(step.name.text)) ||
    step.textsBefore.some(isOtherHeader)
  );
}

/** The product that is named nearest around a place. */
function productOf(context: readonly Step[]): Product | undefined {
  return context.find(({ product }) => product !== undefined)?.product;
}

function isOfBitbucket({ token, beside, reading }: Subject): boolean {
  return isForgeOfBitbucket(token.text, beside, reading.text);
}

/** What the hook around a place belongs to, if the document says so. */
export function subjectTypeOf(context: readonly Step[]): SubjectType | undefined {
  return context.find(({ subjectType }) => subjectType !== undefined)?.subjectType;
}

/**
 * What stands beside. `mostlyKeys`: at least half of it are keys of Bitbucket Cloud, or meant as such; `fewKeys`: less of
 * it. `otherWords`: another product's.
 */
export type Neighbours = 'mostlyKeys' | 'fewKeys' | 'otherWords' | 'unknown';

export function neighboursOf([first, second]: readonly Step[], texts: readonly string[], isKey: IsKey): Neighbours {
  const isOfBitbucket = first && isValue(first) && (first.product ?? second?.product) === 'bitbucket';
  if (first?.isLabelled === true || isOfBitbucket === true) {
    return 'unknown';
  }
  const isOurs = (text: string): boolean => isKey(text) || isKnownMistake(text, isKey);
  const ours = texts.filter(isOurs).length;
  if (ours > 0) {
    return 2 * ours >= texts.length ? 'mostlyKeys' : 'fewKeys';
  }
  const isUnfinished = (text: string): boolean => isStartOfKey(text) && !isDataCenterKey(text);
  const words = texts.filter((text) => text !== '' && text !== '*' && !isUnfinished(text));
  const isPerhaps = (text: string): boolean => looksLikeAttempt(text) || rightKeysForWord(text).length > 0;
  return words.length > 0 && !words.some(isPerhaps) ? 'otherWords' : 'unknown';
}
