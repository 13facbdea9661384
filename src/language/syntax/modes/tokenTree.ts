import { NodeSet, NodeType, type Tree } from '@lezer/common';
import { endOfJoined } from '../joinedQuotes';
import { roles } from '../roles';
import { CaseArms } from './caseArms';
import type { Token } from './tokens';
import { TreeBuilder } from './treeBuilder';

const names = 'Script String Bare Comment Word Paren Arguments Group Declaration Switch Body Arms Case Block'.split(
  ' ',
);

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
    block: 'Script Block Arms',
  }),
);

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** What a language has besides brackets and quotes. */
export interface Words {
  /** Lists hold words without quotes. */
  readonly hasBareWords?: boolean;
  /** Three quotes are around what is read as it is, which its mode doesn't know. */
  readonly hasRawStrings?: boolean;
  /** Quotes that go on in the next line. */
  readonly longQuotes?: string;
  /** Quoted texts with nothing between them are one. */
  readonly joinsQuotes?: boolean;
  /** What ends a `case`, where that has no braces. */
  readonly caseEnd?: 'end' | 'esac';
}

/**
 * Builds the same kind of tree from tokens that grammars make: brackets hold what is in them; what stands before a brace
 * says whether it is a list, a declaration's body, the alternatives of a `switch`, or statements.
 */
export class TokenTree {
  private readonly builder: TreeBuilder;
  /** A string that isn't closed yet: all that comes is part of it, up to `end` where that is known. */
  private string: { readonly from: number; to: number; readonly end: number | undefined } | undefined;
  private last: Token | undefined;
  private readonly arms: CaseArms | undefined;

  constructor(
    private readonly text: string,
    private readonly words: Words,
  ) {
    this.builder = new TreeBuilder(nodeSet, text, 'Script');
    this.arms = words.caseEnd && new CaseArms(this.builder, words.caseEnd);
  }

  add(token: Token): void {
    if (this.string) {
      this.string.to = token.to;
      this.endClosedString(token);
    } else if (token.kind === 'string') {
      const end = this.words.joinsQuotes === true ? endOfJoined(this.text, token.from) : undefined;
      this.string = { from: token.from, to: token.to, end };
      this.endClosedString(token);
    } else if (token.kind === 'bare') {
      this.builder.leaf('Bare', token);
    } else if (token.kind === 'comment') {
      this.builder.leaf('Comment', token);
    } else {
      this.word(token);
    }
    this.last = token.kind === 'comment' ? this.last : token;
  }

  endLine(): void {
    // Only long strings go on in the next line.
    const { longQuotes = '' } = this.words;
    const isLong = this.string !== undefined && longQuotes.includes(this.text.charAt(this.string.from));
    if (
      this.string &&
      !isLong &&
      /^\w*(?:"|'|%\w?.)(?!""|'')/.test(this.text.slice(this.string.from, this.string.from + 5))
    ) {
      this.endString();
    }
    const goesOn = this.arms?.endLine(this.last, this.text) ?? false;
    if (!goesOn && /^(?:\}|end|esac|)$/.test(this.builder.top.closer)) {
      this.builder.endStatement();
    }
  }

  finish(length: number): Tree {
    this.endString();
    return this.builder.finish(length);
  }

  private isClosed({ from, to }: { readonly from: number; readonly to: number }): boolean {
    const text = this.text.slice(from, to);
    const [, mark = ''] = /^(?:[A-Za-z@$]{0,3}#*("""|'''|"|'|`)|%\w?.|\[=*\[)/.exec(text) ?? [];
    return mark === '' || (text.length > text.indexOf(mark) + mark.length && text.endsWith(mark));
  }

  private endClosedString({ kind }: Token): void {
    const { string } = this;
    const isClosed =
      string && (string.end === undefined ? kind === 'string' && this.isClosed(string) : string.to >= string.end);
    if (isClosed === true) {
      this.endString();
    }
  }

  private endString(): void {
    if (this.string) {
      this.builder.leaf('String', this.string);
      this.string = undefined;
    }
  }

  private word(token: Token): void {
    const { builder } = this;
    const text = this.text.slice(token.from, token.to);
    if (this.arms?.take(text, token, this.last)) {
      return;
    }
    if (closers[text] !== undefined) {
      this.open(text, token);
      return;
    }
    if (/^[)\]}]$/.test(text)) {
      builder.leaf('Word', token);
      builder.closeAt(text, token.to);
      return;
    }
    const isArray = builder.top.closer === ')' && builder.top.name === 'Group';
    const isWord = this.words.hasBareWords === true && /^[\w:.,-]+$/.test(text);
    if (isWord && builder.lengthen('Bare', token)) {
      return;
    }
    const isBare = isWord && (isArray || this.arms?.holdsPatterns === true || this.isBehindSign(token));
    builder.leaf(isBare ? 'Bare' : 'Word', token);
    if (text === ';') {
      builder.endStatement();
    }
    const { top } = builder;
    if (top.name === 'Body' && (text === '=>' || text === '->' || text === ':')) {
      builder.wrap('Case', token.to);
    } else if (top.name === 'Body' && text === ',' && top.children[top.statement]?.type.name === 'Case') {
      // What an arm does ends here.
      top.statement = top.children.length;
    }
  }

  /** `--events repo:push`, `= repo:push`. */
  private isBehindSign(token: Token): boolean {
    const { last, text } = this;
    const before = last && last.to < token.from ? text.slice(text.lastIndexOf(' ', last.to - 1) + 1, last.to) : '';
    return /^(?:--[a-z][\w-]*|==?|!=)$/.test(before) && !text.slice(token.from, token.to).startsWith('-');
  }

  private open(bracket: string, token: Token): void {
    const { builder } = this;
    const closer = closers[bracket] ?? '';
    const before = builder.statementText(token.from);
    if (bracket === '(') {
      this.push(this.isCall(before) ? 'Arguments' : /[=@]\s*$/.test(before) ? 'Group' : 'Paren', token, closer);
    } else if (bracket === '[') {
      const isIndex = /[\w$)\]]$/.test(before) && this.last?.to === token.from;
      // In a shell, a test.
      this.push(isIndex || this.words.hasBareWords === true ? 'Paren' : 'Group', token, closer);
    } else if (/\b(?:switch|when|match)\b[^{}]*$/.test(before)) {
      builder.openAround('Switch', token.from);
      this.push('Body', token, closer);
    } else if (/\b(?:enum|resource|class|struct|object|interface|variable|record)\b[^{}=]*$/.test(before)) {
      builder.openAround('Declaration', token.from);
      this.push('Group', token, closer);
    } else {
      const isBlock = /(?:\)|\b(?:else|do|try|finally|then|begin)|=>|->)\s*$/.test(before);
      this.push(isBlock ? 'Block' : 'Group', token, closer);
    }
  }

  /** Whether a bracket behind this holds arguments; words that are part of the language need none. */
  private isCall(before: string): boolean {
    return (
      this.last?.kind === 'other' &&
      /[\w$!?]$/.test(before) &&
      !/(?:^|\W)(?:if|while|for|foreach|switch|when|match|return|in|and|or|not|elseif|elsif|until|case)$/.test(before)
    );
  }

  private push(name: string, token: Token, closer: string): void {
    this.builder.open(name, token.from, closer);
    this.builder.leaf('Word', token);
    this.builder.endStatement();
  }
}
