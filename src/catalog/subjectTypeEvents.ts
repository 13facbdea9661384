import type { BitbucketClient } from '../bitbucket/bitbucketClient';
import type { HookEvent, SubjectType } from '../bitbucket/hookEvents';
import type { Asker } from './loadable';
import { PagedEvents } from './pagedEvents';
import { cachedAt, type CompleteList, live } from './storedList';

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
 * this window or of the cache; and a newer one that is on its way.
 */
export class SubjectTypeEvents {
  private shown: PagedEvents;
  /** What the user wants anew: it is shown as soon as its first page is there. */
  private refreshed: PagedEvents | undefined;
  /** What is loaded in the background: it is shown when it is whole. */
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

  /**
   * What there is to see; no events before the first page where there is no complete list either.
   *
   * @param isCutOff The subject types could not be had, so that nothing newer can.
   */
  list(isCutOff: boolean) {
    const { events, hasMore, total, date } = this.shown;
    const newerFault = this.refreshed?.fault ?? this.renewal?.fault;
    const fault = newerFault ?? this.shown.fault;
    if (events && date !== undefined) {
      const origin = newerFault || (isCutOff && this.refreshed) ? cachedAt(date) : live;
      return { events, origin, hasMore, total, fault, isPageFault: fault !== newerFault };
    }
    const { complete } = this;
    const origin = complete && cachedAt(complete.date);
    return { events: complete?.events, origin, hasMore: false, total: undefined, fault, isPageFault: false };
  }

  /** There is nothing to see yet, or the user has asked for something newer; and no failure that the user has seen. */
  get needsLoad(): boolean {
    return this.refreshed ? !this.refreshed.isBlocked : !this.shown.events && !this.complete && !this.shown.isBlocked;
  }

  isFresh(since: number): boolean {
    return this.loadedAt >= since && !this.refreshed;
  }

  /** Loads the first page. */
  load(signal?: AbortSignal): Promise<void> {
    return (this.refreshed ?? this.shown).load('user', signal);
  }

  /** Loads the next page of what is shown, if there is one. */
  loadMore(signal?: AbortSignal): Promise<void> | undefined {
    return this.shown.hasMore ? this.shown.load('user', signal) : undefined;
  }

  /** Loads again what failed. */
  retry(signal?: AbortSignal): Promise<void> | undefined {
    if (this.renewal?.fault) {
      return this.loadAll(this.renewal, 'user', { left: maxPagesAtOnce }, signal);
    }
    return this.list(false).fault && (this.refreshed ?? this.shown).load('user', signal);
  }

  /**
   * Loads all pages that are missing, of a list that replaces what is shown only when it is whole; or as many as the
   * budget has requests.
   */
  async renew(budget: RequestBudget, signal: AbortSignal): Promise<void> {
    const pages = this.refreshed ?? (this.complete ? (this.renewal ??= this.createPages()) : this.shown);
    await this.loadAll(pages, 'background', budget, signal);
  }

  /** Makes the next load start over. What is loaded stays until then. */
  markStale(): void {
    for (const pages of [this.shown, this.refreshed, this.renewal]) {
      pages?.abandon();
    }
    this.renewal = undefined;
    this.refreshed = this.createPages();
  }

  private async loadAll(pages: PagedEvents, asker: Asker, budget: RequestBudget, signal?: AbortSignal): Promise<void> {
    const isWanted = () => pages === this.shown || pages === this.refreshed || pages === this.renewal;
    while (budget.left > 0 && !pages.isComplete && isWanted()) {
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
    const pages: PagedEvents = new PagedEvents(this.client, this.subjectType, this.now, () => {
      this.ended(pages);
    });
    return pages;
  }

  /** A load of some pages has ended, well or not. */
  private ended(pages: PagedEvents): void {
    const isWhole = pages.isComplete && !pages.fault;
    if (pages === this.refreshed && pages.events) {
      this.shown = pages;
      this.refreshed = undefined;
    } else if (pages === this.renewal && isWhole) {
      this.shown = pages;
      this.renewal = undefined;
    }
    if (pages === this.shown && isWhole) {
      this.keep(pages.events ?? []);
    }
    if (pages === this.shown || pages.fault) {
      this.listener.changed();
    }
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
