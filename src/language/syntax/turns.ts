import type { PartialParse, Tree } from '@lezer/common';

/** Milliseconds that work may keep others waiting at a stretch: the extension host runs all extensions. */
const slice = 6;

/** Web workers have no `setImmediate`. */
const { setImmediate: inNextRound = setTimeout } = globalThis as Partial<typeof globalThis>;

let last: Promise<void> = Promise.resolve();

/** When the slice is over that was begun last. */
let end = 0;

/**
 * Resolves once all that was waiting has had its turn, for one after the other: who works in slices is served like others.
 * In Node.js timers that come one after the other keep all else waiting, if each is due when the one before ends.
 */
export function yieldToEventLoop(): Promise<void> {
  last = last.then(
    () =>
      new Promise((resolve) => {
        inNextRound(() => {
          end = Date.now() + slice;
          resolve();
        });
      }),
  );
  return last;
}

/** Whether others have waited for so long that it is their turn, whoever has worked since they had it last. */
export function isTurnOver(): boolean {
  return Date.now() >= end;
}

/** All that an iterable gives but for `undefined`, in slices. */
export async function inSlices<Item>(items: Iterable<Item | undefined>): Promise<Item[]> {
  const all: Item[] = [];
  for (const item of items) {
    if (item !== undefined) {
      all.push(item);
    }
    if (isTurnOver()) {
      await yieldToEventLoop();
    }
  }
  return all;
}

/** Goes on with a parse up to the end of the slice; the tree, once that is made. */
export function advance(parse: PartialParse): Tree | undefined {
  do {
    for (let steps = 0; steps < 20; steps++) {
      const tree = parse.advance();
      if (tree) {
        return tree;
      }
    }
  } while (!isTurnOver());
  return undefined;
}

/** Makes the tree of a parse, in slices. */
export async function finish(parse: PartialParse): Promise<Tree> {
  for (;;) {
    const tree = advance(parse);
    if (tree) {
      return tree;
    }
    await yieldToEventLoop();
  }
}
