import { type NodeSet, NodeType, Tree } from '@lezer/common';

/** A node that is being filled. */
interface Open {
  readonly name: string;
  readonly from: number;
  /** What ends it; empty where it ends with what it holds. */
  readonly closer: string;
  readonly children: Tree[];
  readonly positions: number[];
  /** Where its last statement begins, among its children. */
  statement: number;
}

/** So much of a statement is looked at. Characters. */
const maxStatement = 200;

/** Builds a syntax tree of what comes one after the other: leaves, and nodes that are opened and closed around them. */
export class TreeBuilder {
  private readonly stack: Open[];

  constructor(
    private readonly nodeSet: NodeSet,
    private readonly text: string,
    private readonly root: string,
  ) {
    this.stack = [opened(root, 0, '')];
  }

  /** The innermost node that is open. */
  get top(): Open {
    return this.stack.at(-1) ?? opened(this.root, 0, '');
  }

  get startsStatement(): boolean {
    return this.top.children.length === this.top.statement;
  }

  leaf(name: string, { from, to }: { readonly from: number; readonly to: number }): void {
    this.add(this.tree(name, [], [], to - from), from);
  }

  /** Makes the last leaf longer, if it has that name and ends where this begins. */
  lengthen(name: string, { from, to }: { readonly from: number; readonly to: number }): boolean {
    const { children, positions, from: start } = this.top;
    const [last, at = 0] = [children.at(-1), positions.at(-1)];
    if (last?.type.name !== name || start + at + last.length !== from) {
      return false;
    }
    children[children.length - 1] = this.tree(name, [], [], to - start - at);
    return true;
  }

  open(name: string, from: number, closer: string): void {
    this.stack.push(opened(name, from, closer));
  }

  /** Opens a node that holds the statement so far. */
  openAround(name: string, end: number): void {
    const outer = this.top;
    const children = outer.children.splice(outer.statement);
    const positions = outer.positions.splice(outer.statement);
    const from = outer.from + (positions[0] ?? end - outer.from);
    this.open(name, from, '');
    this.top.children.push(...children);
    this.top.positions.push(...positions.map((position) => outer.from + position - from));
  }

  /** Makes a node of the statement so far. */
  wrap(name: string, to: number): void {
    this.openAround(name, to);
    this.close(to);
  }

  /** Closes all up to what this ends, and what ends with that. */
  closeAt(closer: string, to: number): void {
    const depth = this.stack.findLastIndex((open) => open.closer === closer);
    while (depth > 0 && this.stack.length > depth) {
      this.close(to);
    }
    if (this.stack.length > 1 && this.top.closer === '') {
      this.close(to);
      this.endStatement();
    }
  }

  endStatement(): void {
    this.top.statement = this.top.children.length;
  }

  /** The statement so far. */
  statementText(to: number): string {
    const { top } = this;
    const from = top.from + (top.positions[top.statement] ?? to - top.from);
    return this.text.slice(Math.max(Math.min(from, to), to - maxStatement), to).trimEnd();
  }

  finish(length: number): Tree {
    while (this.stack.length > 1) {
      this.close(length);
    }
    const { children, positions } = this.top;
    return this.tree(this.root, children, positions, length);
  }

  private close(to: number): void {
    const node = this.stack.pop();
    if (node) {
      this.add(this.tree(node.name, node.children, node.positions, to - node.from), node.from);
    }
  }

  private add(tree: Tree, from: number): void {
    const { top } = this;
    top.children.push(tree);
    top.positions.push(from - top.from);
  }

  private tree(name: string, children: readonly Tree[], positions: readonly number[], length: number): Tree {
    const type = this.nodeSet.types.find((each) => each.name === name) ?? NodeType.none;
    return new Tree(type, children, positions, length);
  }
}

function opened(name: string, from: number, closer: string): Open {
  return { name, from, closer, children: [], positions: [], statement: 0 };
}
