import type { ChangedRange } from '@lezer/common';

/** So much is compared at a time: by far quicker than letter by letter. */
const step = 4_096;

/** The one range in which two texts differ; all before and behind it is the same in both. */
export function difference(before: string, after: string): ChangedRange {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start + step <= shorter && before.startsWith(after.slice(start, start + step), start)) {
    start += step;
  }
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) {
    start++;
  }
  let [fromA, fromB] = [before.length, after.length];
  const room = (): number => Math.min(fromA, fromB) - start;
  while (room() >= step && before.startsWith(after.slice(fromB - step, fromB), fromA - step)) {
    fromA -= step;
    fromB -= step;
  }
  while (room() > 0 && before.charCodeAt(fromA - 1) === after.charCodeAt(fromB - 1)) {
    fromA--;
    fromB--;
  }
  return { fromA: start, toA: fromA, fromB: start, toB: fromB };
}
