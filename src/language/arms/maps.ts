import type { SyntaxNode } from '@lezer/common';
import type { Insertion } from '../insert/insertion';
import { quoted } from '../insert/written';
import { childrenOf, literalOf, type Reading, signOf, textOf } from '../syntax/reading';
import { isLiteral, roleOf } from '../syntax/roles';
import type { ReadConstruct, Span } from './arm';
import { endBehind, indentAt, startsLine } from './layout';
import type { Manner } from './manner';
import { todo } from './unhandled';
import { valueLike } from './values';

/** `Map.of` takes no more pairs. */
const maxPairs = 10;

/** An entry of a map with a text for its name. */
interface Entry extends Span {
  readonly name: SyntaxNode;
  /** `undefined` for a method. */
  readonly value: SyntaxNode | undefined;
}

/** A map from texts to what is done, in brackets or as arguments of Java's `Map.of`. */
export const readMap: ReadConstruct = (reading, node, manner) => {
  const entries = entriesOf(reading, node);
  if (entries.length === 0) {
    return undefined;
  }
  const isPairs = node.name === 'ArgumentList' && entries.every(({ from, name }) => from === name.from);
  return {
    literals: entries.map(({ name }) => name),
    names: [],
    room: isPairs ? maxPairs - entries.length : Infinity,
    bodies: entries.map(({ name, to }) => ({ from: name.to, to })),
    writer: (isKey) => {
      for (const template of entries.filter(({ name }) => isKey(name)).reverse()) {
        const value = valueLike(reading, manner, template);
        if (value) {
          return (keys) => mapInsertion(reading, manner, { node, template, value }, keys);
        }
      }
      return undefined;
    },
  };
};

function entriesOf(reading: Reading, node: SyntaxNode): Entry[] {
  const children = childrenOf(node).filter(
    (child) => roleOf(child) !== 'comment' && !/^[,{}[\]()]$/.test(signOf(reading, child)),
  );
  if (node.name === 'ArgumentList') {
    return entriesOfCall(reading, node, children);
  }
  if (!/^(?:Object|Dictionary|Array)Expression$|^(?:LiteralValue|ValueList)$/.test(node.name)) {
    return [];
  }
  return children.flatMap((child, index): Entry[] => {
    // Python's grammar has no node for an entry.
    const isSeparate = isLiteral(child) && signOf(reading, children[index + 1] ?? null) === ':';
    const parts = isSeparate
      ? children.slice(index, index + 3)
      : childrenOf(child).filter((part) => roleOf(part) !== 'comment');
    const [first, second, third] = parts;
    const name = first && roleOf(first) === 'key' ? first.firstChild : first;
    const value = first && roleOf(first) === 'key' ? parts.at(-1) : third;
    const isEntry = name && isLiteral(name) && (isSeparate || roleOf(child) === 'entry' || child.name === 'Element');
    if (isEntry !== true) {
      return [];
    }
    const isMethod = second?.name === 'ParamList';
    const to = isSeparate ? (value ?? child).to : child.to;
    return [{ from: child.from, to, name, value: isMethod ? undefined : value }];
  });
}

/** `Map.of("a", b, …)`, `Map.ofEntries(Map.entry("a", b), …)`. */
function entriesOfCall(reading: Reading, node: SyntaxNode, children: readonly SyntaxNode[]): Entry[] {
  const called = reading.text.slice(node.parent?.from ?? node.from, node.from).trim();
  if (/\bMap\.of$/.test(called)) {
    return children.flatMap((name, index) => {
      const value = children[index + 1];
      return index % 2 === 0 && value && isLiteral(name) ? [{ from: name.from, to: value.to, name, value }] : [];
    });
  }
  return /\bMap\.ofEntries$/.test(called)
    ? children.flatMap((child) => {
        const list = child.lastChild;
        const [name, value] = list ? childrenOf(list).filter((each) => !/^[(),]$/.test(signOf(reading, each))) : [];
        return name && value && isLiteral(name) ? [{ from: child.from, to: child.to, name, value }] : [];
      })
    : [];
}

interface Parts {
  readonly node: SyntaxNode;
  readonly template: Entry;
  readonly value: (key: string) => string;
}

function mapInsertion(
  reading: Reading,
  manner: Manner,
  { node, template, value }: Parts,
  keys: readonly string[],
): Insertion {
  const { text } = reading;
  const { quote } = literalOf(reading, template.name);
  const isOnLines = startsLine(text, template.from);
  const indent = indentAt(text, template.from);
  const method = template.value === undefined ? template.name.to : undefined;
  const before = text.slice(template.from, template.name.from).replace(/\basync\s+/, '');
  const between = method === undefined ? text.slice(template.name.to, template.value?.from) : '';
  const behind = method === undefined ? text.slice(template.value?.to, template.to) : '';
  const entries = keys.map((key) => before + quoted(key, quote) + between + value(key) + behind);
  const [comma, next] = [/^\s*,/.exec(text.slice(template.to))?.[0] ?? '', textBehind(reading, node, template)];
  const isLast = /^[)}\]]$/.test(next);
  const closes = comma !== '' || !isLast ? ',' : '';
  const comment = (key: string) =>
    isOnLines
      ? `\n${indent}${todo(manner, key)}\n${indent}`
      : manner.comment === '//'
        ? ` /* ${todo(manner, key).slice(3)} */ `
        : ' ';
  const added = entries.map((entry, index) => comment(keys[index] ?? '') + entry).join(',') + closes;
  const from = template.to;
  const to = isOnLines ? endBehind(text, from + comma.length) : from + comma.length;
  const rest = text.slice(from + comma.length, to);
  return { from, to, text: `,${rest}${added}` };
}

/** The mark that comes next in a map behind an entry and its comma. */
function textBehind(reading: Reading, node: SyntaxNode, { to }: Entry): string {
  const next = childrenOf(node).find(
    (child) => child.from >= to && roleOf(child) !== 'comment' && signOf(reading, child) !== ',',
  );
  return next ? textOf(reading, next) : '';
}
