import type { BitbucketClient } from '../bitbucket/bitbucketClient';
import { isRemoved } from '../events/removed';
import { BackgroundRenewal } from './backgroundRenewal';
import type { CatalogCache } from './catalogCache';
import type { ShownList } from './catalogList';
import { Emitter } from './emitter';
import { type CatalogEvent, mergeEvents } from './mergeEvents';
import type { BundledCatalog, CachedCatalog } from './storedList';
import { type EventList, type RenewalScope, SubjectTypes } from './subjectTypes';

export type { CatalogEvent } from './mergeEvents';

/** The subject types as they stand now. */
interface SubjectTypeList extends Pick<ShownList<unknown>, 'origin' | 'fault'> {
  readonly names: readonly string[];
}

/** All that is known, as long as nothing changes. */
interface KnownEvents {
  readonly events: readonly CatalogEvent[];
  readonly byKey: ReadonlyMap<string, CatalogEvent>;
}

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
 *
 * `CatalogList` draws the states of its lists.
 */
export class EventCatalog {
  private readonly changes = new Emitter<string | undefined>();
  private readonly now: () => number;
  private readonly renewal: BackgroundRenewal;
  private client: BitbucketClient;
  private subjectTypes: SubjectTypes;
  private known: KnownEvents | undefined;
  private restored: Promise<void> | undefined;
  private hasRestored = false;

  /** Fires when a load has ended: with the subject type whose events it was, or without, for the list of them. */
  readonly onDidChange = this.changes.event;

  constructor(private readonly options: CatalogOptions) {
    this.now = options.now ?? Date.now;
    this.renewal = new BackgroundRenewal(this.now);
    this.client = options.client;
    this.subjectTypes = this.connect();
  }

  /** Forgets all live and cached data and asks another client from now on. */
  useClient(client: BitbucketClient): void {
    this.dispose();
    this.client = client;
    this.renewal.reset();
    this.restored = undefined;
    this.hasRestored = false;
    this.subjectTypes = this.connect();
    this.changed(undefined);
    void this.ready();
  }

  /** Stops all requests under way. */
  dispose(): void {
    this.renewal.stop();
    this.subjectTypes.refresh();
  }

  /** The cache has been read: what `list…` says won't change without a request any more. */
  get isReady(): boolean {
    return this.hasRestored;
  }

  /** Reads the cache, once for each client; no request is sent for that. */
  ready(): Promise<void> {
    return (this.restored ??= (async () => {
      const { subjectTypes } = this;
      const cached = await this.options.cache.read(this.client.apiBaseUrl);
      if (this.subjectTypes === subjectTypes) {
        this.hasRestored = true;
        if (cached) {
          this.subjectTypes = this.connect(cached);
          this.changed(undefined);
        }
      }
    })());
  }

  /**
   * For whoever shows known events without loading any: reads the cache if nobody has, and renews in the background
   * what isn't fresh. Returns at once.
   */
  wake(): void {
    void this.ready().then(() => {
      this.renewInBackground('all');
    });
  }

  /** Makes the next loads start over, of everything or of one subject type. What is loaded stays until then. */
  markStale(subjectType?: string): void {
    if (!this.hasRestored) {
      void this.ready().then(() => {
        this.markStale(subjectType);
      });
      return;
    }
    this.renewal.reset();
    this.subjectTypes.refresh(subjectType);
  }

  /** The subject types, deprecated ones last. */
  listSubjectTypes(): SubjectTypeList {
    const { events, all } = this.subjectTypes;
    const { origin, fault } = all.list();
    return { names: [...events.keys()], origin, fault };
  }

  /** The events of one subject type. */
  listEvents(subjectType: string): EventList {
    return this.subjectTypes.listEvents(subjectType);
  }

  /** Every known event once, in the API's order, wherever it is known from: the same array until something changes. */
  listKnownEvents(): readonly CatalogEvent[] {
    return this.allKnown().events;
  }

  /**
   * All that is known of one event, whichever list it was found in; in constant time. What Bitbucket has removed stays
   * known, after its list has lost it too.
   */
  findEvent(key: string): CatalogEvent | undefined {
    return this.allKnown().byKey.get(key);
  }

  /**
   * Loads the subject types if they aren't known, or the user wants them anew; `undefined` where there is nothing to
   * load. Like the loads below, it resolves when the load has ended, well or not, and rejects only if overtaken.
   */
  loadSubjectTypes(): Promise<void> | undefined {
    if (!this.hasRestored) {
      return this.ready().then(() => this.loadSubjectTypes());
    }
    const { all } = this.subjectTypes;
    const loading = all.isWanted || this.options.refreshInterval() > 0 ? all.load() : undefined;
    if (!loading) {
      this.renewShown();
    }
    return loading;
  }

  /** Renews in the background what is shown and old. What the user loads page by page, or has seen fail, is left alone. */
  renewShown(): void {
    const { origin, fault } = this.listSubjectTypes();
    if (origin.kind !== 'bundled' && !fault) {
      this.renewInBackground('known');
    }
  }

  /** Asks for the subject types again after that has failed. */
  retrySubjectTypes(): Promise<void> | undefined {
    this.renewal.reset();
    return this.subjectTypes.all.retry();
  }

  /**
   * Loads a subject type's first page, unless its events are known or that has failed; before it, what is to be loaded
   * of the subject types. Where these could not be had, neither can the events: that is said once, and retried there.
   */
  loadEvents(subjectType: string): Promise<void> | undefined {
    if (!this.hasRestored) {
      return this.ready().then(() => this.loadEvents(subjectType));
    }
    const { all } = this.subjectTypes;
    const loadingTypes = all.load();
    if (loadingTypes) {
      return loadingTypes.then(() => this.loadEvents(subjectType));
    }
    const events = all.awaitsRetry ? undefined : this.subjectTypes.events.get(subjectType);
    const loading = events?.load();
    if (events && !loading && !events.fault) {
      this.renewInBackground('known');
    }
    return loading;
  }

  /** Loads a subject type's next page, also where that has failed before. */
  loadMoreEvents(subjectType: string): Promise<void> | undefined {
    return this.subjectTypes.events.get(subjectType)?.loadMore();
  }

  /** Loads again what could not be had of a subject type's events: all, something newer, or a further page. */
  retryEvents(subjectType: string): Promise<void> | undefined {
    return this.subjectTypes.events.get(subjectType)?.retry();
  }

  private connect(cached?: CachedCatalog): SubjectTypes {
    const { client } = this;
    const { bundled, cache } = this.options;
    const subjectTypes: SubjectTypes = new SubjectTypes(client, bundled, cached, this.now, (name, hasNewToKeep) => {
      if (hasNewToKeep && subjectTypes.cacheable) {
        void cache.write(client.apiBaseUrl, subjectTypes.cacheable);
      }
      this.changed(name);
    });
    return subjectTypes;
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

  private allKnown(): KnownEvents {
    if (!this.known) {
      const events = this.subjectTypes.knownEvents;
      const all = [...this.removedEvents(), ...events];
      this.known = { events, byKey: new Map(all.map((event) => [event.key, event])) };
    }
    return this.known;
  }

  private removedEvents(): readonly CatalogEvent[] {
    const { origin, subjectTypes } = this.options.bundled;
    const bundled = mergeEvents([...subjectTypes].map(([name, events]) => ({ name, events, origin })));
    return bundled.filter(({ key }) => isRemoved(key));
  }

  private changed(subjectType: string | undefined): void {
    this.known = undefined;
    this.changes.fire(subjectType);
  }
}
