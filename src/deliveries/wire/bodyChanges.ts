import { type JsonWriter, rewrittenJson } from './jsonWriters';

/** Something that may have been done to a body before or after it was signed. */
export type BodyChange =
  | 'withoutByteOrderMark'
  | 'withByteOrderMark'
  | 'withoutLastNewline'
  | 'withoutLastNewlines'
  | 'withLastNewline'
  | 'withTwoNewlines'
  /** LF for CRLF. */
  | 'lineFeeds'
  /** CRLF for LF. */
  | 'carriageReturns'
  /** The same JSON, written anew. */
  | JsonWriter;

export interface ChangedBody {
  readonly text: string;
  readonly changes: readonly BodyChange[];
}

type Step = readonly [change: BodyChange | undefined, apply: (text: string) => string];

const same: Step = [undefined, (text) => text];
const mark = '\ufeff';
/** One of each list, in this order. */
const steps: readonly (readonly Step[])[] = [
  [
    same,
    ['withoutByteOrderMark', (text) => (text.startsWith(mark) ? text.slice(1) : text)],
    ['withByteOrderMark', (text) => (text.startsWith(mark) ? text : mark + text)],
  ],
  [
    same,
    ['withoutLastNewline', (text) => text.slice(0, endWithout(text, 1))],
    [
      'withoutLastNewlines',
      (text) => (endWithout(text, 1) === endWithout(text) ? text : text.slice(0, endWithout(text))),
    ],
    ['withLastNewline', (text) => `${text}\n`],
    ['withTwoNewlines', (text) => `${text}\n\n`],
  ],
  [
    same,
    ['lineFeeds', (text) => text.replaceAll('\r\n', '\n')],
    ['carriageReturns', (text) => text.replace(/\r?\n/g, '\r\n')],
  ],
];

/** All choices of steps, those with the fewest changes first. */
const choices = steps
  .reduce<Step[][]>((all, list) => all.flatMap((chosen) => list.map((step) => [...chosen, step])), [[]])
  .sort((a, b) => changesOf(a).length - changesOf(b).length);

/** A body as it is, then with what usually happens to one, simple things first. A step that changes nothing is left out. */
export function* changedBodies(text: string): Generator<ChangedBody> {
  for (const chosen of choices) {
    const changed = applied(chosen, text);
    if (changed !== undefined) {
      yield { text: changed, changes: changesOf(chosen) };
    }
  }
  for (const { writer, text: json } of rewrittenJson(text.startsWith(mark) ? text.slice(1) : text)) {
    yield { text: json, changes: [writer] };
    yield { text: `${json}\n`, changes: [writer, 'withLastNewline'] };
  }
}

function applied(chosen: readonly Step[], text: string): string | undefined {
  let changed = text;
  for (const [change, apply] of chosen) {
    const before = changed;
    changed = apply(before);
    if (change !== undefined && changed === before) {
      return undefined;
    }
  }
  return changed;
}

function changesOf(chosen: readonly Step[]): BodyChange[] {
  return chosen.flatMap(([change]) => (change === undefined ? [] : [change]));
}

/** Where a text ends without its last newlines, so many at most. */
function endWithout(text: string, most = Infinity): number {
  let end = text.length;
  for (let count = 0; count < most && text[end - 1] === '\n'; count++) {
    end -= text[end - 2] === '\r' ? 2 : 1;
  }
  return end;
}
