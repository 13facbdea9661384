import { pathAround, type Step } from '../syntax/path';
import { literalOf, type Reading, textOf } from '../syntax/reading';
import { isLiteral } from '../syntax/roles';
import { textsIn } from './maps';
import {
  holdsHeaderName,
  isEventListName,
  isEventName,
  isHeaderName,
  isNeutralName,
  lastName,
  plainName,
} from './names';
import { productAround } from './product';
import { textsBeside } from './siblings';

/**
 * Whether what is around a literal says by its names that an event is expected there: a list called `events`, an operand
 * called `eventKey`, a value beside the name of the header that carries the key.
 *
 * It goes outwards to the first name that says something, and on around a value that is written as a text. Names that say
 * how and not what are passed: `enum`, `items`, `value`, functions that only wrap what they are given.
 */
export function isNamed(reading: Reading, path: readonly Step[], isListed = false): boolean {
  if (isHeaderOrFlag(reading, path)) {
    return true;
  }
  let isOneOfSeveral = isListed;
  for (const [index, step] of path.entries()) {
    switch (step.kind) {
      case 'element':
      case 'alternative':
        isOneOfSeveral = true;
        break;
      case 'member':
        break;
      case 'value': {
        if (isHeaderName(step.name) || isNamedBeside(reading, step, path.slice(index + 1), isOneOfSeveral)) {
          return true;
        }
        const isLabel = path[index + 2]?.kind === 'declaration' && /\benum\b/.test(nameAt(path, index + 2));
        if (!isLabel && !isNeutralName(step.name)) {
          return isEventful(reading, step.name, isOneOfSeveral, path.slice(index + 1));
        }
        break;
      }
      case 'declaration':
        return (
          /\b(?:enum|variable|local|output)\b/.test(step.name) && isEventful(reading, lastName(step.name), true, [])
        );
      case 'argument':
        if (step.callee !== '' && !isWrapper(step.callee)) {
          return isNamedArgument(reading, step, path, index);
        }
        break;
      case 'operand':
      case 'case':
        return holdsHeaderName(step.name) || isEventful(reading, lastName(step.name), isOneOfSeveral, []);
      case 'statement':
        if (step.node.parent) {
          return false;
        }
        break;
      default:
        return false;
    }
  }
  const around = pathAround(reading);
  return around !== undefined && isNamed(around.reading, around.path, isOneOfSeveral);
}

