import { type Input, Parser, type PartialParse, type TreeFragment } from '@lezer/common';

/** A parser that reads a text as a whole, and uses nothing of an earlier tree. Its tree begins where the text does. */
export abstract class WholeParser extends Parser {
  override createParse(
    input: Input,
    _fragments: readonly TreeFragment[],
    ranges: readonly { from: number; to: number }[],
  ): PartialParse {
    return this.parseOf(input.read(ranges[0]?.from ?? 0, ranges.at(-1)?.to ?? input.length));
  }

  /** Begins to parse a text. */
  protected abstract parseOf(text: string): PartialParse;
}
