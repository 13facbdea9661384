import { NodeSet, NodeType, Tree } from '@lezer/common';
import { roles } from '../roles';
import type { Token } from './tokens';

const names = [
  'Script',
  'String',
  'Bare',
  'Comment',
  'Word',
  'Paren',
  'Arguments',
  'Group',
  'Declaration',
  'Switch',
  'Body',
  'Case',
  'Block',
];

const nodeSet = new NodeSet(names.map((name, id) => NodeType.define({ id, name, top: id === 0 }))).extend(
  roles({
    literal: 'String',
    scalar: 'Bare',
    comment: 'Comment',
    arguments: 'Arguments',
    group: 'Group Body',
    declaration: 'Declaration',
    switch: 'Switch',
    case: 'Case',
    block: 'Script Block',
  }),
);

function typeNamed(name: string): NodeType {
  return nodeSet.types[names.indexOf(name)] ?? NodeType.none;
}

/** A node that is being filled. */
interface Open {
  name: string;
  readonly from: number;
  readonly closer: string;
  readonly children: Tree[];
  readonly positions: number[];
  /** Where its last statement begins, among its children. */
  statement: number;
}

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/**
 * Builds the same kind of tree from tokens that grammars make: brackets hold what is in them; what stands before a brace
 * says whether it is a list, a declaration's body, the alternatives of a `switch`, or statements.
 */
export class TokenTree {
  private readonly stack: Open[] = [open('Script', 0, '')];
  /** A string that isn't closed yet: all that comes is part of it. */
  private string: { readonly from: number; to: number } | undefined;
  private last: Token | undefined;

  constructor(
    private readonly text: string,
    private readonly hasBareWords: boolean,
  ) {}

  add(token: Token): void {
    if (this.string) {
      this.string.to = token.to;
      if (token.kind === 'string' && this.isClosed(this.string)) {
        this.endString();
      }
    } else if (token.kind === 'string') {
      this.string = { from: token.from, to: token.to };
      if (this.isClosed(token)) {
        this.endString();
      }
    } else if (token.kind === 'bare') {
      this.leaf('Bare', token);
    } else if (token.kind === 'comment') {
      this.leaf('Comment', token);
    } else {
      this.word(token);
    }
    this.last = token.kind === 'comment' ? this.last : token;
  }

