import type { SyntaxNode } from '@lezer/common';
import type { Insertion } from '../insert/insertion';
import { quoted } from '../insert/written';
import type { Reading } from '../syntax/reading';
import { roleOf } from '../syntax/roles';
import type { Arm } from './arm';
import { endBehind, hasBlankLine, indentAt, linesOf, spanOf, startsLine, statementsOf } from './layout';
import type { Manner } from './manner';
import { containerOf } from './switchArms';
import { doneByDefault, todo, unhandled } from './unhandled';

/** What a head has before and behind its one key. */
export interface Head {
  readonly before: string;
  readonly behind: string;
  readonly quote: string;
}

/** A `switch`, where in it others may stand, and what they are written like. */
interface Parts {
  readonly reading: Reading;
  readonly node: SyntaxNode;
  readonly arms: readonly Arm[];
  readonly manner: Manner;
  /** The arm behind which the others come, or -1. */
  readonly place: number;
  readonly template: Arm;
  readonly head: Head;
}

/** Further arms, written like one of those that are there. */
export function switchInsertion(parts: Parts, keys: readonly string[]): Insertion {
  const { reading, node, arms, place, template } = parts;
  const { text } = reading;
  const previous = arms[place];
  const indent = indentAt(text, template.from);
  const isOnLines = startsLine(text, template.from);
  const written = keys.map((key) => (isOnLines ? lines(parts, key) : [inline(parts, key)]));
  const gap = isOnLines && isSpaced(text, arms, template) ? '\n' : '';
  const before = isOnLines ? `${gap}\n` : ' ';
  const added = written
    .map((each) => before + each.map((line) => (isOnLines && line ? indent : '') + line).join('\n'))
    .join('');
  if (!previous) {
    const at = firstOf(containerOf(node)).to;
    return { from: at, to: at, text: added + gap };
  }
  const comma = needsComma(reading, previous) ? ',' : '';
  const end = isOnLines
    ? endBehind(text, previous.to)
    : previous.to + (/^,/.exec(text.slice(previous.to))?.[0].length ?? 0);
  const rest = text.slice(previous.to, end);
  return comma === ''
    ? { from: end, to: end, text: added }
    : { from: previous.to, to: end, text: comma + rest + added };
}

function firstOf(container: SyntaxNode): SyntaxNode {
  return container.firstChild ?? container;
}

/** Whether a blank line is between an arm and its neighbour. */
function isSpaced(text: string, arms: readonly Arm[], template: Arm): boolean {
  const index = arms.indexOf(template);
  const [one, other] = index > 0 ? [arms[index - 1], template] : [template, arms[index + 1]];
  return one !== undefined && other !== undefined && hasBlankLine(text, one.to, other.from);
}

/** Whether a comma is missing behind an expression that was the last. */
function needsComma(reading: Reading, { head, to, body }: Arm): boolean {
  const { text } = reading;
  const isComma = text.charAt(to) === ',' || text.charAt(to - 1) === ',';
  return (
    text.slice(head.from, head.to).trimEnd().endsWith('=>') &&
    !isComma &&
    !body.some((node) => roleOf(node) === 'block')
  );
}

/** An arm on lines of its own, without the indentation that all of it has. */
function lines(parts: Parts, key: string): string[] {
  const { reading, arms, manner, template, head } = parts;
  const { text } = reading;
  const label = head.before + quoted(key, head.quote) + head.behind;
  const comment = todo(manner, key);
  if (isArrow(reading, template)) {
    return [comment, ...linesOf(label + arrowBody(parts, key))];
  }
  const [first] = template.body;
  const statements = unhandled(reading, { template, byDefault: arms.find(({ isDefault }) => isDefault), manner }, key);
  const [firstStatement] = statementsOf(reading, template.body);
  if (first && firstStatement && !text.slice(template.head.to, firstStatement.from).includes('\n')) {
    return [comment, `${label} ${statements.join(' ')}`.trimEnd()];
  }
  const step = firstStatement ? stepBetween(text, template, firstStatement) : manner.step;
  const isBlock = first !== undefined && roleOf(first) === 'block' && text.charAt(first.from) === '{';
  const body = [comment, ...statements].map((line) => step + line);
  return isBlock ? [`${label} {`, ...body, '}'] : [label, ...body];
}

function inline(parts: Parts, key: string): string {
  const { reading, arms, manner, template, head } = parts;
  const label = head.before + quoted(key, head.quote) + head.behind;
  const comment = `/* ${todo({ comment: '//' }, key).slice(3)} */`;
  if (isArrow(reading, template)) {
    return `${comment} ${label}${arrowBody(parts, key)}`;
  }
  const byDefault = arms.find(({ isDefault }) => isDefault);
  return `${label} ${comment} ${unhandled(reading, { template, byDefault, manner }, key).join(' ')}`.trimEnd();
}

function stepBetween(text: string, { from }: Arm, statement: SyntaxNode): string {
  const [outer, inner] = [indentAt(text, from), indentAt(text, statement.from)];
  return inner.startsWith(outer) ? inner.slice(outer.length) : '';
}

/** What stands behind an arrow: an empty block, or the value that there is by default. */
function arrowBody(parts: Parts, key: string): string {
  const { reading, node, arms, manner, head } = parts;
  const byDefault = arms.find(({ isDefault }) => isDefault);
  const isStatement = node.name === 'SwitchStatement' && !isValue(reading, node);
  if (isStatement) {
    return ' { }';
  }
  const [body] = byDefault?.body ?? [];
  const isBlock = body !== undefined && roleOf(body) === 'block';
  const span = body && spanOf(reading.text, [body]);
  const done = doneByDefault(reading, byDefault) && span ? reading.text.slice(span.from, span.to) : undefined;
  const isEmptyBlock = isBlock && statementsOf(reading, [body]).length === 0;
  const usesComma = head.behind.endsWith('=>');
  if (isEmptyBlock) {
    return ' {}';
  }
  const value = done !== undefined && !done.includes('\n') ? done : refusalOf(manner, key, head.quote, usesComma);
  return ` ${value}${usesComma ? ',' : ''}`;
}

/** In PHP and Rust what is refused is an expression, which no semicolon ends. */
function refusalOf({ refuse }: Manner, key: string, quote: string, isExpression: boolean): string {
  const refusal = refuse(key, /["']/.exec(quote)?.[0] ?? '"');
  return isExpression ? refusal.replace(/;$/, '') : refusal;
}

/** Whether something is done with what a `switch` of Java gives: it stands behind a sign or `return`. */
function isValue({ text }: Reading, node: SyntaxNode): boolean {
  const before = text.slice(Math.max(0, node.from - 200), node.from).replace(/(?:\/\/[^\n]*\n|\/\*.*?\*\/|\s)+$/s, '');
  return /(?:[=(,?:]|\b(?:return|yield))$/.test(before) && !/(?:case[^\n]*|default)\s*:$/.test(before);
}

/** Whether what is done stands behind an arrow. */
export function isArrow({ text }: Reading, { head }: Arm): boolean {
  return /[=-]>$/.test(text.slice(head.from, head.to).trimEnd());
}
