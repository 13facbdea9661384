/** Where a list of events comes from, in the order in which they win. */
export type ListOrigin =
  /** Bitbucket's answer to this window, which has not been asked in vain for a newer one. */
  | { readonly kind: 'live' }
  /** An older answer of Bitbucket's, of this window or a former one; `date` is when it came. */
  | { readonly kind: 'cached'; readonly date: Date }
  /** Part of the extension; `date` is the day it was made. */
  | { readonly kind: 'bundled'; readonly date: Date };

const order = ['live', 'cached', 'bundled'] as const;

export const live: ListOrigin = { kind: 'live' };

/** @param date Milliseconds since 1970. */
export function cachedAt(date: number): ListOrigin {
  return { kind: 'cached', date: new Date(date) };
}

/** Where something comes from that is made of several lists: it is as sure as the least sure, oldest one. */
export function leastSure(origins: readonly ListOrigin[]): ListOrigin {
  return origins.reduce<ListOrigin>((worst, origin) => (isLessSure(origin, worst) ? origin : worst), live);
}

function isLessSure(one: ListOrigin, other: ListOrigin): boolean {
  return one.kind !== 'live' && one.kind === other.kind
    ? one.date < other.date
    : order.indexOf(one.kind) > order.indexOf(other.kind);
}
