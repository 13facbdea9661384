import type { PartialParse, Tree } from '@lezer/common';

/** Milliseconds that work may keep others waiting at a stretch: the extension host runs all extensions. */
const slice = 6;

/** Web workers have no `setImmediate`. */
const { setImmediate: inNextRound = setTimeout } = globalThis as Partial<typeof globalThis>;

let last: Promise<void> = Promise.resolve();

/**
 * Resolves once all that was waiting has had its turn, for one after the other: who works in slices is served like others.
 * In Node.js timers that come one after the other keep all else waiting, if each is due when the one before ends.
 */
export function yieldToEventLoop(): Promise<void> {
  last = last.then(
    () =>
      new Promise((resolve) => {
        inNextRound(resolve);
      }),
  );
  return last;
}

/** A stretch of work. */
export class Slice {
  private readonly end = Date.now() + slice;

  get isOver(): boolean {
    return Date.now() >= this.end;
  }
}

/** All that an iterable gives but for `undefined`, in slices; the last one is over, too. */
export async function inSlices<Item>(items: Iterable<Item | undefined>): Promise<Item[]> {
  const all: Item[] = [];
  let slice = new Slice();
  for (const item of items) {
    if (item !== undefined) {
      all.push(item);
    }
    if (slice.isOver) {
      await yieldToEventLoop();
      slice = new Slice();
    }
  }
  await yieldToEventLoop();
  return all;
}

/** Goes on with a parse for one slice; the tree, once that is made. */
export function advance(parse: PartialParse): Tree | undefined {
  const slice = new Slice();
  do {
    for (let steps = 0; steps < 20; steps++) {
      const tree = parse.advance();
      if (tree) {
        return tree;
      }
    }
  } while (!slice.isOver);
  return undefined;
}
