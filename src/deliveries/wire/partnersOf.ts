import type { Delivery } from './delivery';

/**
 * What a delivery may be compared with: first those of the same event and target, then those of the same event; among
 * equals those before it, the last one first.
 *
 * @param all Newest first.
 */
export function partnersOf(one: Delivery, all: readonly Delivery[]): readonly Delivery[] {
  const position = all.findIndex(({ id }) => id === one.id);
  const others = [...all.slice(position + 1), ...all.slice(0, position).reverse()];
  const likeness = ({ eventKey, target }: Delivery) =>
    eventKey === one.eventKey ? (target.shown === one.target.shown ? 2 : 1) : 0;
  return others.sort((a, b) => likeness(b) - likeness(a));
}
