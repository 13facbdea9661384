import type { BitbucketClient } from '../bitbucket/bitbucketClient';
import { BackgroundRenewal } from './backgroundRenewal';
import type { CatalogCache } from './catalogCache';
import type { CatalogEvent, EventList, SubjectTypeList } from './catalogList';
import { Emitter } from './emitter';
import { EventsAtHand } from './eventsAtHand';
import type { BundledCatalog } from './storedList';
import { type RenewalScope, SubjectTypes } from './subjectTypes';

export type { CatalogEvent, EventList, SubjectTypeList } from './catalogList';

export interface CatalogOptions {
  readonly client: BitbucketClient;
  readonly bundled: BundledCatalog;
  readonly cache: CatalogCache;
  /** How long a complete list counts as fresh, in milliseconds; 0: nothing is sent unless the user asks. */
  readonly refreshInterval: () => number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/**
 * What is known about webhook events; the one source for the tree, completion and copying. It has an answer at once:
 * live pages where they are loaded, else the last complete list of the cache, else the bundled one. Only the `load…`
 * methods and `wake` send requests.
 */
export class EventCatalog {
  private readonly changes = new Emitter<string | undefined>();
  private readonly now: () => number;
  private readonly renewal: BackgroundRenewal;
  private client: BitbucketClient;
  private subjectTypes: SubjectTypes;
  private atHand: EventsAtHand;
  private restored: Promise<void> | undefined;
  private hasRestored = false;

  /** Fires when a load has ended: with the subject type whose events it was, or without, for the list of them. */
  readonly onDidChange = this.changes.event;

  constructor(private readonly options: CatalogOptions) {
    this.now = options.now ?? Date.now;
    this.renewal = new BackgroundRenewal(this.now);
    this.client = options.client;
    this.subjectTypes = this.connect();
    this.atHand = new EventsAtHand(this.subjectTypes, options.bundled);
  }

  /** Forgets all live and cached data and asks another client from now on. */
  useClient(client: BitbucketClient): void {
    this.dispose();
    this.client = client;
    this.renewal.reset();
    this.restored = undefined;
    this.hasRestored = false;
    this.subjectTypes = this.connect();
    this.didChange(undefined);
    void this.restore();
  }

  /** Stops all requests under way. */
  dispose(): void {
    this.renewal.stop();
    this.subjectTypes.markStale();
  }

  /** The API that is asked. */
  get apiBaseUrl(): string {
    return this.client.apiBaseUrl;
  }

  /** The cache has been read: what `list…` says won't change without a request any more. */
  get isReady(): boolean {
    return this.hasRestored;
  }

  /** Resolves when the cache has been read; no request is sent for that. */
  ready(): Promise<void> {
    return this.restore();
  }

  /**
   * For whoever shows known events without loading any: reads the cache if nobody has, and renews in the background
   * what isn't fresh. Returns at once.
   */
  wake(): void {
    void this.restore().then(() => {
      this.renewInBackground('all');
    });
  }

  /** Makes the next loads start over, of everything or of one subject type. What is loaded stays until then. */
  markStale(subjectType?: string): void {
    const events = subjectType === undefined ? undefined : this.subjectTypes.byName?.get(subjectType);
    if (events && !this.subjectTypes.fault) {
      events.markStale();
    } else {
      // One that is only in the bundled list is reached by way of all; so are all after Bitbucket could not be asked.
      this.renewal.reset();
      this.subjectTypes.markStale();
    }
  }

  /** The subject types, deprecated ones last. */
  listSubjectTypes(): SubjectTypeList {
    return this.atHand.listSubjectTypes();
  }

  /** The events of one subject type. */
  listEvents(subjectType: string): EventList {
    return this.atHand.listEvents(subjectType);
  }

  /** Every known event once, in the API's order, wherever it is known from. */
  listKnownEvents(): readonly CatalogEvent[] {
    return this.atHand.listKnownEvents();
  }

  /** All that is known of one event, whichever list it was found in. */
  findEvent(key: string): CatalogEvent | undefined {
    return this.atHand.findEvent(key);
  }

