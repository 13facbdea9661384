import type { ChangedRange } from '@lezer/common';

/** The one range in which two texts differ; all before and behind it is the same in both. */
export function difference(before: string, after: string): ChangedRange {
  const shorter = Math.min(before.length, after.length);
  const start = mostOf(shorter, (from, to) => before.slice(from, to) === after.slice(from, to));
  const end = mostOf(shorter - start, (from, to) => {
    return (
      before.slice(before.length - to, before.length - from) === after.slice(after.length - to, after.length - from)
    );
  });
  return { fromA: start, toA: before.length - end, fromB: start, toB: after.length - end };
}

/** How many of `most` letters are the same. Halves are compared as wholes, by far quicker than letter by letter. */
function mostOf(most: number, areSame: (from: number, to: number) => boolean): number {
  let [same, high] = [0, most];
  while (same < high) {
    const middle = Math.ceil((same + high) / 2);
    if (areSame(same, middle)) {
      same = middle;
    } else {
      high = middle - 1;
    }
  }
  return same;
}
