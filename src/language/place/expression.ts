import type { SyntaxNode } from '@lezer/common';
import { literalOf, type Reading, textOf } from '../syntax/reading';
import { isLiteral, roleOf } from '../syntax/roles';

/** So many tokens of an expression are looked at, from its end. */
const maxTokens = 60;

/** What an expression is called: a property, a variable, a function, or a key that something is read by. */
export interface Expression {
  /** As it is written, without keywords before it. */
  readonly text: string;
  /**
   * Its last name: `eventKey` of `(await hook()).eventKey.toLowerCase()`, `x-event-key` of `headers['x-event-key']`,
   * `getEventKey` of `hook.getEventKey()`; empty where it has none.
   */
  readonly name: string;
  /** The names at its end with dots between: `z.literal` of `export const a = z.literal`. */
  readonly path: string;
  /** What a method belongs to, or what is handed to the assertion that it is of. */
  readonly receiver: Expression | undefined;
}

export const nothing: Expression = { text: '', name: '', path: '', receiver: undefined };

/** What a node is called. A literal is called what it holds. */
export function expressionOf(reading: Reading, node: SyntaxNode): Expression {
  if (isLiteral(node)) {
    const text = textOf(reading, literalOf(reading, node)).trim();
    return { ...nothing, text, name: lastWord(text), path: text };
  }
  return expressionIn(reading, take(tokensIn(node)));
}

/** The expression that ends with a node, of which the nodes before it may be parts. */
export function expressionUpTo(reading: Reading, last: SyntaxNode | null): Expression {
  return expressionIn(reading, take(tokensUpTo(last)));
}

/** All that a node holds behind one of its children. */
export function expressionBehind(reading: Reading, child: SyntaxNode): Expression {
  const end = child.parent?.lastChild ?? null;
  return expressionIn(
    reading,
    take(tokensUpTo(end)).filter(({ from }) => from >= child.to),
  );
}

/** The tokens of an expression, the last one first: brackets of a call are one, with what is in them. */
function expressionIn(reading: Reading, tokens: readonly SyntaxNode[]): Expression {
  const read = (at: number): string => (tokens[at] ? reading.text.slice(tokens[at].from, tokens[at].to) : '');
  const start = skipClosing(read, tokens.length);
  const end = endOfChain(tokens, read, start);
  const [first, last] = [tokens[end - 1], tokens[start]];
  const isMethod = isConnector(read(start + 1));
  return {
    text: first && last ? textOf(reading, { from: first.from, to: last.to }) : '',
    name: nameIn(reading, tokens.slice(start)),
    path: pathIn(read, start),
    get receiver() {
      return isMethod ? receiverIn(reading, tokens.slice(start + 2)) : undefined;
    },
  };
}

/** What an assertion is told: `hook.event` of `expect(hook.event)`. */
function receiverIn(reading: Reading, tokens: readonly SyntaxNode[]): Expression {
  const [call, callee] = tokens;
  const isAssertion = callee !== undefined && /^(?:expect|assertThat)$/.test(textOf(reading, callee));
  return call && isAssertion && isArguments(call) ? expressionIn(reading, innerTokens(call)) : expressionIn(reading, tokens);
}

/** How far outwards a chain of names, calls and indexes goes: the index behind its first token. */
function endOfChain(tokens: readonly SyntaxNode[], read: (at: number) => string, start: number): number {
  for (let at = start; ; at++) {
    for (let token = tokens[at]; token && (isArguments(token) || /^[!?)\]]$/.test(read(at))); token = tokens[at]) {
      at++;
    }
    // `['x-event-key']`.
    const isKey = tokens[at] !== undefined && isLiteral(tokens[at] as SyntaxNode) && read(at + 1) === '[';
    at += isKey ? 2 : 0;
    if (!isName(read(at))) {
      return Math.max(at, start + 1);
    }
    at++;
    if (!isConnector(read(at))) {
      return at;
    }
  }
}

function pathIn(read: (at: number) => string, start: number): string {
  let path = '';
  for (let at = start; isName(read(at)); at += 2) {
    path = path === '' ? read(at) : `${read(at)}.${path}`;
    if (!isConnector(read(at + 1))) {
      break;
    }
  }
  return path;
}

function nameIn(reading: Reading, tokens: readonly SyntaxNode[]): string {
  for (let at = 0; at < tokens.length; at++) {
    const [token, before, connector] = [tokens[at], tokens[at + 1], tokens[at + 2]];
    if (!token) {
      break;
    }
    if (isLiteral(token)) {
      return lastWord(textOf(reading, literalOf(reading, token)));
    }
    const text = reading.text.slice(token.from, token.to);
    if (isArguments(token)) {
      const inner = innerTokens(token);
      if (inner.length > 0 && !text.startsWith('<')) {
        return nameIn(reading, inner);
      }
      // `.toLowerCase()` says nothing, `.getEventKey()` does.
      const isPassing = before && connector && isConnector(textOf(reading, connector));
      at += isPassing && !/^get[A-Z_]/i.test(textOf(reading, before)) ? 2 : 0;
    } else if (/^(?:as|satisfies)$/.test(textOf(reading, before ?? token))) {
      at++;
    } else if (isName(text)) {
      return lastWord(text);
    }
  }
  return '';
}

/** What closes brackets, and words that belong to a statement: `in` of `case x in`. */
function skipClosing(read: (at: number) => string, length: number): number {
  let at = 0;
  while (at < length && /^(?:[)\]};:{(!?]|in)$/.test(read(at))) {
    at++;
  }
  return at;
}

function isName(text: string): boolean {
  return /^[@$#]*[\w$][\w$-]*[!?]?$/.test(text);
}

function isConnector(text: string): boolean {
  return /^(?:\.|\?\.|->|\?->|::)$/.test(text);
}

function isArguments(node: SyntaxNode): boolean {
  return roleOf(node) === 'arguments';
}

/** `EVENT_KEY` of `${EVENT_KEY}`; `events` of `bitbucket.org/events`. */
function lastWord(text: string): string {
  return /[\w-]+(?=\W*$)/.exec(text)?.[0] ?? '';
}

/** Without the brackets themselves. */
function innerTokens(group: SyntaxNode): SyntaxNode[] {
  return take(tokensUpTo(group.lastChild)).filter(({ from, to }) => group.from < from && to < group.to);
}

function* tokensUpTo(last: SyntaxNode | null): Generator<SyntaxNode> {
  for (let node = last; node; node = node.prevSibling) {
    yield* tokensIn(node);
  }
}

function* tokensIn(node: SyntaxNode): Generator<SyntaxNode> {
  const role = roleOf(node);
  if (role === 'comment' || node.from === node.to) {
    return;
  }
  if (!node.lastChild || isLiteral(node) || role === 'arguments' || role === 'group') {
    yield node;
    return;
  }
  for (let child: SyntaxNode | null = node.lastChild; child; child = child.prevSibling) {
    yield* tokensIn(child);
  }
}

function take(tokens: Iterable<SyntaxNode>): SyntaxNode[] {
  const taken: SyntaxNode[] = [];
  for (const token of tokens) {
    taken.push(token);
    if (taken.length === maxTokens) {
      break;
    }
  }
  return taken;
}
