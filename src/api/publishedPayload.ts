import type { Sureness } from '../payloads/library/certainty';
import type { PayloadFiles } from '../payloads/payloadFiles';
import { surenessDetail, variantTitle } from '../payloads/variantText';
import type { WebhookPayload, WebhookPayloadCertainty } from './api';

/** What other extensions are told of an event's payload: what users see, as copies that nobody can change. */
export async function publishedPayload(files: PayloadFiles, key: string): Promise<WebhookPayload | undefined> {
  const entry = await files.entry(key);
  if (!entry) {
    return undefined;
  }
  const samples = entry.variants.map(async (variant) => {
    const body = (await files.sample({ key, variant: variant.id })) ?? '';
    return Object.freeze({ id: variant.id, title: variantTitle(variant), ...certaintyOf(key, variant), body });
  });
  return Object.freeze({
    key,
    ...certaintyOf(key, entry),
    schema: (await files.schema(key)) ?? '',
    types: await files.types([key]),
    headers: Object.freeze(Object.fromEntries(entry.headers)),
    samples: Object.freeze(await Promise.all(samples)),
  });
}

function certaintyOf(key: string, { certainty, newest }: Sureness): WebhookPayloadCertainty {
  const certaintyText = surenessDetail(key, { certainty, ...(newest !== undefined && { newest }) });
  return { certainty, ...(newest !== undefined && { newest }), certaintyText };
}