  /**
   * Loads the subject types if they aren't known, or the user wants them anew; `undefined` where there is nothing to
   * load. Like the loads below, it resolves when the load has ended, well or not, and rejects only if aborted or
   * overtaken.
   */
  loadSubjectTypes(signal?: AbortSignal): Promise<void> | undefined {
    if (!this.hasRestored) {
      return this.restore().then(() => this.loadSubjectTypes(signal));
    }
    const { needsLoad, isRefreshWanted } = this.subjectTypes;
    if (needsLoad && (isRefreshWanted || this.options.refreshInterval() > 0)) {
      return this.subjectTypes.load('user', signal);
    }
    this.renewShown();
    return undefined;
  }

  /** Renews in the background what is shown and old. What the user loads page by page, or has seen fail, is left alone. */
  renewShown(): void {
    if (this.subjectTypes.byName && !this.subjectTypes.fault) {
      this.renewInBackground('known');
    }
  }

  /** Asks for the subject types again after that has failed. */
  retrySubjectTypes(signal?: AbortSignal): Promise<void> {
    this.renewal.reset();
    return this.subjectTypes.load('user', signal);
  }

  /**
   * Loads a subject type's first page, unless its events are known or that has failed; before it, what is to be loaded
   * of the subject types. Where these could not be had, neither can the events: that is said once, and retried there.
   */
  loadEvents(subjectType: string, signal?: AbortSignal): Promise<void> | undefined {
    if (!this.hasRestored) {
      return this.restore().then(() => this.loadEvents(subjectType, signal));
    }
    const { subjectTypes } = this;
    if (subjectTypes.needsLoad) {
      return subjectTypes.load('user', signal).then(() => this.loadEvents(subjectType, signal));
    }
    if (subjectTypes.isBlocked) {
      return undefined;
    }
    const events = subjectTypes.byName?.get(subjectType);
    if (events?.needsLoad) {
      return events.load(signal);
    }
    if (events && !events.list(false).fault) {
      this.renewInBackground('known');
    }
    return undefined;
  }

  /** Loads a subject type's next page, also where that has failed before. */
  loadMoreEvents(subjectType: string, signal?: AbortSignal): Promise<void> | undefined {
    return this.subjectTypes.byName?.get(subjectType)?.loadMore(signal);
  }

  /** Loads again what could not be had of a subject type's events: all, something newer, or a further page. */
  retryEvents(subjectType: string, signal?: AbortSignal): Promise<void> | undefined {
    return this.subjectTypes.byName?.get(subjectType)?.retry(signal);
  }

  private connect(): SubjectTypes {
    const { client } = this;
    const subjectTypes: SubjectTypes = new SubjectTypes(client, this.now, {
      changed: (name) => {
        if (this.subjectTypes === subjectTypes) {
          this.didChange(name);
        }
      },
      completed: () => {
        if (subjectTypes.cacheable) {
          void this.options.cache.write(client.apiBaseUrl, subjectTypes.cacheable);
        }
      },
    });
    return subjectTypes;
  }

  /** Reads the cache, once for each client. */
  private restore(): Promise<void> {
    return (this.restored ??= (async () => {
      const { subjectTypes } = this;
      const cached = await this.options.cache.read(this.client.apiBaseUrl);
      if (this.subjectTypes === subjectTypes) {
        this.hasRestored = true;
        if (cached) {
          subjectTypes.restore(cached);
        }
      }
    })());
  }

  private renewInBackground(scope: RenewalScope): void {
    const interval = this.options.refreshInterval();
    const since = this.now() - interval;
    const { subjectTypes } = this;
    if (interval > 0 && !subjectTypes.isFresh(since, scope)) {
      this.renewal.run(async (signal) => {
        const fault = await subjectTypes.renew(since, scope, signal);
        return fault ? 'failed' : subjectTypes.isFresh(since, scope) ? 'fresh' : 'incomplete';
      }, interval);
    }
  }

  private didChange(subjectType: string | undefined): void {
    this.atHand = new EventsAtHand(this.subjectTypes, this.options.bundled);
    this.changes.fire(subjectType);
  }
}
