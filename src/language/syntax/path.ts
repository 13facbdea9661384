import type { SyntaxNode } from '@lezer/common';
import type { Reading } from './reading';
import { roleOf } from './roles';

/** How something is held by what is around it: `node` is the holder, `child` that of its children which leads inwards. */
export type Step = { readonly node: SyntaxNode; readonly child: SyntaxNode } & (
  | { readonly kind: 'element' }
  /** What is in a map, or in a body in braces, by an entry of it, which was the step before. */
  | { readonly kind: 'member' }
  /** The value of a property, a variable, a constant, a parameter. */
  | { readonly kind: 'value'; readonly name: string }
  /** What the words of a declaration stand before: `enum Event`, `resource "bitbucket_hook" "ci"`. */
  | { readonly kind: 'declaration'; readonly name: string }
  /** The name of an entry. */
  | { readonly kind: 'key' }
  /** `callee` is all that stands before the brackets; empty where that is only a name for what is in them. */
  | { readonly kind: 'argument'; readonly index: number; readonly callee: string }
  /** What belongs to an element of markup. */
  | { readonly kind: 'tag'; readonly name: string }
  /** One side of a comparison, or what is gone through; `name` is the other side. */
  | { readonly kind: 'operand'; readonly name: string }
  /** What a `switch` or `match` compares with `name`. */
  | { readonly kind: 'case'; readonly name: string }
  /** A member of a union. */
  | { readonly kind: 'alternative' }
  /** A piece of a longer text; `before` is how far that goes. */
  | { readonly kind: 'part'; readonly before: string }
  /** `import … from '…'`. */
  | { readonly kind: 'import' }
  /** A statement, with the words of the declaration in whose body it stands. What is around holds no values. */
  | { readonly kind: 'statement'; readonly name: string }
);

/** A step without where it is taken. */
type Told = Step extends infer Each ? (Each extends Step ? Omit<Each, 'node' | 'child'> : never) : never;

const maxSteps = 24;
/** Of what stands before something, so much is read. Characters. */
const maxName = 200;

const assignments = new Set(['=', ':', ':=', '||=', '??=', '+=', '?=', '|=']);
/** In maps and lists these are, too. */
const arrows = new Set(['=>', '->']);
const comparisons = new Set(['==', '===', '!=', '!==', 'eq', 'ne', '-eq', '-ceq', '-ne', '=~', 'in', '-in', 'of']);

/** What holds a node, from the inside out. */
export function pathOf(reading: Reading, start: SyntaxNode): Step[] {
  return [...stepsFrom(reading, start)];
}

/** What holds the text that a value is written as. */
export function pathAround({ outer }: Reading): { reading: Reading; path: Step[] } | undefined {
  return outer && { reading: outer.reading, path: pathOf(outer.reading, outer.node) };
}

/** The name of the entry whose value a node is; `undefined` where it is an element, an argument or something else. */
export function nameOfValue(reading: Reading, node: SyntaxNode): string | undefined {
  const { value } = stepsFrom(reading, node).next();
  return value?.kind === 'value' ? value.name : undefined;
}

function* stepsFrom(reading: Reading, start: SyntaxNode): Generator<Step, undefined> {
  let [child, inner, count] = [start, undefined as Step | undefined, 0];
  for (let node = start.parent; node && count < maxSteps; child = node, node = node.parent) {
    for (const told of stepsAt(reading, node, child, inner)) {
      inner = { ...told, node, child };
      count++;
      yield inner;
    }
    if (inner?.kind === 'statement' || inner?.kind === 'import' || inner?.kind === 'part') {
      return undefined;
    }
  }
  return undefined;
}

