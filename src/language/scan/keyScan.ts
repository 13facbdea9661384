import { familyOf } from './family';
import { groupsOf } from './groups';
import { type KeyLine, keyLinesIn, type KeyText, linesAbove } from './keyLines';
import { keysIn, type KeysInLines } from './keysIn';
import { mayRepeat } from './repeats';
import { speaks } from './signal';
import type { Found, LanguageFamily, LineSource } from './types';

/** Lines `first` to `last` of a document that became `count` lines. */
export interface LineChange {
  readonly first: number;
  readonly last: number;
  readonly count: number;
}

/**
 * What is known of a text with the form of a key before anyone has read where it stands. `ignored`: nobody's business.
 * `right`: there is nothing to say of it, unless its list holds it already. `doubtful`: its place decides.
 */
export type Verdict = 'ignored' | 'right' | 'doubtful';

/** Called for the same texts time and again: must be quick. */
export type Judge = (text: string) => Verdict;

/**
 * The keys of one document for checks off the keystroke path. Every line is looked at for texts with the form of an
 * event key; only those that a judge has doubts about are read where they stand. After edits it does that with the lines
 * that changed and the neighbourhoods of the keys near by, and keeps what it knows of the rest; the outcome is always
 * that of a new scan of the same text.
 */
export class KeyScan {
  /** Whether the document spoke of Bitbucket when it was read last, and held texts that weren't ignored. */
  holdsKeys = false;
  private readonly family: LanguageFamily;
  private readonly pathSpeaks: boolean;
  private keyLines: readonly KeyLine[] = [];
  private groups: readonly KeysInLines[] = [];
  /** A line that speaks of Bitbucket; `none` where no line does, `undefined` before someone has asked. */
  private signal: number | 'none' | undefined;
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

  /**
   * What stands in the document now where keys are expected, in its order: all on lines with a text that is doubtful, or
   * that is right and may be repeated. Nothing in a document that doesn't speak of Bitbucket.
   */
  read(source: LineSource, judge: Judge): Found[] {
    this.readLines(source);
    const isKey = ({ text }: KeyText): boolean => judge(text) !== 'ignored';
    this.holdsKeys = this.keyLines.some(({ keys }) => keys.some(isKey)) && this.speaksOfBitbucket(source);
    const wanted = new Set(
      this.holdsKeys ? this.keyLines.filter((keyLine, index) => this.isWanted(source, judge, keyLine, index)) : [],
    );
    const known = new Map(this.groups.map((group) => [group.first, group]));
    this.groups = groupsOf(source, this.keyLines, wanted).map((group) => {
      const old = known.get(group.first);
      return old?.last === group.last ? old : keysIn(this.family, source, group);
    });
    const lines = new Set([...wanted].map(({ line }) => line));
    return this.groups.flatMap(({ found }) => found.filter(({ token }) => lines.has(token.line)));
  }

  /** Whether the document that was read last speaks of Bitbucket. */
  speaksOfBitbucket(source: LineSource): boolean {
    this.signal ??= this.pathSpeaks ? 0 : (speakingLine(source, 0, source.lineCount) ?? 'none');
    return this.pathSpeaks || this.signal !== 'none';
  }

  private isWanted(source: LineSource, judge: Judge, keyLine: KeyLine, index: number): boolean {
    let isRight = false;
    for (const { text } of keyLine.keys) {
      const verdict = judge(text);
      if (verdict === 'doubtful') {
        return true;
      }
      isRight ||= verdict === 'right';
    }
    return isRight && (keyLine.repeats ??= mayRepeat(this.family, source, this.keyLines, index));
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
    const after = Math.max(0, Math.min(this.after, this.lineCount - before, lineCount - before));
    const shift = lineCount - this.lineCount;
    this.moveSignal(source, before, lineCount - after, shift);
    this.groups = this.groups.flatMap((group) => movedOver(group, before, this.lineCount - after, shift) ?? []);
    // What is remembered of the lines just behind a change has to do with it.
    const farAfter = Math.max(0, after - linesAbove);
    const behind = this.keyLines.filter(({ line }) => line >= this.lineCount - farAfter);
    const above = this.keyLines.filter(({ line }) => line < before);
    for (const keyLine of behind) {
      keyLine.line += shift;
    }
    this.keyLines = [...above, ...keyLinesIn(source, before, lineCount - farAfter), ...behind];
    this.lineCount = this.expectedCount = this.before = this.after = lineCount;
  }

  /** Lines from `before` to before `end` have changed, those behind have moved. */
  private moveSignal(source: LineSource, before: number, end: number, shift: number): void {
    const { signal } = this;
    if (signal === undefined || (signal !== 'none' && signal < before)) {
      return;
    }
    if (signal !== 'none' && signal >= end - shift) {
      this.signal = signal + shift;
      return;
    }
    const isLost = signal !== 'none';
    this.signal = speakingLine(source, before, end) ?? (isLost ? undefined : 'none');
  }
}

function speakingLine(source: LineSource, first: number, end: number): number | undefined {
  for (let line = first; line < end; line++) {
    if (speaks(source.lineText(line))) {
      return line;
    }
  }
  return undefined;
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
