import type { BitbucketClient } from '../bitbucket/bitbucketClient';
import type { BitbucketError } from '../bitbucket/fault';
import type { SubjectType } from '../bitbucket/hookEvents';
import { isOutage } from '../bitbucket/retry';
import { Loadable } from './loadable';
import { cachedAt, type CachedCatalog, type CompleteList, live, type ListOrigin } from './storedList';
import { SubjectTypeEvents } from './subjectTypeEvents';

/**
 * Subject types that Bitbucket has withdrawn in favour of `workspace`: its REST reference says so, and dropped them in
 * 2022. A server that still returns them gets them shown last.
 */
const deprecated = new Set(['team', 'user']);

export function isDeprecatedSubjectType(name: string): boolean {
  return deprecated.has(name);
}

export interface SubjectTypesListener {
  /** The subject types (no name), or the events of one, have been loaded, or could not be. */
  changed(subjectType?: string): void;
  /** There is something new to keep. */
  completed(): void;
}

/** Which events a renewal is about: those of all subject types, or of those that have been loaded completely before. */
export type RenewalScope = 'all' | 'known';

/**
 * What one renewal may send, of the 60 requests that Bitbucket answers in an hour; today it needs three. It ends lists
 * that don't end.
 */
const maxRequests = 50;

/** The subject types of one API, with the events of each. */
export class SubjectTypes extends Loadable<readonly SubjectType[]> {
  private types: ReadonlyMap<string, SubjectTypeEvents> | undefined;
  private date: number | undefined;
  private listOrigin: ListOrigin | undefined;
  private refreshWanted = false;

  constructor(
    private readonly client: BitbucketClient,
    private readonly now: () => number,
    private readonly listener: SubjectTypesListener,
  ) {
    super(() => {
      listener.changed();
    });
  }

  /** By name, deprecated ones last; `undefined` before they are known. */
  get byName(): ReadonlyMap<string, SubjectTypeEvents> | undefined {
    return this.types;
  }

  /** Where the subject types come from; `undefined` before they are known. After a failed load they are old ones. */
  get origin(): ListOrigin | undefined {
    return this.fault && this.date !== undefined ? cachedAt(this.date) : this.listOrigin;
  }

  /** The user asked to start over, and that hasn't happened yet. */
  get isRefreshWanted(): boolean {
    return this.refreshWanted;
  }

  /** Nothing is known yet, or the user has asked for something newer; and no failure that the user has seen. */
  get needsLoad(): boolean {
    return (this.types === undefined || this.isRefreshWanted) && !this.isBlocked;
  }

  /** What is worth keeping; `undefined` before anything is known. */
  get cacheable(): CachedCatalog | undefined {
    return this.types && this.date !== undefined
      ? {
          date: this.date,
          subjectTypes: [...this.types.values()].map(({ subjectType, lastComplete }) => ({
            ...subjectType,
            list: lastComplete,
          })),
        }
      : undefined;
  }

  /** The subject types, and the events of those in scope, came after that time. */
  isFresh(since: number, scope: RenewalScope): boolean {
    return this.hasFreshNames(since) && this.outdated(since, scope).length === 0;
  }

  /** Takes what the cache has, unless live data was faster. */
  restore({ date, subjectTypes }: CachedCatalog): void {
    if (this.types) {
      return;
    }
    const lists = new Map(subjectTypes.map(({ name, list }) => [name, list]));
    this.setTypes(subjectTypes, (name) => lists.get(name));
    this.date = date;
    this.listOrigin = cachedAt(date);
    if (this.isRefreshWanted) {
      // Asked for before the cache was read.
      this.markEventsStale();
    }
    this.listener.changed();
  }

  /**
   * Loads in the background what isn't fresh, one request after the other. A fault of one list doesn't keep the others
   * from being asked for; resolves with one that does, since Bitbucket can't be asked at all.
   */
  async renew(since: number, scope: RenewalScope, signal: AbortSignal): Promise<BitbucketError | undefined> {
    const budget = { left: maxRequests };
    if (!this.hasFreshNames(since)) {
      budget.left--;
      await this.load('background', signal);
      if (this.fault) {
        return outage(this.fault);
      }
    }
    for (const events of this.outdated(since, scope)) {
      if (!events.isFresh(since)) {
        // The user may have loaded it in the meantime.
        await events.renew(budget, signal);
      }
      const fault = outage(events.list(false).fault);
      if (fault) {
        return fault;
      }
    }
    return undefined;
  }

  /** Makes the next load start over, also of the events. What is loaded stays until then. */
  markStale(): void {
    this.abandon();
    this.refreshWanted = true;
    this.markEventsStale();
  }

  protected request(signal: AbortSignal): Promise<readonly SubjectType[]> {
    return this.client.getSubjectTypes(signal);
  }

  protected accept(answer: readonly SubjectType[]): void {
    const known = this.types;
    this.setTypes(answer, (name) => known?.get(name)?.lastComplete);
    this.date = this.now();
    this.listOrigin = live;
    this.refreshWanted = false;
    this.listener.completed();
  }

  private markEventsStale(): void {
    for (const events of this.types?.values() ?? []) {
      events.markStale();
    }
  }

  private outdated(since: number, scope: RenewalScope): SubjectTypeEvents[] {
    return [...(this.types?.values() ?? [])].filter(
      (events) => !events.isFresh(since) && (scope === 'all' || events.lastComplete !== undefined),
    );
  }

  private hasFreshNames(since: number): boolean {
    return this.date !== undefined && this.date >= since && !this.isRefreshWanted;
  }

  private setTypes(subjectTypes: readonly SubjectType[], complete: (name: string) => CompleteList | undefined): void {
    const known = this.types;
    const sorted = [...subjectTypes].sort((a, b) => Number(deprecated.has(a.name)) - Number(deprecated.has(b.name)));
    this.types = new Map(
      sorted.map(({ name, eventsUrl }) => {
        const events = known?.get(name);
        // What is loaded stays, as long as it is the same list.
        return [
          name,
          events?.subjectType.eventsUrl === eventsUrl
            ? events
            : new SubjectTypeEvents(this.client, { name, eventsUrl }, complete(name), this.now, {
                changed: () => {
                  this.listener.changed(name);
                },
                completed: () => {
                  this.listener.completed();
                },
              }),
        ];
      }),
    );
    for (const [name, events] of known ?? []) {
      if (this.types.get(name) !== events) {
        events.markStale();
      }
    }
  }
}

function outage(fault: BitbucketError | undefined): BitbucketError | undefined {
  return fault && isOutage(fault.fault) ? fault : undefined;
}
