import type { SyntaxNode } from '@lezer/common';
import { type Literal, type Reading, textOf } from '../syntax/reading';
import type { Insertion, Selected } from './insertion';
import { quoted } from './written';

/** Further items of YAML's `- item`, in place of one or below it. */
export function blockItems(
  reading: Reading,
  literal: Literal,
  item: SyntaxNode,
  keys: readonly string[],
  isReplaced: boolean,
): Insertion {
  const dash = item.prevSibling ?? item;
  const lead = `\n${' '.repeat(columnOf(reading, dash.from))}- `;
  const items = keys.map((key) => quoted(key, literal.quote));
  if (isReplaced) {
    const [from, to] = [literal.from - literal.quote.length, literal.isClosed ? literal.node.to : literal.to];
    return literal.quote === '' || literal.isClosed
      ? { from, to, text: items.join(lead) }
      : { from: literal.from, to, text: items.join(lead).slice(1, -1) };
  }
  const lineEnd = reading.text.indexOf('\n', literal.node.to);
  const end = lineEnd === -1 ? reading.text.length : lineEnd;
  const at = reading.text.charAt(end - 1) === '\r' ? end - 1 : end;
  return { from: at, to: at, text: lead + items.join(lead) };
}

/** In an item that has only its dash yet, and further ones below it. */
export function emptyItem(reading: Reading, dash: SyntaxNode, selected: Selected, keys: readonly string[]): Insertion {
  const space = dash.to === selected.from ? ' ' : '';
  return { ...selected, text: space + keys.join(`\n${' '.repeat(columnOf(reading, dash.from))}- `) };
}

/** Items on a blank line, in the column that the list there has, or would have. */
export function blockList(reading: Reading, line: Selected, keys: readonly string[]): Insertion {
  const { text } = reading;
  const column = columnOfList(reading, line);
  const indent = column === undefined ? text.slice(line.from, line.to) : ' '.repeat(column);
  return { ...line, text: keys.map((key) => `${indent}- ${key}`).join('\n') };
}

/** Where the dashes stand of the list that a line continues, or of one that is the value of the key above. */
function columnOfList(reading: Reading, line: Selected): number | undefined {
  const above = reading.text.slice(0, line.from).trimEnd().length;
  for (let node: SyntaxNode | null = reading.tree.resolveInner(above, -1); node; node = node.parent) {
    if (node.name === 'BlockSequence' && node.from < line.from) {
      return columnOf(reading, node.from);
    }
    if (node.name === 'Pair' && textOf(reading, node.firstChild ?? node) !== '') {
      const value = node.lastChild;
      const isEmpty = value !== null && textOf(reading, value) === ':';
      if (isEmpty || (value !== null && value.from > line.from && value.name === 'BlockSequence')) {
        return isEmpty ? columnOf(reading, node.from) + 2 : columnOf(reading, value.from);
      }
    }
  }
  return undefined;
}

function columnOf({ text }: Reading, position: number): number {
  return position - (text.lastIndexOf('\n', position - 1) + 1);
}
