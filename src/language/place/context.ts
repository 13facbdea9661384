import type { SyntaxNode } from '@lezer/common';
import { childrenOf, isBorder, parentOf, type Reading, signOf, textOf } from '../syntax/reading';
import { isLiteral, roleOf } from '../syntax/roles';
import { type Expression, expressionOf, expressionUpTo, nothing } from './expression';
import { textsIn } from './maps';
import { alternativesOf, casesOf, columnOf, elementsBeside, namesBeside } from './neighbours';
import { type Facts, type Step, stepOf } from './step';
import { deedOf } from './vocabulary';

const maxSteps = 24;

const assignments = new Set(['=', ':', ':=', '||=', '??=', '+=', '?=', '|=']);
/** In maps and lists these are, too. */
const arrows = new Set(['=>', '->']);
const comparisons = new Set(['==', '===', '!=', '!==', 'eq', 'ne', '-eq', '-ceq', '-ne', '=~', 'in', '-in', 'of']);

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

function* stepsFrom(reading: Reading, start: SyntaxNode): Generator<Step, undefined> {
  let [child, inner, count] = [start, undefined as Step | undefined, 0];
  for (let node = parentOf(start); node && count < maxSteps; child = node, node = parentOf(node)) {
    const isAround = isBorder(child);
    for (const told of isAround ? [{ kind: 'text' } as const] : stepsAt(reading, node, child, inner)) {
      const step: Step = stepOf(reading, told, node, child);
      if (inner) {
        inner.outer = step;
      }
      inner = step;
      count = isAround ? 0 : count + 1;
      yield step;
    }
    if (inner?.kind === 'statement' || inner?.kind === 'import' || inner?.kind === 'part') {
      return undefined;
    }
    inner = isAround ? undefined : inner;
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
      return [key];
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
      return [...entry, isEntry ? member(reading, node) : { kind: 'element', beside: () => elementsBeside(child) }];
    }
    case 'entry': {
      if (inner?.kind === 'key') {
        return [];
      }
      const entry = entrySteps(reading, node, child);
      const isName = entry.length === 0 && inner === undefined && !hasName(reading, child);
      return isName ? [key] : entry;
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
  const next = child.nextSibling;
  const sign = signOf(reading, next);
  const isName = next !== null && (assignments.has(sign) || sign === '=>') && roleOf(next) !== 'annotation';
  return isName ? [key] : [];
}

function plainSteps(reading: Reading, node: SyntaxNode, child: SyntaxNode, inner: Step | undefined): Facts[] {
  const [previous, next] = [child.prevSibling, child.nextSibling];
  const [left, right] = [signOf(reading, previous), signOf(reading, next)];
  if (previous && comparisons.has(left)) {
    return [{ kind: 'operand', name: () => expressionUpTo(reading, previous.prevSibling) }];
  }
  if (next && comparisons.has(right)) {
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
    return [{ kind: 'argument', name: () => expressionUpTo(reading, callee), beside: () => elementsBeside(child) }];
  }
  if (left === 'from' || left === 'import') {
    return [{ kind: 'import' }];
  }
  const name = nameOf(reading, node, child, false);
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
        ? columnOf(map.node, row.child, (node) => {
            const step = innermostStep(reading, node);
            return step?.kind === 'value' && step.name.text === text;
          })
        : [];
    },
  };
}

const key: Facts = { kind: 'key', beside: ({ outer }) => (outer ? namesBeside(outer.child) : []) };

function member(reading: Reading, map: SyntaxNode): Facts {
  const nameIn = (node: SyntaxNode): string | undefined => {
    const step = innermostStep(reading, node);
    return step?.kind === 'value' ? step.name.text : undefined;
  };
  return { kind: 'member', entries: () => textsIn(reading, map, nameIn) };
}

function alternative(node: SyntaxNode, inner: Step | undefined): Facts[] {
  return inner?.kind === 'alternative' ? [] : [{ kind: 'alternative', beside: () => alternativesOf(node) }];
}

/** What stands before a body holds no value; `name` is that of the declaration. */
function statement(reading: Reading, node: SyntaxNode): Facts[] {
  const parent = node.parent;
  if (parent && isBorder(parent)) {
    return [];
  }
  return [{ kind: 'statement', name: () => words(parent ? declared(reading, parent, node) : '') }];
}

/** What a list is searched for: the arguments in `['a', 'b'].includes(key)`. */
function searchIn(reading: Reading, child: SyntaxNode): SyntaxNode | undefined {
  let sibling = child.nextSibling;
  // A dot and the function's name are between at most.
  for (let between = 0; sibling && roleOf(sibling) !== 'arguments'; between++) {
    sibling = between < 2 ? sibling.nextSibling : null;
  }
  if (!sibling) {
    return undefined;
  }
  return deedOf(expressionUpTo(reading, sibling.prevSibling).name) === 'searches' ? sibling : undefined;
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
  const isDecorator = [call, call?.parent].some((holder) => signOf(reading, holder?.firstChild ?? null) === '@');
  return {
    kind: 'argument',
    index,
    isDecorator,
    name: () => (!call || roleOf(call) === 'constant' ? nothing : expressionUpTo(reading, node.prevSibling)),
    beside: () => elementsBeside(child),
  };
}

/** The name on the left of a child: `name = child`, `name: child`, `name: Type = child`, `name` with a type. */
function nameOf(reading: Reading, node: SyntaxNode, child: SyntaxNode, withArrows: boolean): SyntaxNode | undefined {
  let sign = roleOf(child) === 'annotation' ? child : child.prevSibling;
  // `= new[] { … }`, `= @( … )`.
  while (sign && sign !== child && /^(?:@|&|new|\[\])$/.test(signOf(reading, sign))) {
    sign = sign.prevSibling;
  }
  const text = signOf(reading, sign);
  if (!sign || !(sign === child || assignments.has(text) || (withArrows && arrows.has(text)))) {
    return undefined;
  }
  let name = sign.prevSibling;
  while (name && (roleOf(name) === 'annotation' || roleOf(name) === 'comment' || signOf(reading, name) === ']')) {
    name = name.prevSibling;
  }
  if (!name || name.from === node.to) {
    return undefined;
  }
  // A list of parameters, a bracket: the sign means something else.
  return /^(?:\W*$|\()/.test(reading.text.slice(name.from, Math.min(name.to, name.from + 40))) ? undefined : name;
}

function hasName(reading: Reading, child: SyntaxNode): boolean {
  const previous = child.prevSibling;
  return previous !== null && /\w/.test(reading.text.slice(previous.from, Math.min(previous.to, previous.from + 40)));
}

function tagName(reading: Reading, node: SyntaxNode): SyntaxNode | undefined {
  return childrenOf(node).find((child) => /^\w/.test(textOf(reading, child)));
}

/** The words of a declaration. A type of a list is none. */
function declared(reading: Reading, node: SyntaxNode, child: SyntaxNode): string {
  const text = roleOf(node) === 'declaration' ? textOf(reading, { from: node.from, to: child.from }).trim() : '';
  return text.includes('[]') ? '' : text;
}

/** Of a declaration, the last word before `extends` or `implements` is its name. */
function words(text: string): Expression {
  const own = text.replace(/\s(?:extends|implements)\s.*$/s, '');
  return { ...nothing, text, name: /[\w-]+(?=\W*$)/.exec(own)?.[0] ?? '' };
}

function isSame(a: SyntaxNode, b: SyntaxNode): boolean {
  return a.from === b.from && a.to === b.to;
}
