import type { SyntaxNode } from '@lezer/common';
import { isBorder, parentOf, type Reading, signOf } from '../syntax/reading';
import { isLiteral, roleOf } from '../syntax/roles';
import { type Expression, expressionOf, expressionUpTo, lastWord, nothing } from './expression';
import { textsIn } from './maps';
import { alternativesOf, casesOf, columnOf, elementsBeside, namesBeside } from './neighbours';
import { type Facts, type Step, stepOf } from './step';
import {
  arrows,
  declared,
  hasName,
  isComparison,
  isFlag,
  isNameOf,
  isSame,
  nameOf,
  searchIn,
  tagName,
} from './structure';

const maxSteps = 24;

/**
 * What holds a node, from the inside out, up to the statement. Where a value is written as a text, it goes on around that.
 */
export function contextOf(reading: Reading, start: SyntaxNode): Step[] {
  return [...stepsFrom(reading, start)];
}

/** What holds a node directly. */
export function innermostStep(reading: Reading, node: SyntaxNode): Step | undefined {
  return stepsFrom(reading, node).next().value;
}

/** The name of the entry whose value a node is; `undefined` where it is an element, an argument or something else. */
function nameOfValue(reading: Reading, node: SyntaxNode): string | undefined {
  const step = innermostStep(reading, node);
  return step?.kind === 'value' ? step.name.text : undefined;
}

function* stepsFrom(reading: Reading, start: SyntaxNode): Generator<Step, undefined> {
  let [child, last, count] = [start, undefined as Step | undefined, 0];
  for (let node = parentOf(start); node && count < maxSteps; child = node, node = parentOf(node)) {
    const inner = last?.kind === 'text' ? undefined : last;
    for (const facts of isBorder(child) ? [{ kind: 'text' } as const] : stepsAt(reading, node, child, inner)) {
      const step: Step = stepOf(reading, facts, node, child);
      if (last) {
        last.outer = step;
      }
      last = step;
      count = step.kind === 'text' ? 0 : count + 1;
      yield step;
    }
    if (last?.kind === 'statement' || last?.kind === 'import' || last?.kind === 'part') {
      return undefined;
    }
  }
  return undefined;
}

function stepsAt(reading: Reading, node: SyntaxNode, child: SyntaxNode, inner: Step | undefined): Facts[] {
  switch (roleOf(node)) {
    case 'import':
      return [{ kind: 'import' }];
    case 'interpolation':
      return [{ kind: 'part' }];
    case 'block':
      // Where a language has no grammar, nothing stands between a block and the words of its statements.
      return [...plainSteps(reading, node, child, inner), ...statement(reading, node)];
    case 'key':
      return [key(reading)];
    case 'arguments':
      return [...entrySteps(reading, node, child), argument(reading, node, child)];
    case 'tag':
      return [{ kind: 'tag', name: () => expressionOf(reading, tagName(reading, node) ?? node) }];
    case 'union':
      return alternative(node, inner);
    case 'case':
      return caseSteps(reading, node, child, inner);
    case 'declaration': {
      const name = inner?.kind === 'member' || inner?.kind === 'element' ? declared(reading, node, child) : '';
      return name === '' ? [] : [{ kind: 'declaration', name: () => words(name) }];
    }
    case 'group': {
      const entry = entrySteps(reading, node, child);
      const isEntry =
        entry.length > 0 || ((inner?.kind === 'value' || inner?.kind === 'key') && isSame(inner.node, child));
      return [
        ...entry,
        isEntry ? member(reading, node) : { kind: 'element', separator: 'mark', beside: () => elementsBeside(child) },
      ];
    }
    case 'entry': {
      if (inner?.kind === 'key') {
        return [];
      }
      const entry = entrySteps(reading, node, child);
      const isName = entry.length === 0 && inner === undefined && !hasName(reading, child);
      return isName ? [key(reading)] : entry;
    }
    default:
      return plainSteps(reading, node, child, inner);
  }
}

/** Where what is held has a name on its left, or is one itself. */
function entrySteps(reading: Reading, node: SyntaxNode, child: SyntaxNode): Facts[] {
  const name = nameOf(reading, node, child, true);
  if (name) {
    return [value(reading, name)];
  }
  return isNameOf(reading, child.nextSibling) ? [key(reading)] : [];
}

