import type { PartialParse, Tree } from '@lezer/common';
import { WholeParser } from '../wholeParser';
import { TokenTree, type Words } from './tokenTree';
import type { Tokenizer } from './tokens';

/** So many lines are read in one step. */
const linesAStep = 5;

/** Makes trees of a language that has tokens and no grammar. */
export class ModeParser extends WholeParser {
  /** @param start Begins to read a text. */
  constructor(
    private readonly start: () => Tokenizer,
    private readonly words: Words = {},
  ) {
    super();
  }

  protected override parseOf(text: string): PartialParse {
    return new ModeParse(this.start(), text, this.words);
  }
}

class ModeParse implements PartialParse {
  parsedPos = 0;
  stoppedAt: number | null = null;
  private readonly tree: TokenTree;

  constructor(
    private readonly tokens: Tokenizer,
    private readonly text: string,
    words: Words,
  ) {
    this.tree = new TokenTree(text, words);
  }

  advance(): Tree | null {
    const end = Math.min(this.text.length, this.stoppedAt ?? this.text.length);
    for (let line = 0; line < linesAStep && this.parsedPos < end; line++) {
      const lineBreak = this.text.indexOf('\n', this.parsedPos);
      const next = lineBreak === -1 ? this.text.length : lineBreak;
      const written = this.text.slice(this.parsedPos, next).replace(/\r$/, '');
      for (const token of this.tokens(written, this.parsedPos)) {
        this.tree.add(token);
      }
      this.tree.endLine();
      this.parsedPos = next + 1;
    }
    return this.parsedPos >= end ? this.tree.finish(Math.min(this.parsedPos, this.text.length)) : null;
  }

  stopAt(position: number): void {
    this.stoppedAt = position;
  }
}