function stepsAt(reading: Reading, node: SyntaxNode, child: SyntaxNode, inner: Step | undefined): Told[] {
  switch (roleOf(node)) {
    case 'import':
      return [{ kind: 'import' }];
    case 'interpolation':
      return [{ kind: 'part', before: node.parent ? before(reading, node.parent, node) : '' }];
    case 'block':
      // Where a language has no grammar, nothing stands between a block and the words of its statements.
      return [
        ...plainSteps(reading, node, child, inner),
        { kind: 'statement', name: node.parent ? declared(reading, node.parent, node) : '' },
      ];
    case 'key':
      return [{ kind: 'key' }];
    case 'arguments':
      return [...entrySteps(reading, node, child), argument(reading, node, child)];
    case 'tag':
      return [{ kind: 'tag', name: /[\w.:-]+/.exec(before(reading, node, child))?.[0] ?? '' }];
    case 'union':
      return inner?.kind === 'alternative' ? [] : [{ kind: 'alternative' }];
    case 'case':
      return caseSteps(reading, node, child, inner);
    case 'declaration': {
      const name = inner?.kind === 'member' || inner?.kind === 'element' ? declared(reading, node, child) : '';
      return name === '' ? [] : [{ kind: 'declaration', name }];
    }
    case 'group': {
      const entry = entrySteps(reading, node, child);
      const isEntry =
        entry.length > 0 || ((inner?.kind === 'value' || inner?.kind === 'key') && isSame(inner.node, child));
      return [...entry, { kind: isEntry ? 'member' : 'element' }];
    }
    case 'entry': {
      if (inner?.kind === 'key') {
        return [];
      }
      const entry = entrySteps(reading, node, child);
      const isName = entry.length === 0 && inner === undefined && !hasName(reading, child);
      return isName ? [{ kind: 'key' }] : entry;
    }
    default:
      return plainSteps(reading, node, child, inner);
  }
}

/** Where what is held has a name on its left, or is one itself. */
function entrySteps(reading: Reading, node: SyntaxNode, child: SyntaxNode): Told[] {
  const name = nameOf(reading, node, child, true);
  if (name !== undefined) {
    return [{ kind: 'value', name }];
  }
  const next = child.nextSibling;
  const sign = next ? textOf(reading, next) : '';
  const isName = next !== null && (assignments.has(sign) || sign === '=>') && roleOf(next) !== 'annotation';
  return isName ? [{ kind: 'key' }] : [];
}

function plainSteps(reading: Reading, node: SyntaxNode, child: SyntaxNode, inner: Step | undefined): Told[] {
  const [previous, next] = [child.prevSibling, child.nextSibling];
  const [left, right] = [previous, next].map((sibling) => (sibling ? textOf(reading, sibling) : ''));
  if (previous && comparisons.has(left ?? '')) {
    return [{ kind: 'operand', name: before(reading, node, previous) }];
  }
  if (next && comparisons.has(right ?? '')) {
    return [{ kind: 'operand', name: reading.text.slice(next.to, Math.min(node.to, next.to + maxName)).trim() }];
  }
  if (left === '+' || right === '+' || previous?.name === 'ConcatOp' || next?.name === 'ConcatOp') {
    return [{ kind: 'part', before: before(reading, node, child) }];
  }
  if (left === '|' || right === '|') {
    return inner?.kind === 'alternative' ? [] : [{ kind: 'alternative' }];
  }
  const searched = searchedFor(reading, child);
  if (searched !== undefined) {
    return [{ kind: 'operand', name: searched }];
  }
  if (left === '[' && inner === undefined) {
    return [{ kind: 'argument', index: 0, callee: previous ? before(reading, node, previous) : '' }];
  }
  if (left === 'from' || left === 'import') {
    return [{ kind: 'import' }];
  }
  const name = nameOf(reading, node, child, false);
  return name === undefined ? [] : [{ kind: 'value', name }];
}

