import { familyOf } from './family';
import { groupsOf, type KeyLine, keyLineOf, weighedBefore } from './keyLines';
import { keysIn, type KeysInLines } from './keysIn';
import { speaks } from './signal';
import type { Found, LanguageFamily, LineSource } from './types';
import { lineOf } from './window';

/** Lines `first` to `last` of a document that became `count` lines. */
export interface LineChange {
  readonly first: number;
  readonly last: number;
  readonly count: number;
}

/**
 * The keys of one document for checks off the keystroke path: all texts with the form of an event key that stand where
 * keys are expected. After edits it reads the lines that changed and the neighbourhoods of the keys near by, and keeps
 * what it knows of the rest; the outcome is always that of a new scan of the same text.
 */
export class KeyScan {
  private readonly family: LanguageFamily;
  private readonly pathSpeaks: boolean;
  private keyLines: KeyLine[] = [];
  private groups: KeysInLines[] = [];
  /** A line that speaks of Bitbucket. */
  private signal: number | undefined;
  /** Of the text that was read last. */
  private lineCount = 0;
  /** How many lines at its beginning and at its end haven't changed since, and how many it has now. */
  private before = 0;
  private after = 0;
  private expectedCount = 0;

  /** @param path Of the document: it may speak of Bitbucket too. */
  constructor(languageId: string, path: string) {
    this.family = familyOf(languageId);
    this.pathSpeaks = speaks(path);
  }

  /**
   * Notes a change of the document and reads nothing: for each `TextDocumentContentChangeEvent`, in their order. One of
   * VS Code's is about the lines `range.start.line` to `range.end.line`, and `text` has `count` lines.
   */
  change({ first, last, count }: LineChange): void {
    this.before = Math.min(this.before, first);
    this.after = Math.min(this.after, this.expectedCount - 1 - last);
    this.expectedCount += count - (last - first + 1);
  }

  /** What stands in the document now, in its order; nothing in one that doesn't speak of Bitbucket. */
  read(source: LineSource): Found[] {
    this.readLines(source);
    if (!this.speaksOfBitbucket) {
      this.groups = [];
      return [];
    }
    this.readGroups(source);
    return this.groups.flatMap(({ found }) => found);
  }

  /** Whether the document spoke of Bitbucket when it was read last. */
  get speaksOfBitbucket(): boolean {
    return this.pathSpeaks || this.signal !== undefined;
  }

  /** Reads the lines that have changed; moves what is known of the others. */
  private readLines(source: LineSource): void {
    if (this.expectedCount !== source.lineCount || this.before < 0 || this.after < 0) {
      // Someone didn't tell of a change.
      this.before = this.after = 0;
    }
    const { before } = this;
    if (before === source.lineCount && before === this.lineCount) {
      return;
    }
    // The lines just behind a change are weighed with it.
    const after = Math.max(0, Math.min(this.after, this.lineCount - before, source.lineCount - before) - weighedBefore);
    const shift = source.lineCount - this.lineCount;
    const firstAfter = this.lineCount - after;
    const changed: KeyLine[] = [];
    let signal: number | undefined;
    for (let line = before; line < source.lineCount - after; line++) {
      const text = lineOf(source, line);
      const keyLine = keyLineOf(text, line);
      if (keyLine !== undefined) {
        changed.push(keyLine);
      }
      if (signal === undefined && speaks(text)) {
        signal = line;
      }
    }
    const start = lowerBound(this.keyLines, before);
    const end = lowerBound(this.keyLines, firstAfter);
    if (shift !== 0) {
      for (let index = end; index < this.keyLines.length; index++) {
        const keyLine = this.keyLines[index];
        if (keyLine !== undefined) {
          keyLine.line += shift;
        }
      }
    }
    this.keyLines = [...this.keyLines.slice(0, start), ...changed, ...this.keyLines.slice(end)];
    this.groups = this.groups.flatMap((group) => movedOver(group, before, firstAfter, shift) ?? []);
    this.signal = this.signalAfter(source, signal, firstAfter, shift);
    this.lineCount = this.expectedCount = source.lineCount;
    this.before = this.after = source.lineCount;
  }

  private signalAfter(
    source: LineSource,
    changed: number | undefined,
    firstAfter: number,
    shift: number,
  ): number | undefined {
    const { signal, before } = this;
    if (signal !== undefined && signal < before) {
      return signal;
    }
    if (signal !== undefined && signal >= firstAfter) {
      return signal + shift;
    }
    if (changed !== undefined || signal === undefined || this.pathSpeaks) {
      return changed;
    }
    // The line that spoke of Bitbucket is gone: is there another?
    for (let line = 0; line < source.lineCount; line++) {
      if (speaks(lineOf(source, line))) {
        return line;
      }
    }
    return undefined;
  }

  /** Looks at the groups of lines that aren't known any more. */
  private readGroups(source: LineSource): void {
    const known = new Map(this.groups.map((group) => [group.first, group]));
    const long = new Set(this.keyLines.flatMap(({ line, isLong }) => (isLong ? line : [])));
    this.groups = groupsOf(this.keyLines, source).map((lines) => {
      const group = known.get(lines.first);
      return group?.last === lines.last ? group : keysIn(this.family, source, lines, long.has(lines.first));
    });
  }
}

/** A group with its lines as they are numbered now; `undefined` if a line has changed that was looked at for it. */
function movedOver(group: KeysInLines, before: number, firstAfter: number, shift: number): KeysInLines | undefined {
  // The lines just outside count too: the look-around ended before them, or the document did.
  if (group.to + 1 < before) {
    return group;
  }
  if (group.from - 1 < firstAfter) {
    return undefined;
  }
  if (shift === 0) {
    return group;
  }
  const { first, last, from, to, found } = group;
  return {
    first: first + shift,
    last: last + shift,
    from: from + shift,
    to: to + shift,
    found: found.map(({ token, place }) => ({ token: { ...token, line: token.line + shift }, place })),
  };
}

/** The index of the first line that isn't before `line`. */
function lowerBound(keyLines: readonly KeyLine[], line: number): number {
  let [low, high] = [0, keyLines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keyLines[middle]?.line ?? 0) < line) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