function plainSteps(reading: Reading, node: SyntaxNode, child: SyntaxNode, inner: Step | undefined): Facts[] {
  const [previous, next] = [child.prevSibling, child.nextSibling];
  const [left, right] = [signOf(reading, previous), signOf(reading, next)];
  // `List.of(…)` compares nothing.
  if (previous && isComparison(reading, previous) && roleOf(child) !== 'arguments') {
    return [{ kind: 'operand', name: () => expressionUpTo(reading, previous.prevSibling) }];
  }
  if (next && isComparison(reading, next)) {
    return [{ kind: 'operand', name: () => expressionUpTo(reading, node.lastChild, next.to) }];
  }
  if (left === '+' || right === '+' || previous?.name === 'ConcatOp' || next?.name === 'ConcatOp') {
    return [{ kind: 'part' }];
  }
  if (left === '|' || right === '|') {
    return alternative(node, inner);
  }
  const search = searchIn(reading, child);
  if (search) {
    return [{ kind: 'operand', name: () => expressionUpTo(reading, search.lastChild) }];
  }
  if (left === '[' && inner === undefined) {
    const callee = previous?.prevSibling ?? null;
    return [
      {
        kind: 'argument',
        separator: 'mark',
        name: () => expressionUpTo(reading, callee),
        beside: () => elementsBeside(child),
      },
    ];
  }
  if (left === 'from' || left === 'import') {
    return [{ kind: 'import' }];
  }
  const name = isFlag(reading, previous) ? previous : nameOf(reading, node, child, false);
  return name ? [value(reading, name)] : [];
}

function value(reading: Reading, name: SyntaxNode): Facts {
  const text = [name, name.firstChild].find((node) => node && isLiteral(node));
  return {
    kind: 'value',
    name: () => (text ? expressionOf(reading, text) : expressionUpTo(reading, name)),
    beside: ({ outer: map, name: { text } }) => {
      const row = map?.outer;
      return map?.kind === 'member' && row?.kind === 'element'
        ? columnOf(map.node, row.child, (node) => nameOfValue(reading, node) === text)
        : [];
    },
  };
}

function key(reading: Reading): Facts {
  const isName = (literal: SyntaxNode): boolean => isNameOf(reading, literal.nextSibling);
  return { kind: 'key', beside: ({ outer }) => (outer ? namesBeside(outer.child, isName) : []) };
}

function member(reading: Reading, map: SyntaxNode): Facts {
  return { kind: 'member', entries: () => textsIn(reading, map, (node) => nameOfValue(reading, node)) };
}

function alternative(node: SyntaxNode, inner: Step | undefined): Facts[] {
  return inner?.kind === 'alternative'
    ? []
    : [{ kind: 'alternative', separator: 'bar', beside: () => alternativesOf(node) }];
}

/** What stands before a body holds no value; `name` is that of the declaration. */
function statement(reading: Reading, node: SyntaxNode): Facts[] {
  const parent = node.parent;
  if (parent && isBorder(parent)) {
    return [];
  }
  return [{ kind: 'statement', name: () => words(parent ? declared(reading, parent, node) : '') }];
}

/** Only what is compared, not what is done then. */
function caseSteps(reading: Reading, node: SyntaxNode, child: SyntaxNode, inner: Step | undefined): Facts[] {
  const isCompared = inner === undefined || inner.kind === 'alternative' || inner.kind === 'element';
  if (!isCompared || arrows.has(signOf(reading, child.prevSibling))) {
    return [];
  }
  let body = node;
  while (body.parent && roleOf(body.parent) !== 'switch') {
    body = body.parent;
  }
  const isArm = body.parent !== null;
  return [
    {
      kind: 'case',
      separator: 'case',
      name: () => (isArm ? expressionUpTo(reading, body.prevSibling) : nothing),
      beside: () => casesOf(reading, body.parent ?? body),
    },
  ];
}

/** `callee` is called nothing where it is only a name for what is in its brackets. */
function argument(reading: Reading, node: SyntaxNode, child: SyntaxNode): Facts {
  let index = 0;
  for (let sibling = child.prevSibling; sibling; sibling = sibling.prevSibling) {
    index += signOf(reading, sibling) === ',' ? 1 : 0;
  }
  const call = node.parent;
  const isDecorator = [call, call?.parent].some((holder) => holder && reading.text.charAt(holder.from) === '@');
  return {
    kind: 'argument',
    separator: 'mark',
    index,
    isDecorator,
    name: () => (!call || roleOf(call) === 'constant' ? nothing : expressionUpTo(reading, node.prevSibling)),
    beside: () => elementsBeside(child),
  };
}

/** Of a declaration, the last word before `extends` or `implements` is its name. */
function words(text: string): Expression {
  const own = text.replace(/\s(?:extends|implements)\s.*$/s, '');
  return { ...nothing, text, name: lastWord(own) };
}