/** What a list is searched for: `key` of `['a', 'b'].includes(key)`. */
function searchedFor({ text }: Reading, child: SyntaxNode): string | undefined {
  let sibling = child.nextSibling;
  // A dot and the function's name are between at most.
  for (let between = 0; sibling && roleOf(sibling) !== 'arguments'; between++) {
    sibling = between < 2 ? sibling.nextSibling : null;
  }
  if (!sibling) {
    return undefined;
  }
  const isSearch = /\.\s*(?:includes|include\?|has|contains|indexOf)\s*$/.test(
    text.slice(Math.max(child.from, sibling.from - 30), sibling.from),
  );
  return isSearch ? text.slice(sibling.from + 1, Math.min(sibling.to - 1, sibling.from + maxName)) : undefined;
}

/** Only what is compared, not what is done then. */
function caseSteps(reading: Reading, node: SyntaxNode, child: SyntaxNode, inner: Step | undefined): Told[] {
  const isCompared = inner === undefined || inner.kind === 'alternative' || inner.kind === 'element';
  const previous = child.prevSibling;
  if (!isCompared || (previous && arrows.has(textOf(reading, previous)))) {
    return [];
  }
  let body = node;
  while (body.parent && roleOf(body.parent) !== 'switch') {
    body = body.parent;
  }
  const subject = body.parent ? before(reading, body.parent, body).replace(/^(?:\S+\s*=\s*)?\w+\b|\s+in$/g, '') : '';
  return [{ kind: 'case', name: subject.trim() }];
}

function argument(reading: Reading, node: SyntaxNode, child: SyntaxNode): Told {
  let index = 0;
  for (let sibling = child.prevSibling; sibling; sibling = sibling.prevSibling) {
    index += textOf(reading, sibling) === ',' ? 1 : 0;
  }
  const call = node.parent;
  return { kind: 'argument', index, callee: !call || roleOf(call) === 'constant' ? '' : before(reading, call, node) };
}

/** The name on the left of a child: `name = child`, `name: child`, `name: Type = child`, `name` with a type. */
function nameOf(reading: Reading, node: SyntaxNode, child: SyntaxNode, withArrows: boolean): string | undefined {
  let sign = roleOf(child) === 'annotation' ? child : child.prevSibling;
  // `= new[] { … }`, `= @( … )`.
  while (sign && sign !== child && /^(?:@|&|new|\[\])$/.test(textOf(reading, sign))) {
    sign = sign.prevSibling;
  }
  if (!sign) {
    return undefined;
  }
  const isSign =
    sign === child || assignments.has(textOf(reading, sign)) || (withArrows && arrows.has(textOf(reading, sign)));
  if (!isSign) {
    return undefined;
  }
  let name = sign.prevSibling;
  while (name && (roleOf(name) === 'annotation' || roleOf(name) === 'comment' || textOf(reading, name) === ']')) {
    name = name.prevSibling;
  }
  if (!name || name.from === node.to) {
    return undefined;
  }
  const text = textOf(reading, name);
  // A list of parameters, a bracket: the sign means something else.
  return /^\W*$|^\(/.test(text) ? undefined : text.trim().replace(/^(["'])(.*)\1$/s, '$2');
}

function hasName(reading: Reading, child: SyntaxNode): boolean {
  const previous = child.prevSibling;
  return previous !== null && textOf(reading, previous) !== '[' && /\w/.test(textOf(reading, previous));
}

/** The words of a declaration. A type of a list is none. */
function declared(reading: Reading, node: SyntaxNode, child: SyntaxNode): string {
  const name = roleOf(node) === 'declaration' ? before(reading, node, child) : '';
  return name.includes('[]') ? '' : name;
}

function isSame(a: SyntaxNode, b: SyntaxNode): boolean {
  return a.from === b.from && a.to === b.to;
}

function before({ text }: Reading, node: SyntaxNode, child: SyntaxNode): string {
  return text.slice(Math.max(node.from, child.from - maxName), child.from).trim();
}

function textOf({ text }: Reading, { from, to }: SyntaxNode): string {
  return text.slice(from, Math.min(to, from + maxName));
}
