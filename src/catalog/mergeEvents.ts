import type { HookEvent } from '../bitbucket/hookEvents';
import type { ListOrigin } from './storedList';

/** An event with all that is known about it. */
export interface CatalogEvent extends HookEvent {
  /** The subject types whose webhooks can subscribe to it. */
  readonly subjectTypes: readonly string[];
  readonly origin: ListOrigin;
}

interface NamedEvents {
  /** The subject type's. */
  readonly name: string;
  readonly events: readonly HookEvent[];
  readonly origin: ListOrigin;
}

/** Each event of some lists once, in their order, with all its subject types; what a live list says of it wins. */
export function mergeEvents(lists: readonly NamedEvents[]): readonly CatalogEvent[] {
  const merged = new Map<string, CatalogEvent & { readonly subjectTypes: string[] }>();
  for (const { name, events, origin } of lists) {
    for (const event of events) {
      const known = merged.get(event.key);
      const subjectTypes = known?.subjectTypes ?? [];
      if (!subjectTypes.includes(name)) {
        subjectTypes.push(name);
      }
      if (!known || (known.origin.kind !== 'live' && origin.kind === 'live')) {
        merged.set(event.key, { ...event, subjectTypes, origin });
      }
    }
  }
  return [...merged.values()];
}
