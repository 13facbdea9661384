import type { Language } from '../syntax/language';
import type { Kind, Step } from './step';
import { type Sense, senseOf, senseOfExpression } from './vocabulary';

// What follows from names and from how things are held. The names themselves, of values and of functions, are in
// `vocabulary.ts`.

/** What was passed on the way outwards. */
interface Passed {
  readonly language: Language;
  /** Whether this step holds the literal itself, or the text that it stands in. */
  readonly isFirst: boolean;
  readonly isOneOfSeveral: boolean;
  readonly isInMap: boolean;
}

/** What a step of one of these kinds tells, if that holds; `on`: nothing, the next one outwards is asked. */
type Rule<Verdict> = readonly [Verdict | 'on', readonly Kind[], ((step: Step, passed: Passed) => boolean)?];

/**
 * Whether an event is expected by the names around: a list called `events`, an operand called `eventKey`, a value beside
 * the name of the header that carries the key. The nearest step decides that tells something, by its first rule.
 */
const naming: readonly Rule<'named' | 'unnamed'>[] = [
  ['named', ['element', 'argument'], ({ isLabelled }, { isFirst }) => isFirst && isLabelled],
  ['on', ['element', 'alternative', 'member', 'text']],
  ['named', ['value'], ({ isLabelled }) => isLabelled],
  // Tekton's `name: eventTypes`.
  ['named', ['value'], ({ label }, { isOneOfSeveral }) => isOneOfSeveral && senseOf(label) === 'event'],
  // A constant of an enum is called what it likes.
  ['on', ['value'], ({ outer }) => outer?.outer?.kind === 'declaration' && /\benum\b/.test(outer.outer.name.text)],
  ['on', ['value'], ({ says }) => says === 'neutral'],
  ['named', ['value'], ({ says }) => says === 'event'],
  // Brigade's `types`, beside `source: brigade.sh/bitbucket`.
  [
    'named',
    ['value'],
    (step, { isOneOfSeveral }) => isOneOfSeveral && step.name.text === 'types' && isOfBitbucket(step),
  ],
  ['named', ['declaration'], ({ name, says }) => /\b(?:enum|variable|local|output)\b/.test(name.text) && isEvent(says)],
  ['on', ['argument'], ({ name, deed }) => name.text === '' || deed === 'wraps'],
  ['unnamed', ['argument'], (_, { isInMap }) => isInMap],
  ['named', ['argument'], (step) => step.deed === 'listens' && isAboutHooks(step)],
  ['named', ['argument'], (step) => isLookedFor(step) && isEvent(senseOfReceiver(step))],
  ['named', ['operand', 'case'], ({ says }) => isEvent(says)],
];

export function isNamed(language: Language, context: readonly Step[]): boolean {
  return firstVerdict(naming, language, context) === 'named';
}

/**
 * What a place does with an event. `subscribes`: it says which events are wanted, as a hook's list does. `handles`: it does
 * something when one comes. `mentions`: it only names it, as tests, messages and constants do.
 */
export type Purpose = 'subscribes' | 'handles' | 'mentions';

/** The nearest step decides that tells something, by its first rule. */
const purposes: readonly Rule<Purpose>[] = [
  // Several patterns of one arm.
  ['on', ['alternative'], ({ outer }) => outer?.kind === 'case'],
  ['mentions', ['part', 'import', 'alternative']],
  // Requests that are made up in tests, and what these expect; messages.
  ['mentions', ['element', 'argument', 'value'], ({ isLabelled }, { isFirst }) => isFirst && isLabelled],
  ['mentions', ['argument'], ({ deed }) => deed === 'expects' || deed === 'tells'],
  // A comparison, an arm of a `switch`, a list that an event is looked for in, a map from events to what is done.
  ['handles', ['operand', 'case', 'key']],
  ['subscribes', ['argument'], ({ name }, { isOneOfSeveral }) => isOneOfSeveral && makesHooks.test(name.text)],
  ['handles', ['argument'], ({ deed, isDecorator }) => isDecorator || deed === 'listens' || deed === 'matches'],
  ['handles', ['argument'], ({ deed }) => deed === 'compares' || deed === 'searches'],
  ['handles', ['argument'], ({ deed, index }) => deed === 'pairs' && index % 2 === 0],
  ['subscribes', ['argument'], (step) => step.deed === 'collects' && isEvent(senseOfReceiver(step))],
  ['on', ['argument'], ({ deed, name }) => deed === 'wraps' || name.text === ''],
  ['on', ['element', 'member', 'text']],
  // A table of names for events: `EVENTS = { PUSH: 'repo:push' }`.
  ['mentions', ['value'], (_, { isInMap, isOneOfSeveral }) => isInMap && !isOneOfSeveral],
  ['subscribes', ['value'], ({ label }, { isOneOfSeveral }) => isOneOfSeveral && senseOf(label) === 'event'],
  ['subscribes', ['value'], (step, passed) => step.says === 'event' && isWanted(step, passed)],
  ['on', ['value']],
  ['subscribes', ['declaration'], ({ name, says }) => /\b(?:variable|local)\b/.test(name.text) && says === 'event'],
];

