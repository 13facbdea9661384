/** Milliseconds that work may keep others waiting at a stretch: the extension host runs all extensions. */
const slice = 6;

/** Web workers have no `setImmediate`. */
const { setImmediate: inNextRound = setTimeout } = globalThis as Partial<typeof globalThis>;

let last: Promise<void> = Promise.resolve();

/**
 * Resolves once all that was waiting has had its turn, for one after the other: who works in slices is served like others.
 * In Node.js timers that come one after the other keep all else waiting, if each is due when the one before ends.
 */
export function othersServed(): Promise<void> {
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
      await othersServed();
      slice = new Slice();
    }
  }
  await othersServed();
  return all;
}
