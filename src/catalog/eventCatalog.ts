import type { BitbucketClient } from '../bitbucket/bitbucketClient';
import type { BitbucketError } from '../bitbucket/fault';
import type { HookEvent } from '../bitbucket/hookEvents';
import { Emitter } from './emitter';
import type { ListOrigin, StoredList } from './storedList';
import { SubjectTypes } from './subjectTypes';

const live: ListOrigin = { kind: 'live' };

/** An event with all that is known about it. */
export interface CatalogEvent extends HookEvent {
  /** The subject types whose webhooks can subscribe to it. */
  readonly subjectTypes: readonly string[];
  readonly origin: ListOrigin;
}

/** The subject types as they stand now. */
export interface SubjectTypeList {
  readonly names: readonly string[];
  readonly origin: ListOrigin;
  /** Why the last load failed. */
  readonly fault: BitbucketError | undefined;
}

/** The events of one subject type as they stand now. */
export interface EventList {
  readonly events: readonly HookEvent[];
  readonly origin: ListOrigin;
  /** The API has a further page of a live list. */
  readonly hasMore: boolean;
  /** The number of events on all pages, where Bitbucket says it. */
  readonly total: number | undefined;
  /** Why the last load failed. */
  readonly fault: BitbucketError | undefined;
}

/**
 * What is known about webhook events; the one source for the tree, completion and copying. It has an answer at once:
 * live pages where they are loaded, else a stored list. Only the `load…` methods send requests.
 */
export class EventCatalog {
  private readonly changes = new Emitter<string | undefined>();
  private subjectTypes: SubjectTypes;
  private known: readonly CatalogEvent[] | undefined;

  /** Fires when a load has ended: with the subject type whose events it was, or without, for the list of them. */
  readonly onDidChange = this.changes.event;

  constructor(
    client: BitbucketClient,
    private readonly stored: StoredList,
  ) {
    this.subjectTypes = this.connect(client);
  }

  /** Forgets all live data and asks another client from now on. */
  useClient(client: BitbucketClient): void {
    this.subjectTypes.markStale();
    this.subjectTypes = this.connect(client);
    this.didChange(undefined);
  }

  /** Makes the next loads start over, of everything or of one subject type. What is loaded stays until then. */
  markStale(subjectType?: string): void {
    if (subjectType === undefined) {
      this.subjectTypes.markStale();
    } else {
      this.subjectTypes.byName?.get(subjectType)?.markStale();
    }
  }

  /** The subject types, deprecated ones last. */
  listSubjectTypes(): SubjectTypeList {
    const { byName, fault } = this.subjectTypes;
    return byName
      ? { names: [...byName.keys()], origin: live, fault }
      : { names: [...this.stored.subjectTypes.keys()], origin: this.stored.origin, fault };
  }

  /** The events of one subject type: what is loaded of them, else the stored ones. */
  listEvents(subjectType: string): EventList {
    const paged = this.subjectTypes.byName?.get(subjectType);
    const shared = { hasMore: paged?.hasMore ?? false, total: paged?.total, fault: paged?.fault };
    return paged?.events
      ? { events: paged.events, origin: live, ...shared }
      : { events: this.stored.subjectTypes.get(subjectType) ?? [], origin: this.stored.origin, ...shared };
  }

  /**
   * Every known event once, in the API's order. Of a subject type whose pages aren't all loaded, the stored events fill
   * the rest.
   */
  listKnownEvents(): readonly CatalogEvent[] {
    return (this.known ??= this.mergeEvents());
  }

  /**
   * Loads the subject types if nobody has, or if they are stale; `undefined` where there is nothing to load. Like the
   * loads below, it resolves when the load has ended, well or not, and rejects only if aborted or overtaken.
   */
  loadSubjectTypes(signal?: AbortSignal): Promise<void> | undefined {
    const { isStale, fault } = this.subjectTypes;
    return isStale && !fault ? this.subjectTypes.load(signal) : undefined;
  }

  /** Asks for the subject types again after that has failed. */
  retrySubjectTypes(signal?: AbortSignal): Promise<void> {
    return this.subjectTypes.load(signal);
  }

  /** Loads a subject type's first page if nobody has, or if it is stale. */
  loadEvents(subjectType: string, signal?: AbortSignal): Promise<void> | undefined {
    const paged = this.subjectTypes.byName?.get(subjectType);
    return paged?.isStale && !paged.fault ? paged.load(signal) : undefined;
  }

  /** Loads a subject type's next page, or again the page that failed. */
  loadMoreEvents(subjectType: string, signal?: AbortSignal): Promise<void> | undefined {
    const paged = this.subjectTypes.byName?.get(subjectType);
    return paged && (paged.hasMore || paged.isStale) ? paged.load(signal) : undefined;
  }

  private connect(client: BitbucketClient): SubjectTypes {
    const subjectTypes: SubjectTypes = new SubjectTypes(client, (name) => {
      if (this.subjectTypes === subjectTypes) {
        this.didChange(name);
      }
    });
    return subjectTypes;
  }

  private didChange(subjectType: string | undefined): void {
    this.known = undefined;
    this.changes.fire(subjectType);
  }

  private mergeEvents(): readonly CatalogEvent[] {
    const events = new Map<string, CatalogEvent & { subjectTypes: string[] }>();
    const add = (event: HookEvent, subjectType: string, origin: ListOrigin) => {
      const known = events.get(event.key);
      if (!known) {
        events.set(event.key, { ...event, subjectTypes: [subjectType], origin });
      } else if (!known.subjectTypes.includes(subjectType)) {
        known.subjectTypes.push(subjectType);
        if (known.origin.kind !== 'live' && origin.kind === 'live') {
          events.set(event.key, { ...event, subjectTypes: known.subjectTypes, origin });
        }
      }
    };
    for (const name of this.listSubjectTypes().names) {
      const list = this.listEvents(name);
      for (const event of list.events) {
        add(event, name, list.origin);
      }
      if (list.hasMore) {
        for (const event of this.stored.subjectTypes.get(name) ?? []) {
          add(event, name, this.stored.origin);
        }
      }
    }
    return [...events.values()];
  }
}
