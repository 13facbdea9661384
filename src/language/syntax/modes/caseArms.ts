import type { Token } from './tokens';
import type { TreeBuilder } from './treeBuilder';

/** Ruby's words that `end` closes, at the beginning of a statement at least. */
const opensBlock = /^(?:begin|class|def|do|for|if|module|unless|until|while)$/;

/**
 * `case` without braces: what is compared stands in one `Case` an arm, as in all other languages. Shells have patterns up
 * to a bracket, and `;;` behind an arm; Ruby has `when`, up to `then` or the end of a line.
 */
export class CaseArms {
  /** How many blocks are open in each `case` that is. */
  private readonly depths: number[] = [];
  /** Whether a pattern of a shell comes next. */
  private isPattern = false;

  constructor(
    private readonly builder: TreeBuilder,
    private readonly closer: 'end' | 'esac',
  ) {}

  /** Whether words without quotes are patterns here. */
  get holdsPatterns(): boolean {
    return this.isPattern && this.isInArms;
  }

  /** Takes a word that belongs to a `case`. */
  take(word: string, token: Token, last: Token | undefined): boolean {
    const { builder } = this;
    if (this.closer === 'esac') {
      return this.takeOfShell(word, token, last);
    }
    if (!this.isInArms || token.kind !== 'keyword') {
      return false;
    }
    if (word === 'end' && this.depths.at(-1) === 0) {
      this.close(token);
      return true;
    }
    if (word === 'end') {
      this.deepen(-1);
    } else if (word === 'when' || word === 'else') {
      builder.endStatement();
    } else if (word === 'then') {
      this.endPatterns(last);
    } else if (opensBlock.test(word) && (word === 'do' || builder.startsStatement)) {
      this.deepen(1);
    }
    return false;
  }

  /** Whether the statement goes on in the next line. */
  endLine(last: Token | undefined, text: string): boolean {
    const { builder } = this;
    if (this.closer === 'esac' || last === undefined) {
      return false;
    }
    if (/^(?:[\w@.]+\s*=\s*)?case\b/.test(builder.statementText(last.to))) {
      this.open(last.to);
      return false;
    }
    const goesOn = text.charAt(last.from) === ',';
    if (this.isInArms && !goesOn) {
      this.endPatterns(last);
    }
    return this.isInArms && goesOn;
  }

  private takeOfShell(word: string, token: Token, last: Token | undefined): boolean {
    const { builder } = this;
    if (word === 'in' && /^case\b/.test(builder.statementText(token.from))) {
      builder.leaf('Word', token);
      this.open(token.to);
      this.isPattern = true;
    } else if (word === ')' && this.holdsPatterns) {
      builder.leaf('Word', token);
      builder.wrap('Case', token.to);
      this.isPattern = false;
    } else if (word === ';' && this.isInArms && last?.to === token.from) {
      builder.leaf('Word', token);
      builder.endStatement();
      this.isPattern = true;
    } else if (word === 'esac' && this.isInArms) {
      this.close(token);
      this.isPattern = false;
    } else {
      return false;
    }
    return true;
  }

  private get isInArms(): boolean {
    return this.depths.length > 0 && this.builder.top.name === 'Arms';
  }

  private open(at: number): void {
    this.builder.openAround('Switch', at);
    this.builder.open('Arms', at, this.closer);
    this.depths.push(0);
  }

  private close(token: Token): void {
    this.builder.leaf('Word', token);
    this.builder.closeAt(this.closer, token.to);
    this.depths.pop();
  }

  private deepen(by: number): void {
    this.depths.push((this.depths.pop() ?? 0) + by);
  }

  private endPatterns(last: Token | undefined): void {
    const { builder } = this;
    const { children, statement } = builder.top;
    const isOpen = children[statement]?.type.name === 'Word';
    if (last && isOpen && /^when\b/.test(builder.statementText(last.to))) {
      builder.wrap('Case', last.to);
    }
  }
}