  endLine(): void {
    // Only long strings go on in the next line.
    if (this.string && /^\w*(?:"|'|%\w?.)(?!""|'')/.test(this.text.slice(this.string.from, this.string.from + 5))) {
      this.endString();
    }
    const { closer } = this.top;
    if (closer === '' || closer === '}') {
      this.endStatement();
    }
  }

  finish(length: number): Tree {
    if (this.string) {
      this.endString();
    }
    while (this.stack.length > 1) {
      this.close(length);
    }
    const { children, positions } = this.top;
    return new Tree(typeNamed('Script'), children, positions, length);
  }

  private get top(): Open {
    return this.stack.at(-1) ?? open('Script', 0, '');
  }

  private isClosed({ from, to }: { readonly from: number; readonly to: number }): boolean {
    const text = this.text.slice(from, to);
    const [, mark = ''] = /^(?:[A-Za-z@$]{0,3}#*("""|'''|"|'|`)|%\w?.|\[=*\[)/.exec(text) ?? [];
    return mark === '' || (text.length > text.indexOf(mark) + mark.length && text.endsWith(mark));
  }

  private endString(): void {
    if (this.string) {
      this.leaf('String', this.string);
      this.string = undefined;
    }
  }

  private leaf(name: string, { from, to }: { readonly from: number; readonly to: number }): void {
    const { top } = this;
    top.children.push(new Tree(typeNamed(name), [], [], to - from));
    top.positions.push(from - top.from);
  }

  private word(token: Token): void {
    const text = this.text.slice(token.from, token.to);
    if (closers[text] !== undefined) {
      this.open(text, token);
      return;
    }
    if (/^[)\]}]$/.test(text)) {
      this.leaf('Word', token);
      this.closeAt(text, token.to);
      return;
    }
    const isArray = this.top.closer === ')' && this.top.name === 'Group';
    const isBare = this.hasBareWords && isArray && /^[\w:.-]+$/.test(text);
    if (isBare && this.goesOn(token)) {
      return;
    }
    this.leaf(isBare ? 'Bare' : 'Word', token);
    if (text === ';') {
      this.endStatement();
    }
    const body = this.top;
    if (body.name === 'Body' && (text === '=>' || text === '->' || text === ':')) {
      this.wrap('Case', body, body.statement, token.to);
    } else if (body.name === 'Body' && text === ',' && this.isArm(body)) {
      body.statement = body.children.length;
    }
  }

  /** Makes a bare word longer, which modes leave in pieces: `repo`, `:`, `push`. */
  private goesOn({ from, to }: Token): boolean {
    const { children, positions, from: start } = this.top;
    const [last, at = 0] = [children.at(-1), positions.at(-1)];
    if (last?.type.name !== 'Bare' || start + at + last.length !== from) {
      return false;
    }
    children[children.length - 1] = new Tree(typeNamed('Bare'), [], [], to - start - at);
    return true;
  }

  /** Whether what was last begun in the body of a `switch` is what an arm does, and a comma ends it. */
  private isArm(body: Open): boolean {
    return body.children[body.statement]?.type.name === 'Case';
  }

  private open(bracket: string, token: Token): void {
    const closer = closers[bracket] ?? '';
    const before = this.statementText(token.from);
    if (bracket === '(') {
      const isCall =
        this.last?.kind === 'other' &&
        /[\w$!?]$/.test(before) &&
        !/(?:^|\W)(?:if|while|for|foreach|switch|when|match|return|in|and|or|not|elseif|elsif|until|case)$/.test(
          before,
        );
      this.push(
        isCall ? 'Arguments' : /(?:=|@|\()\s*$/.test(before) && /[=@]\s*$/.test(before) ? 'Group' : 'Paren',
        token,
        closer,
      );
      return;
    }
    if (bracket === '[') {
      const isIndex = /[\w$)\]]$/.test(before) && this.last?.to === token.from;
      this.push(isIndex ? 'Paren' : 'Group', token, closer);
      return;
    }
    if (/\b(?:switch|when|match)\b[^{}]*$/.test(before)) {
      this.wrapOpen('Switch', token, 'Body', closer);
    } else if (/\b(?:enum|resource|class|struct|object|interface|variable|record)\b[^{}=]*$/.test(before)) {
      this.wrapOpen('Declaration', token, 'Group', closer);
    } else {
      const isBlock = /(?:\)|\b(?:else|do|try|finally|then|begin)|=>|->)\s*$/.test(before);
      this.push(isBlock ? 'Block' : 'Group', token, closer);
    }
  }

  private push(name: string, token: Token, closer: string): void {
    this.stack.push(open(name, token.from, closer));
    this.leaf('Word', token);
    this.top.statement = this.top.children.length;
  }

  /** Makes a node of the statement so far, and in it one for what the bracket holds. */
  private wrapOpen(name: string, token: Token, inner: string, closer: string): void {
    const outer = this.top;
    const moved = outer.children.splice(outer.statement);
    const places = outer.positions.splice(outer.statement);
    const from = outer.from + (places[0] ?? token.from - outer.from);
    const node = open(name, from, '');
    node.children.push(...moved);
    node.positions.push(...places.map((place) => outer.from + place - from));
    this.stack.push(node);
    this.push(inner, token, closer);
  }

  private wrap(name: string, parent: Open, first: number, to: number): void {
    const children = parent.children.splice(first);
    const positions = parent.positions.splice(first);
    const from = positions[0] ?? 0;
    const length = to - parent.from - from;
    parent.children.push(
      new Tree(
        typeNamed(name),
        children,
        positions.map((place) => place - from),
        length,
      ),
    );
    parent.positions.push(from);
  }

  private closeAt(bracket: string, to: number): void {
    const depth = this.stack.findLastIndex(({ closer }) => closer === bracket);
    while (depth > 0 && this.stack.length > depth) {
      this.close(to);
    }
    if (this.stack.length > 1 && this.top.closer === '') {
      // A declaration or a `switch` ends with its body.
      this.close(to);
      this.endStatement();
    }
  }

  private close(to: number): void {
    const node = this.stack.pop();
    if (node) {
      const { top } = this;
      top.children.push(new Tree(typeNamed(node.name), node.children, node.positions, to - node.from));
      top.positions.push(node.from - top.from);
    }
  }

  private endStatement(): void {
    this.top.statement = this.top.children.length;
  }

  private statementText(to: number): string {
    const { top } = this;
    const from = top.from + (top.positions[top.statement] ?? to - top.from);
    return this.text.slice(Math.max(Math.min(from, to), to - 200), to).trimEnd();
  }
}

function open(name: string, from: number, closer: string): Open {
  return { name, from, closer, children: [], positions: [], statement: 0 };
}
