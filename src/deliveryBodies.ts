import type { EventCatalog } from './catalog/eventCatalog';
import type { BodySource } from './deliveries/sending';
import { eventKeyOfPath } from './events/fileNames';
import { misnamedFile } from './payloads/library/misnamedFile';
import { type PayloadFiles, variantTitle } from './payloads/payloadFiles';
import { shownSample } from './payloads/shownSample';
import { sampleScheme } from './presentation/sampleLinks';

/** What test deliveries need of the room that knows payloads. */
export function deliveryBodies(catalog: EventCatalog, files: PayloadFiles): BodySource {
  return {
    samples: async (eventKey, like) => {
      const entry = await files.entry(eventKey);
      const names = (await shownSample(like, files))?.names;
      return (entry?.variants ?? []).map((variant) => ({
        title: variantTitle(variant),
        read: async () => (await files.sample({ key: eventKey, variant: variant.id, names })) ?? '',
      }));
    },
    variantOf: async (uri) => {
      const sample = uri.scheme === sampleScheme ? await shownSample(uri, files) : undefined;
      return sample && variantTitle(sample.shown);
    },
    queryFor: ({ path }) => misnamedFile(path, catalog.listKnownEvents())?.query,
    eventKeyOf: ({ path, scheme }) => {
      const keys = catalog.listKnownEvents().map(({ key }) => key);
      return eventKeyOfPath(path, keys, scheme.startsWith('bitbucket-webhook'));
    },
  };
}
