import type { CatalogEvent } from '../../catalog/eventCatalog';

/** The events that the catalogue knows just now. */
export interface KnownEvents {
  findEvent(key: string): CatalogEvent | undefined;
  listKnownEvents(): readonly CatalogEvent[];
}
