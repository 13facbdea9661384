import type { EventCatalog } from './catalog/eventCatalog';
import type { BodySource } from './deliveries/sending';
import { eventKeyOfPath } from './events/fileNames';
import { misnamedFile } from './payloads/library/misnamedFile';
import { type PayloadFiles, variantTitle } from './payloads/payloadFiles';

/** What test deliveries need of the room that knows payloads. */
export function deliveryBodies(catalog: EventCatalog, files: PayloadFiles): BodySource {
  return {
    samples: async (eventKey) => {
      const entry = await files.entry(eventKey);
      return (entry?.variants ?? []).map((variant) => ({
        title: variantTitle(variant),
        read: async () => (await files.sample({ key: eventKey, variant: variant.id })) ?? '',
      }));
    },
    queryFor: ({ path }) => misnamedFile(path, catalog.listKnownEvents())?.query,
    eventKeyOf: ({ path, scheme }) => {
      const keys = catalog.listKnownEvents().map(({ key }) => key);
      return eventKeyOfPath(path, keys, scheme.startsWith('bitbucket-webhook'));
    },
  };
}
