import type { CatalogEvent, EventCatalog } from '../catalog/eventCatalog';
import type { IsKey } from './keys/keyForm';

/** Tells keys that the catalogue knows just now; made for being asked often. */
export function knownKeys(catalog: EventCatalog): IsKey {
  let events: readonly CatalogEvent[] = [];
  let keys: ReadonlySet<string> = new Set();
  return (text) => {
    const now = catalog.listKnownEvents();
    if (now !== events) {
      events = now;
      keys = new Set(now.map(({ key }) => key));
    }
    return keys.has(text);
  };
}
