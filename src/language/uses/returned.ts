import type { SyntaxNode } from '@lezer/common';
import { innermostStep } from '../place/context';
import type { Step } from '../place/step';
import type { Reading } from '../syntax/reading';
import { roleOf } from '../syntax/roles';

/** What a name stands for: a value, or the body of a function. */
export interface Named {
  readonly name: string;
  readonly value: SyntaxNode;
}

/** So many nodes are around a body, at most, up to the function that it is of: conditions and loops. */
const maxDepth = 12;

/** Longer ones are no head of a function. Characters. */
const maxHead = 400;

/** `public function events(): array`, `def events(self) -> list[str]:`, `func (h *Hook) events(a int) []string`. */
const head = /([\w$]+)\s*(?:<[^<>()]*>\s*)?\((?:[^(){};]|\([^()]*\))*\)[^(){};]*$/;

/** What looks like the head of a function, and is none that has a name. */
const statements = /^(?:if|elif|else|elseif|for|foreach|while|unless|until|switch|match|when|catch|with|using|lock)$/;

/** The function that gives a list back which a value is in, if that is all that it does with it. */
export function returningFunction(reading: Reading, context: readonly Step[]): Named | undefined {
  const [body, holders] = [context.at(-1), context.slice(0, -1)];
  const isList =
    holders.length > 0 &&
    holders.every(
      ({ kind, deed, name }) => kind === 'element' || (kind === 'argument' && (deed === 'wraps' || name.text === '')),
    );
  return body?.kind === 'statement' && isList ? functionAround(reading, body) : undefined;
}

function functionAround(reading: Reading, { node: body, child }: Step): Named | undefined {
  const [before, ...words] = wordsBefore(reading, child);
  // Ruby's functions give back what stands in them last, and have no brackets.
  if (before !== undefined && words[0] === 'def') {
    return { name: before, value: child };
  }
  const isReturned = [textAt(reading, child), before, ...words].some((text = '') => /^(?:return|yield)\b/.test(text));
  const isLast = !child.nextSibling || /^[})\]]/.test(textAt(reading, child.nextSibling));
  return isReturned || isLast ? functionOf(reading, body) : undefined;
}

/** What stands before a node in its statement, the nearest first, where a language has no grammar. */
function wordsBefore(reading: Reading, child: SyntaxNode): string[] {
  const words: string[] = [];
  for (
    let node = child.prevSibling;
    node && /^(?:Word|Paren|Group)$/.test(node.name) && words.length < 4;
    node = node.prevSibling
  ) {
    words.push(textAt(reading, node));
  }
  return words;
}

function functionOf(reading: Reading, body: SyntaxNode): Named | undefined {
  let node = body;
  for (let depth = 0; depth < maxDepth && node.parent && roleOf(node) !== 'arguments'; depth++) {
    const { parent } = node;
    const [, name] = head.exec(reading.text.slice(Math.max(parent.from, node.from - maxHead), node.from)) ?? [];
    if (name !== undefined && !statements.test(name) && !/^(?:func|function|fn|fun|use|sub)$/.test(name)) {
      return { name, value: node };
    }
    // `const events = () => { … }`
    const step = innermostStep(reading, node);
    if (step?.kind === 'value') {
      return { name: step.name.name, value: node };
    }
    node = parent;
  }
  return undefined;
}

function textAt({ text }: Reading, { from, to }: SyntaxNode): string {
  return text.slice(from, Math.min(to, from + 40));
}
