import type { HookEvent } from '../bitbucket/hookEvents';
import type { CatalogEvent, EventList, SubjectTypeList } from './catalogList';
import { mergeEvents } from './mergeEvents';
import { type BundledCatalog, cachedAt, type ListOrigin } from './storedList';
import type { SubjectTypes } from './subjectTypes';

/**
 * What is known without asking anybody: live pages where they are loaded, else the last complete list of the cache, else
 * the bundled one. It holds until something is loaded.
 */
export class EventsAtHand {
  private known: readonly CatalogEvent[] | undefined;
  private byKey: ReadonlyMap<string, CatalogEvent> | undefined;

  constructor(
    private readonly subjectTypes: SubjectTypes,
    private readonly bundled: BundledCatalog,
  ) {}

  /** The subject types, deprecated ones last. */
  listSubjectTypes(): SubjectTypeList {
    const { byName, origin, fault } = this.subjectTypes;
    return byName && origin
      ? { names: [...byName.keys()], origin, fault }
      : { names: [...this.bundled.subjectTypes.keys()], origin: this.bundled.origin, fault };
  }

  /** The events of one subject type. */
  listEvents(subjectType: string): EventList {
    const { byName, fault } = this.subjectTypes;
    const list = byName?.get(subjectType)?.list(fault !== undefined);
    return list?.events && list.origin
      ? { ...list, events: list.events, origin: list.origin }
      : {
          events: this.bundled.subjectTypes.get(subjectType) ?? [],
          origin: this.bundled.origin,
          hasMore: false,
          total: undefined,
          fault: list?.fault,
          isPageFault: false,
        };
  }

  /**
   * Every known event once, in the API's order. Of a subject type whose pages aren't all loaded, the cached or bundled
   * events fill the rest; likewise of one for which Bitbucket lists nothing, since an empty list helps nobody.
   */
  listKnownEvents(): readonly CatalogEvent[] {
    if (!this.known) {
      const lists = this.listSubjectTypes().names.flatMap((name) => {
        const list = this.listEvents(name);
        const isWhole = !list.hasMore && list.events.length > 0;
        return [{ name, ...list }, ...(isWhole ? [] : [{ name, ...this.substituteFor(name) }])];
      });
      const known = mergeEvents(lists);
      // Of subject types without a single event between them nothing is known here.
      this.known = known.length > 0 ? known : mergeEvents(listsOf(this.bundled));
    }
    return this.known;
  }

  /** All that is known of one event, whichever list it was found in. */
  findEvent(key: string): CatalogEvent | undefined {
    this.byKey ??= new Map(this.listKnownEvents().map((event) => [event.key, event]));
    return this.byKey.get(key);
  }

  /** What stands in for events of a subject type that aren't loaded. */
  private substituteFor(subjectType: string): { events: readonly HookEvent[]; origin: ListOrigin } {
    const cached = this.subjectTypes.byName?.get(subjectType)?.lastComplete;
    return cached && cached.events.length > 0
      ? { events: cached.events, origin: cachedAt(cached.date) }
      : { events: this.bundled.subjectTypes.get(subjectType) ?? [], origin: this.bundled.origin };
  }
}

function listsOf({ subjectTypes, origin }: BundledCatalog) {
  return [...subjectTypes].map(([name, events]) => ({ name, events, origin }));
}
