import type { ListOrigin } from './storedList';

const order = ['live', 'cached', 'bundled'] as const;

/** Where something comes from that is made of several lists: it is as sure as the least sure, oldest one. */
export function leastSure(origins: readonly ListOrigin[]): ListOrigin {
  return origins.reduce<ListOrigin>((worst, origin) => (isLessSure(origin, worst) ? origin : worst), { kind: 'live' });
}

function isLessSure(one: ListOrigin, other: ListOrigin): boolean {
  return one.kind !== 'live' && one.kind === other.kind
    ? one.date < other.date
    : order.indexOf(one.kind) > order.indexOf(other.kind);
}
