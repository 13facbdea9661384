import type { SyntaxNode } from '@lezer/common';
import { childrenOf, literalOf, type Reading, signOf, textOf } from '../syntax/reading';
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
  /** The names at its end with dots between: `z.literal`. */
  readonly path: string;
  /** What a method belongs to, or what is handed to the assertion that it is of. */
  readonly receiver: Expression | undefined;
}

export const nothing: Expression = { text: '', name: '', path: '', receiver: undefined };

/** What a literal or a name is called. */
export function expressionOf(reading: Reading, node: SyntaxNode): Expression {
  const text = textOf(reading, isLiteral(node) ? literalOf(reading, node) : node).trim();
  return { ...nothing, text, name: lastWord(text), path: text };
}

/** The expression that ends with a node, of which those before it may be parts; `after` is where it can begin at most. */
export function expressionUpTo(reading: Reading, last: SyntaxNode | null, after = 0): Expression {
  const tokens = tokensUpTo(last).filter(({ from }) => from >= after);
  return expressionFrom(reading, linksOf(reading, tokens));
}

/** One name of a chain such as `hooks.get('a').events`, and what is called or read of it. */
interface Link {
  readonly name: string;
  readonly calls: readonly SyntaxNode[];
  readonly from: number;
  readonly to: number;
}

/** The last link comes first. */
function expressionFrom(reading: Reading, links: readonly Link[]): Expression {
  const [last, first] = [links[0], links.at(-1)];
  if (!last || !first) {
    return nothing;
  }
  const ends = links.findIndex(({ calls }, index) => index > 0 && calls.length > 0);
  const names = links.slice(0, ends === -1 ? undefined : ends).map(({ name }) => name);
  return {
    text: textOf(reading, { from: first.from, to: last.to }),
    name: nameOf(reading, links),
    path: names.reverse().join('.'),
    get receiver() {
      const [, next] = links;
      const told = next && /^(?:expect|assertThat)$/.test(next.name) ? next.calls[0] : undefined;
      return next && expressionFrom(reading, told ? firstArgument(reading, told) : links.slice(1));
    },
  };
}

function nameOf(reading: Reading, links: readonly Link[]): string {
  for (const [index, { name, calls }] of links.entries()) {
    const told = calls.flatMap((call) => firstArgument(reading, call)).at(0);
    if (told) {
      return told.calls.length > 0 ? nameOf(reading, [told]) : told.name;
    }
    // `.toLowerCase()` says nothing, `.getEventKey()` does.
    if (calls.length === 0 || index === links.length - 1 || /^get[A-Z_]/i.test(name)) {
      return name;
    }
  }
  return '';
}

/** The links of a chain, from the tokens at its end. */
function linksOf(reading: Reading, tokens: readonly SyntaxNode[]): Link[] {
  const read = (at: number): string => (tokens[at] ? reading.text.slice(tokens[at].from, tokens[at].to) : '');
  const links: Link[] = [];
  // What closes brackets, a type, and words that belong to a statement: `in` of `case x in`.
  let at = /^(?:as|satisfies)$/.test(read(1)) ? 2 : 0;
  for (; /^(?:[)\]};:{(!?]|in)$/.test(read(at)); at++);
  // `eventKey.split(':')[0]`
  at += /^\d+$/.test(read(at)) && read(at + 1) === '[' ? 2 : 0;
  for (let token = tokens[at]; token; token = tokens[at]) {
    const calls: SyntaxNode[] = [];
    const to = token.to;
    for (; token && (isArguments(token) || /^[!?)\]]$/.test(read(at))); token = tokens[++at]) {
      calls.push(...(isArguments(token) && !read(at).startsWith('<') ? [token] : []));
    }
    if (!token) {
      break;
    }
    if (isLiteral(token)) {
      links.push({ name: lastKey(textOf(reading, literalOf(reading, token))), calls, from: token.from, to });
      // `['x-event-key']`.
      at += read(at + 1) === '[' ? 2 : tokens.length;
      continue;
    }
    if (!/^[@$#:]*[\w$][\w$:-]*$/.test(read(at))) {
      break;
    }
    links.push({ name: lastWord(read(at)), calls, from: token.from, to });
    at += /^(?:\.|\?\.|->|\?->|::)$/.test(read(at + 1)) ? 2 : tokens.length;
  }
  return links;
}

/** The first argument: others say how, as the default in `get('event', '')`. */
function firstArgument(reading: Reading, call: SyntaxNode): Link[] {
  const comma = childrenOf(call).find((child) => signOf(reading, child) === ',');
  const tokens = tokensUpTo(comma?.prevSibling ?? call.lastChild);
  return linksOf(
    reading,
    tokens.filter(({ from, to }) => call.from < from && to < call.to),
  );
}

function isArguments(node: SyntaxNode): boolean {
  return roleOf(node) === 'arguments';
}

/** `EVENT_KEY` of `${EVENT_KEY}`; `events` of `bitbucket.org/events`. */
export function lastWord(text: string): string {
  return /[\w-]+(?=\W*$)/.exec(text)?.[0] ?? '';
}

/** The same of what something is read by, which may have dots. */
function lastKey(text: string): string {
  return /[\w.-]+(?=\W*$)/.exec(text)?.[0] ?? '';
}

/** The tokens up to a node, the last one first; brackets of calls and lists are one, with what is in them. */
function tokensUpTo(last: SyntaxNode | null): SyntaxNode[] {
  const tokens: SyntaxNode[] = [];
  const add = (node: SyntaxNode): void => {
    const role = roleOf(node);
    const isWhole = !node.lastChild || isLiteral(node) || role === 'arguments' || role === 'group';
    if (isWhole && node.from < node.to && role !== 'comment') {
      tokens.push(node);
    }
    for (let child = isWhole ? null : node.lastChild; child && tokens.length < maxTokens; child = child.prevSibling) {
      add(child);
    }
  };
  for (let node = last; node && tokens.length < maxTokens; node = node.prevSibling) {
    add(node);
  }
  return tokens;
}
