import { NodeType, type Parser, type PartialParse, Tree } from '@lezer/common';
import { WholeParser } from './wholeParser';

const linesType = NodeType.define({ id: 0, name: 'Lines', top: true });

/** Parses each line by itself, with the parser of one value. */
export class LineParser extends WholeParser {
  constructor(private readonly line: Parser) {
    super();
  }

  protected override parseOf(text: string): PartialParse {
    return new LinesParse(this.line, text);
  }
}

/** A line a step, so that others can be served in between. */
class LinesParse implements PartialParse {
  parsedPos = 0;
  stoppedAt: number | null = null;
  private readonly trees: Tree[] = [];
  private readonly positions: number[] = [];

  constructor(
    private readonly line: Parser,
    private readonly text: string,
  ) {}

  advance(): Tree | null {
    const end = Math.min(this.text.length, this.stoppedAt ?? this.text.length);
    if (this.parsedPos >= end) {
      return new Tree(linesType, this.trees, this.positions, this.parsedPos);
    }
    const lineBreak = this.text.indexOf('\n', this.parsedPos);
    const next = lineBreak === -1 ? this.text.length : lineBreak + 1;
    this.trees.push(this.line.parse(this.text.slice(this.parsedPos, next)));
    this.positions.push(this.parsedPos);
    this.parsedPos = next;
    return null;
  }

  stopAt(position: number): void {
    this.stoppedAt = position;
  }
}
