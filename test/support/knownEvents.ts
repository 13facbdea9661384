import type { CatalogEvent } from '../../src/catalog/eventCatalog';
import type { KnownEvents } from '../../src/language/keys/knownEvents';

/** Events, as the catalogue would know them. */
export function knownAs(events: readonly CatalogEvent[]): KnownEvents {
  const byKey = new Map(events.map((event) => [event.key, event]));
  return { findEvent: (key) => byKey.get(key), listKnownEvents: () => events };
}
