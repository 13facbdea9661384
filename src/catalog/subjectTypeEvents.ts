import type { BitbucketClient } from '../bitbucket/bitbucketClient';
import type { HookEvent, SubjectType } from '../bitbucket/hookEvents';
import type { Asker } from './loadable';
import { PagedEvents } from './pagedEvents';
import { type CompleteList, live, type ListOrigin } from './storedList';

/** What a retry may ask for: half of what Bitbucket answers in an hour. */
const maxPagesAtOnce = 30;

/** What a subject type's events have to tell the catalogue. */
export interface SubjectTypeListener {
  /** A load has ended, well or not. */
  changed(): void;
  /** The last page has come. */
  completed(): void;
}

/** How many more requests a load that nobody watches may send. */
export interface RequestBudget {
  left: number;
}

/**
 * The events of one subject type: the pages that the user asks for, one after the other; the last complete list, of
 * this window or of the cache; and a newer one that is being loaded in the background, out of sight until it is whole.
 */
export class SubjectTypeEvents {
  private shown: PagedEvents;
  private renewal: PagedEvents | undefined;
  /** When all pages were loaded last: later than `complete` where the list was empty. Milliseconds since 1970. */
  private loadedAt: number;

  /** @param complete What the cache has. */
  constructor(
    private readonly client: BitbucketClient,
    readonly subjectType: SubjectType,
    private complete: CompleteList | undefined,
    private readonly now: () => number,
    private readonly listener: SubjectTypeListener,
  ) {
    this.loadedAt = complete?.date ?? -Infinity;
    this.shown = this.createPages();
  }

  /** The last complete list. */
  get lastComplete(): CompleteList | undefined {
    return this.complete;
  }

  /** What there is to see; no events before the first page where there is no complete list either. */
  get list() {
    const { events, hasMore, total } = this.shown;
    const fault = this.shown.fault ?? this.renewal?.fault;
    if (events) {
      return { events, origin: live, hasMore, total, fault };
    }
    const origin: ListOrigin | undefined = this.complete && { kind: 'cached', date: new Date(this.complete.date) };
    return { events: this.complete?.events, origin, hasMore: false, total: undefined, fault };
  }

  /** There is nothing to see yet, or the user has asked for something newer; and no failure that the user has seen. */
  get needsLoad(): boolean {
    const { isStale, isRefreshWanted, isBlocked } = this.shown;
    return isStale && (isRefreshWanted || !this.complete) && !isBlocked;
  }

  isFresh(since: number): boolean {
    return this.loadedAt >= since && !this.shown.isRefreshWanted;
  }

  /** Loads the first page, or the next one, or again what failed. */
  load(signal?: AbortSignal): Promise<void> | undefined {
    if (this.renewal?.fault) {
      return this.loadAll(this.renewal, 'user', { left: maxPagesAtOnce }, signal);
    }
    return this.shown.isStale || this.shown.hasMore ? this.shown.load('user', signal) : undefined;
  }

  /**
   * Loads all pages that are missing, of a list that replaces what is shown only when it is whole; or as many as the
   * budget has requests.
   */
  async renew(budget: RequestBudget, signal: AbortSignal): Promise<void> {
    const pages = this.complete && !this.shown.isRefreshWanted ? (this.renewal ??= this.createPages()) : this.shown;
    await this.loadAll(pages, 'background', budget, signal);
  }

  /** Makes the next load start over. */
  markStale(): void {
    this.renewal?.markStale();
    this.renewal = undefined;
    this.shown.markStale();
  }

  private async loadAll(pages: PagedEvents, asker: Asker, budget: RequestBudget, signal?: AbortSignal): Promise<void> {
    while (budget.left > 0 && !pages.isComplete && (pages === this.shown || pages === this.renewal)) {
      budget.left--;
      await pages.load(asker, signal);
      if (pages.fault) {
        return;
      }
    }
    if (pages === this.renewal) {
      // The budget is used up, and the next time these pages will be old.
      this.renewal = undefined;
    }
  }

  private createPages(): PagedEvents {
    const pages: PagedEvents = new PagedEvents(this.client, this.subjectType, () => {
      const isWhole = pages.isComplete && !pages.fault;
      if (pages === this.renewal && isWhole) {
        this.shown = pages;
        this.renewal = undefined;
      }
      if (pages === this.shown && isWhole) {
        this.keep(pages.events ?? []);
      }
      if (pages === this.shown || pages.fault) {
        this.listener.changed();
      }
    });
    return pages;
  }
  private keep(events: readonly HookEvent[]): void {
    this.loadedAt = this.now();
    // An empty list is shown, but nothing to keep in place of a better one.
    if (events.length > 0 || !this.complete) {
      this.complete = { events, date: this.loadedAt };
      this.listener.completed();
    }
  }
}
