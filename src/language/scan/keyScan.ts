import { familyOf } from './family';
import { groupsOf, type KeyLine, keyLinesIn, linesWeighed } from './keyLines';
import { keysIn, type KeysInLines } from './keysIn';
import { speaks } from './signal';
import type { Found, LanguageFamily, LineSource } from './types';

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
  private keyLines: readonly KeyLine[] = [];
  private groups: readonly KeysInLines[] = [];
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
    const known = new Map(this.groups.map((group) => [group.first, group]));
    this.groups = (this.speaksOfBitbucket ? groupsOf(this.keyLines) : []).map((group) => {
      const old = known.get(group.first);
      return old?.last === group.last ? old : keysIn(this.family, source, group);
    });
    return this.groups.flatMap(({ found }) => found);
  }

  /** Whether the document spoke of Bitbucket when it was read last. */
  get speaksOfBitbucket(): boolean {
    return this.pathSpeaks || this.keyLines.some((line) => line.speaks);
  }

  /** Reads the lines that have changed; moves what is known of the others. */
  private readLines(source: LineSource): void {
    const { lineCount } = source;
    if (this.expectedCount !== lineCount || this.before < 0 || this.after < 0) {
      // Someone didn't tell of a change.
      this.before = this.after = 0;
    }
    const { before } = this;
    if (before === lineCount) {
      return;
    }
    // The lines just behind a change are weighed with it.
    const after = Math.max(0, Math.min(this.after, this.lineCount - before, lineCount - before) - linesWeighed);
    const shift = lineCount - this.lineCount;
    const firstAfter = this.lineCount - after;
    this.keyLines = [
      ...this.keyLines.filter(({ line }) => line < before),
      ...keyLinesIn(source, before, lineCount - after),
      ...this.keyLines.flatMap((known) => (known.line < firstAfter ? [] : { ...known, line: known.line + shift })),
    ];
    this.groups = this.groups.flatMap((group) => movedOver(group, before, firstAfter, shift) ?? []);
    this.lineCount = this.expectedCount = this.before = this.after = lineCount;
  }
}

/** A group with its lines as they are numbered now; `undefined` if a line has changed that was looked at for it. */
function movedOver(group: KeysInLines, before: number, firstAfter: number, shift: number): KeysInLines | undefined {
  const { first, last, from, to, found } = group;
  // The lines just outside count too: the look-around ended before them, or the document did.
  if (to + 1 < before || (from > firstAfter && shift === 0)) {
    return group;
  }
  return from > firstAfter
    ? {
        first: first + shift,
        last: last + shift,
        from: from + shift,
        to: to + shift,
        found: found.map(({ token, place }) => ({ token: { ...token, line: token.line + shift }, place })),
      }
    : undefined;
}
