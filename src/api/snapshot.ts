import type { CatalogEvent } from '../catalog/eventCatalog';
import type { ListOrigin } from '../catalog/storedList';
import type { WebhookEvent, WebhookEventOrigin } from './api';

/** The catalogue's events as other extensions get them: copies that nobody can change. */
export interface Snapshot {
  /** What it was made of: the catalogue makes a new array when something changes. */
  readonly source: readonly CatalogEvent[];
  readonly keys: ReadonlySet<string>;
  /** The events of a subject type, or all. */
  eventsOf(subjectType: string | undefined): readonly WebhookEvent[];
}

export function snapshotOf(source: readonly CatalogEvent[]): Snapshot {
  const all = Object.freeze(source.map(freezeEvent));
  return {
    source,
    keys: new Set(all.map(({ key }) => key)),
    eventsOf: (subjectType) =>
      subjectType === undefined ? all : Object.freeze(all.filter((event) => event.subjectTypes.includes(subjectType))),
  };
}

function freezeEvent({ key, label, category, description, subjectTypes, origin }: CatalogEvent): WebhookEvent {
  return Object.freeze({
    key,
    label,
    category,
    description,
    subjectTypes: Object.freeze([...subjectTypes]),
    origin: freezeOrigin(origin),
  });
}

/** A `Date` stays changeable however frozen, so that its text is given. */
function freezeOrigin(origin: ListOrigin): WebhookEventOrigin {
  return Object.freeze(
    origin.kind === 'live' ? { kind: 'live' } : { kind: origin.kind, date: origin.date.toISOString() },
  );
}