const makesHooks = /(?:create|add|register|update|ensure)\w*hook|subscri/i;

/** In a list, by a name for several, or where there are no programs. */
function isWanted({ name }: Step, { language, isOneOfSeveral }: Passed): boolean {
  return isOneOfSeveral || /s$/i.test(name.name) || language.isData === true;
}

export function purposeOf(language: Language, context: readonly Step[]): Purpose {
  return language.isProse === true ? 'mentions' : (firstVerdict(purposes, language, context) ?? 'mentions');
}

function firstVerdict<Verdict>(
  rules: readonly Rule<Verdict>[],
  language: Language,
  context: readonly Step[],
): Verdict | undefined {
  let passed: Passed = { language, isFirst: true, isOneOfSeveral: false, isInMap: false };
  for (const step of context) {
    const verdict = rules.find(
      ([, kinds, holds = () => true]) => kinds.includes(step.kind) && holds(step, passed),
    )?.[0];
    if (verdict !== 'on') {
      return verdict;
    }
    const isAround = step.kind === 'text';
    passed = {
      language,
      isFirst: isAround,
      isOneOfSeveral: passed.isOneOfSeveral || step.kind === 'element' || step.kind === 'alternative',
      isInMap: !isAround && (passed.isInMap || step.kind === 'member'),
    };
  }
  return undefined;
}

function isEvent(says: Sense | undefined): boolean {
  return says === 'event' || says === 'header';
}

/** `hooks.on('…')`, `events.on('brigade.sh/bitbucket', '…')`. */
function isAboutHooks({ name: { receiver }, textsBefore }: Step): boolean {
  return /hook|bitbucket/i.test(receiver?.text ?? '') || textsBefore.some((text) => /bitbucket/i.test(text));
}

function isLookedFor({ deed }: Step): boolean {
  return deed === 'compares' || deed === 'expects' || deed === 'searches' || deed === 'collects';
}

function senseOfReceiver({ name: { receiver } }: Step): Sense | undefined {
  return receiver && senseOfExpression(receiver);
}

function isOfBitbucket({ outer }: Step): boolean {
  return /bitbucket/i.test(outer?.entries.get('source') ?? '');
}

/** Whether no value stands here: the name of a module, a piece of a longer text. */
export function isNoValue({ kind }: Step): boolean {
  return kind === 'import' || kind === 'part';
}

/** Whether this is the name of an entry. */
export function isName({ kind }: Step): boolean {
  return kind === 'key';
}

export function isTag({ kind }: Step): boolean {
  return kind === 'tag';
}

export function isValue({ kind }: Step): boolean {
  return kind === 'value';
}

/** Whether this is one of a list or a union, and no row of a table. */
export function isListed({ kind, outer }: Step): boolean {
  return kind === 'alternative' || (kind === 'element' && outer?.kind !== 'element');
}

/**
 * Whether what stands beside is of another kind: in a row of a table, and among the arguments of a function, unless that
 * makes a list of them.
 */
export function isInRow({ kind, outer, deed }: Step): boolean {
  return kind === 'argument' ? deed !== 'wraps' : kind === 'element' && outer?.kind === 'element';
}

/** Where all that stands beside is of one kind: in a list or a column; not in a row, or among arguments. */
export function isOneOfKind(step: Step): boolean {
  return isValue(step) || isListed(step);
}
