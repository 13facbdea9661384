import { l10n } from 'vscode';
import type { CatalogEvent } from '../catalog/eventCatalog';
import type { ListOrigin } from '../catalog/storedList';
import type { Certainty } from '../events/event';
import { events } from '../events/events';
import { type PayloadFiles, variantTitle } from '../payloads/payloadFiles';
import { certaintyDetail } from '../presentation/certaintyText';
import type { WebhookEvent, WebhookEventOrigin, WebhookPayload, WebhookPayloadCertainty } from './api';

/** The catalogue's events as other extensions get them: copies that nobody can change. */
interface Snapshot {
  /** What it was made of: the catalogue makes a new array when something changes. */
  readonly source: readonly CatalogEvent[];
  /** The events of a subject type, or all. */
  eventsOf(subjectType: string | undefined): readonly WebhookEvent[];
}

export function snapshotOf(source: readonly CatalogEvent[]): Snapshot {
  const all = Object.freeze(source.map(freezeEvent));
  return {
    source,
    eventsOf: (subjectType) =>
      subjectType === undefined ? all : Object.freeze(all.filter((event) => event.subjectTypes.includes(subjectType))),
  };
}

function freezeEvent({ key, label, category, description, subjectTypes, origin }: CatalogEvent): WebhookEvent {
  const removed = events.get(key)?.removed;
  return Object.freeze({
    key,
    label,
    category,
    description,
    subjectTypes: Object.freeze([...subjectTypes]),
    origin: freezeOrigin(origin),
    ...(removed && { removed: Object.freeze({ ...removed }) }),
  });
}

/** A `Date` stays changeable however frozen, so that its text is given. */
function freezeOrigin(origin: ListOrigin): WebhookEventOrigin {
  return Object.freeze(
    origin.kind === 'live' ? { kind: 'live' } : { kind: origin.kind, date: origin.date.toISOString() },
  );
}

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

function certaintyOf(key: string, { certainty, newest }: Certainty): WebhookPayloadCertainty {
  const own = { certainty, ...(newest !== undefined && { newest }) };
  return { ...own, certaintyText: certaintyDetail(key, own, l10n) };
}
