import type { EventCatalog } from './catalog/eventCatalog';
import { basename } from './deliveries/baseName';
import { eventKeyOfName } from './deliveries/eventKeyOfName';
import type { PayloadSource } from './deliveries/payloadSource';
import type { PayloadFiles } from './payloads/payloadFiles';
import { variantTitle } from './payloads/variantText';

/** What test deliveries need of the room that knows payloads. */
export function deliveryPayloads(catalog: EventCatalog, files: PayloadFiles): PayloadSource {
  return {
    samples: async (eventKey) => {
      const entry = await files.entry(eventKey);
      return (entry?.variants ?? []).map((variant) => ({
        title: variantTitle(variant),
        read: async () => (await files.sample({ key: eventKey, variant: variant.id })) ?? '',
      }));
    },
    eventKeyOf: (uri) => {
      const keys = catalog.listKnownEvents().map(({ key }) => key);
      return eventKeyOfName(basename(uri), keys, uri.scheme.startsWith('bitbucket-webhook'));
    },
  };
}
