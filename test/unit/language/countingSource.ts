import type { LineSource } from '../../../src/language/scan';

/** A document of lines that counts every character it hands out. */
export class CountingSource implements LineSource {
  visited = 0;

  constructor(readonly lines: readonly string[]) {}

  get lineCount(): number {
    return this.lines.length;
  }

  lineText(line: number): string {
    const text = this.lines[line] ?? '';
    this.visited += text.length;
    return text;
  }
}
