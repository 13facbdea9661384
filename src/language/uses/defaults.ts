import type { SyntaxNode } from '@lezer/common';
import { expressionUpTo } from '../place/expression';
import { deedOf } from '../place/vocabulary';
import { childrenOf, type Reading } from '../syntax/reading';
import { isLiteral, roleOf } from '../syntax/roles';

/** The `switch` whose arms a position is in. */
export function switchAround(reading: Reading, at: number): SyntaxNode | undefined {
  for (let node: SyntaxNode | null = reading.tree.resolveInner(at, 1); node; node = node.parent) {
    if (roleOf(node) === 'switch') {
      return node;
    }
  }
  return undefined;
}

/** A part of a `switch` that is one of its arms, with what it begins with. */
interface Arm {
  readonly from: number;
  readonly nodes: readonly SyntaxNode[];
}

/**
 * Where the arm begins that takes all that a `switch` doesn't name, if it does something: it calls a function that does
 * more than answer, tell people, or refuse.
 */
export function defaultIn(reading: Reading, node: SyntaxNode): number | undefined {
  const arm = defaultArm(reading, bodyOf(node));
  const does = arm?.nodes.some(
    (each, index) => callsSomething(reading, each) || isCommand(reading, each, arm.nodes[index - 1]),
  );
  return does === true ? arm?.from : undefined;
}

/** What holds the arms. */
function bodyOf(node: SyntaxNode): SyntaxNode {
  return childrenOf(node).find((child) => childrenOf(child).some(isArm)) ?? node;
}

/** An arm, or what it begins with. */
function isArm(node: SyntaxNode): boolean {
  return [node, node.firstChild].some((each) => each && (roleOf(each) === 'case' || each.name.startsWith('Default')));
}

function defaultArm(reading: Reading, body: SyntaxNode): Arm | undefined {
  const children = childrenOf(body);
  const start = children.findLastIndex(
    (child, index) => isDefault(reading, child) && isOfCase(reading, children.slice(index)),
  );
  const label = children[start];
  if (label === undefined) {
    return undefined;
  }
  const behind = children.slice(start + 1);
  const end = behind.findIndex((child) => isArm(child));
  return { from: label.from, nodes: [label, ...behind.slice(0, end === -1 ? undefined : end)] };
}

/** `default:`, `else ->`, `_ =>`, `case _:`, `*)`. */
function isDefault({ text }: Reading, node: SyntaxNode): boolean {
  const start = text.slice(node.from, Math.min(node.to, node.from + 20));
  // Grammars have nodes of their own for all but Ruby's and Kotlin's.
  const isElse = /^(?:Word|Case)$/.test(node.name) && /^else\b/.test(start);
  return isElse || /^(?:default\b|_(?:\s|$)|(?:case\s+)_\s*:|\*\s*\))/.test(start);
}

/** Whether Ruby's `else` is that of the `case` that ends with the last `end`, and not of a block in one of its arms. */
function isOfCase({ text }: Reading, [first, ...behind]: readonly SyntaxNode[]): boolean {
  let [depth, before] = [0, first];
  for (const node of behind) {
    const word = node.name === 'Word' ? text.slice(node.from, node.to) : '';
    const isFirst = before !== undefined && text.slice(before.from, node.from).includes('\n');
    depth += Number(word === 'do' || (isFirst && /^(?:begin|case|for|if|unless|until|while)$/.test(word)));
    if (word === 'end' && --depth < 0) {
      return node === behind.at(-1);
    }
    before = node;
  }
  return true;
}

/** Functions and commands that tell people, under whatever name. */
const tells =
  /^(?:_?log(?:ger|ging)?|console|slog|e?print\w*|debug|trace|info|notice|warn(?:ing)?|errorf?|fatal\w*|panic|throw|raise|puts|echo)$/i;

/** Those that answer, refuse, stop, or make what does. */
const answers =
  /^(?:send\w*|status|json|text|end|write\w*|respond\w*|reply|render|head(?:er)?|abort|exit|die|ok|no_?content|bad_?request|not_?found|accepted|\w*response|jsonify|next|\w*(?:error|exception)\w*|http_response_code|build|format|sprintf|str(?:ing)?|dict|len|bool)$/i;

function callsSomething(reading: Reading, node: SyntaxNode): boolean {
  let does = false;
  node.cursor().iterate((each) => {
    if (does || isLiteral(each.node) || roleOf(each.node) === 'comment') {
      return false;
    }
    if (roleOf(each.node) === 'arguments') {
      const called = expressionUpTo(reading, each.node.prevSibling);
      const names = called.path.split('.');
      does =
        called.path !== '' &&
        deedOf(called) !== 'tells' &&
        !names.some((name) => tells.test(name) || answers.test(name));
    }
    return !does;
  });
  return does;
}

/** Words that begin a statement, and are none of what is called without brackets. */
const keywords =
  /^(?:if|unless|while|for|do|then|else|fi|done|end|esac|return|break|continue|next|true|false|nil|shift|set|local|export|cat|logger)$/;

/** Whether a word is what a shell runs, or Ruby calls without brackets. */
function isCommand({ text }: Reading, node: SyntaxNode, before: SyntaxNode | undefined): boolean {
  const word = text.slice(node.from, node.to);
  const isFirst = before && (before.name === 'Case' || /[\n;]/.test(text.slice(before.from, node.from)));
  const isWord = node.name === 'Word' && /^[a-z_][\w.-]*$/i.test(word);
  return isWord && isFirst === true && !keywords.test(word) && !tells.test(word) && !answers.test(word);
}
