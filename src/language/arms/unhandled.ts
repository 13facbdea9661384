import type { SyntaxNode } from '@lezer/common';
import type { Reading } from '../syntax/reading';
import type { Arm } from './arm';
import { indentAt, linesOf, quoteOf, spanOf, statementsOf } from './layout';
import type { Manner } from './manner';

/** What is said of an event in the code that doesn't handle it. */
export function todo({ comment }: Pick<Manner, 'comment'>, key: string): string {
  return `${comment} TODO: handle ${key}`;
}

/** So many lines of what is done with all other events are done with a further one, too. */
const maxLines = 3;

/** Whether an arm gives a value, to a variable or to the caller: then so must all that stand beside it. */
function givesValue(reading: Reading, { body }: Arm): boolean {
  const statements = statementsOf(reading, body).filter((node) => !node.name.startsWith('Break'));
  const last = statements.at(-1);
  if (last === undefined) {
    return false;
  }
  const isAssignment = [last.name, last.firstChild?.name ?? ''].some((name) => name.startsWith('Assign'));
  return isAssignment || /^(?:return|yield)[^\S\n]+[^\s;]/.test(reading.text.slice(last.from, last.to));
}

/**
 * What the code does today with an event that it doesn't name, as far as that can be written once more: a few statements
 * that declare nothing and don't claim that they are never reached.
 */
export function doneByDefault({ text, ...more }: Reading, arm: Arm | undefined): string[] | undefined {
  const nodes = arm ? statementsOf({ text, ...more }, arm.body) : [];
  const span = spanOf(text, nodes);
  const done = span ? text.slice(span.from, span.to) : '';
  const lines = span ? linesOf(done).map((line) => withoutIndent(line, indentAt(text, span.from))) : [];
  const isNamed = arm !== undefined && namesWhatComes(text.slice(arm.from, arm.head.to));
  const isPlain = !isNamed && !/\bnever\b|exhausti|unreachable/i.test(done) && !nodes.some(declares);
  return lines.length > 0 && lines.length <= maxLines && isPlain ? lines : undefined;
}

/** `case other:`, `other =>`: what is done may be about that name, which nothing has elsewhere. */
function namesWhatComes(head: string): boolean {
  return /^(?:case\s+)?(?!(?:default|else|_)\b)[a-z_]\w*\s*(?:=>|:)/.test(head);
}

function withoutIndent(line: string, indent: string): string {
  return line.startsWith(indent) ? line.slice(indent.length) : line.trimStart();
}

function declares({ name }: SyntaxNode): boolean {
  return /Declaration$|^VarDecl$/.test(name);
}

/** How a neighbour ends, where it takes no value along: `break`, `continue outer`, `return`. */
export function endOf(reading: Reading, { body }: Arm, { fallsThrough }: Manner): string {
  const last = statementsOf(reading, body).at(-1);
  const text = last ? reading.text.slice(last.from, last.to).trim() : '';
  const isPlain = /^(?:(?:break|continue)(?:[^\S\n]+\w+)?|return)[^\S\n]*;?$/.test(text);
  return isPlain ? text : fallsThrough ? 'break;' : '';
}

/**
 * The statements of an arm for an event that isn't handled yet: none, and what ends the neighbour. Where that gives a value,
 * what is given by default, or else a refusal.
 */
export function unhandled(
  reading: Reading,
  { template, byDefault, manner }: { template: Arm; byDefault: Arm | undefined; manner: Manner },
  key: string,
): string[] {
  const [literal] = template.literals;
  const wantsValue = byDefault !== undefined && givesValue(reading, template);
  if (wantsValue) {
    const refusal = manner.refuse(key, literal ? quoteOf(reading, literal) : '"');
    const done = doneByDefault(reading, byDefault) ?? [refusal];
    const isEnded = !manner.fallsThrough || done.some((line) => /^(?:break|continue|return|throw|yield)\b/.test(line));
    return [...done, ...(isEnded ? [] : ['break;'])];
  }
  const end = givesValue(reading, template) && !manner.fallsThrough ? '' : endOf(reading, template, manner);
  return [end === '' ? manner.nothing : end].filter((line) => line !== '');
}