function isEventful(reading: Reading, expression: string, isOneOfSeveral: boolean, outer: readonly Step[]): boolean {
  const name = /["'\s.[(]/.test(expression) ? lastName(expression) : expression;
  return (
    isEventName(name) ||
    isEventListName(name) ||
    holdsHeaderName(expression) ||
    // Brigade's `types`, beside `source: brigade.sh/bitbucket`.
    (isOneOfSeveral && plainName(name) === 'types' && speaksOfSource(reading, outer))
  );
}

function speaksOfSource(reading: Reading, [map]: readonly Step[]): boolean {
  return map?.kind === 'member' && /bitbucket/i.test(textsIn(reading, map.node).get('source') ?? '');
}

function nameAt(path: readonly Step[], index: number): string {
  const step = path[index];
  return step && 'name' in step ? step.name : '';
}

/** A value whose name stands beside it: `{ key: 'X-Event-Key', value: … }`, Tekton's `name: eventTypes`. */
function isNamedBeside(
  reading: Reading,
  { name }: { name: string },
  [map]: readonly Step[],
  isOneOfSeveral: boolean,
): boolean {
  if (!/^values?$/.test(plainName(name)) || map?.kind !== 'member') {
    return false;
  }
  const texts = textsIn(reading, map.node);
  const said = texts.get('key') ?? texts.get('name') ?? texts.get('header') ?? '';
  return isHeaderName(said) || (isOneOfSeveral && isEventListName(said));
}

/** Functions that give back what they are given, in another form: `new Set([…])`, `z.enum([…])`, `concat(…)`. */
function isWrapper(callee: string): boolean {
  return /(?:^|[^\w])(?:enum|literal|union|array|tuple|list|set|Set|List|Array|freeze|of|asList|concat|toset|tolist|setOf|listOf|arrayOf|Optional|Literal|Union|FrozenSet|frozenset|default|oneOf|Readonly|ReadonlyArray|HashSet|vec!|array!|Exclude|Extract)\s*$/.test(
    callee,
  );
}

const listeners = /^(?:on|once|off|addListener|removeListener|addEventListener|subscribe|handle|handles|register)$/;
const comparers =
  /^(?:toBe|toEqual|toStrictEqual|toContain|eql|equals?|equalsIgnoreCase|isEqualTo|eq|assertEquals?|strictEqual|deepEqual)$/;
const searches = /^(?:includes|has|contains|indexOf|add|push|append|in_array|remove|delete|get)$/;

/** A literal handed to a function: mostly anything at all, but some say what they want. */
function isNamedArgument(
  reading: Reading,
  step: Extract<Step, { kind: 'argument' }>,
  path: readonly Step[],
  index: number,
): boolean {
  const callee = lastName(step.callee);
  const receiver = receiverOf(step.callee, callee);
  if (index > 0 && path.slice(0, index).some(({ kind }) => kind === 'member')) {
    return false;
  }
  if (listeners.test(callee)) {
    return /hook|bitbucket/i.test(receiver) || textsBeside(reading, path).some((text) => /bitbucket/i.test(text));
  }
  if (comparers.test(callee) || searches.test(callee)) {
    const name = lastName(receiver);
    return holdsHeaderName(receiver) || isEventName(name) || isEventListName(name);
  }
  return false;
}

/**
 * Whether what is right beside a literal says what it is, whatever else stands in its list or column: the header's name, a
 * flag, a map that speaks of Bitbucket.
 */
export function isToldBeside(reading: Reading, path: readonly Step[]): boolean {
  const [first, second] = path;
  return (
    isHeaderOrFlag(reading, path) ||
    (first?.kind === 'value' && second?.kind === 'member' && productAround(reading, [first, second]) === 'bitbucket')
  );
}

/** Whether a literal is the value of the header that carries the key, or of a flag for events. */
export function isHeaderOrFlag(reading: Reading, path: readonly Step[]): boolean {
  const [first, second] = path;
  switch (first?.kind) {
    case 'element':
      return flagIsBefore(reading, first);
    case 'argument':
      return first.index > 0 && (headerIsBefore(reading, first) || flagIsBefore(reading, first));
    case 'value':
      return isHeaderName(first.name) || isNamedBeside(reading, first, second ? [second] : [], false);
    default:
      return false;
  }
}

/** What is compared by a function that does only that: `event` of `expect(hook.event).toBe`. */
export function comparedBy(callee: string): string | undefined {
  const name = lastName(callee);
  return comparers.test(name) ? lastName(receiverOf(callee, name)) : undefined;
}

/** What a function belongs to, or what is handed to the assertion that it is of. */
function receiverOf(callee: string, name: string): string {
  const receiver = callee.slice(0, callee.length - name.length).replace(/[.:>?-]+$/, '');
  return receiver.replace(/^.*\b(?:expect|assertThat)\(/s, '');
}

/** `'--event', '…'`. */
function flagIsBefore(reading: Reading, { child }: Step): boolean {
  let sibling = child.prevSibling;
  while (sibling && !isLiteral(sibling) && /^[,\s]*$/.test(reading.text.slice(sibling.from, sibling.to))) {
    sibling = sibling.prevSibling;
  }
  const text = sibling && isLiteral(sibling) ? textOf(reading, literalOf(reading, sibling)) : '';
  return /^--?\w/.test(text) && isEventName(text);
}

/** `.set('X-Event-Key', '…')`. */
function headerIsBefore(reading: Reading, { node, child }: Step): boolean {
  for (let sibling = node.firstChild; sibling && sibling.from < child.from; sibling = sibling.nextSibling) {
    if (isLiteral(sibling) && isHeaderName(textOf(reading, literalOf(reading, sibling)))) {
      return true;
    }
  }
  return false;
}
