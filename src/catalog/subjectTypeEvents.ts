import type { BitbucketClient } from '../bitbucket/bitbucketClient';
import type { BitbucketError } from '../bitbucket/fault';
import type { SubjectTypeEntry } from '../bitbucket/hookEvents';
import { cachedAt, live } from './listOrigin';
import { PagedEvents } from './pagedEvents';
import type { Asker } from './request';
import type { CompleteList, ListedEvents } from './storedList';

/** What a retry may ask for: half of what Bitbucket answers in an hour. */
const maxPagesAtOnce = 30;

/** The events of one subject type as they stand now. */
export interface EventList extends ListedEvents {
  /** The API has a further page of a live list. */
  readonly hasMore: boolean;
  /** The number of events on all pages, where Bitbucket says it. */
  readonly total: number | undefined;
  /** Why the last load failed. */
  readonly fault: BitbucketError | undefined;
  /** What failed is a further page; otherwise the whole list could not be had, or not a newer one. */
  readonly isPageFault: boolean;
}

/** What is to replace the pages that are shown (`undefined`: the complete list, else the bundled one). */
type State =
  /** Nothing. */
  | { readonly kind: 'settled'; readonly shown: PagedEvents | undefined }
  /** What the user has to see: from its first page on. */
  | { readonly kind: 'wanted'; readonly shown: PagedEvents | undefined; readonly next: PagedEvents }
  /** What the extension loads by itself: when it is whole. */
  | { readonly kind: 'renewed'; readonly shown: PagedEvents | undefined; readonly next: PagedEvents };

/** How many more requests a load that nobody watches may send. */
export interface RequestBudget {
  left: number;
}

/** The events of one subject type. `eventCatalog.ts` draws the states. */
export class SubjectTypeEvents {
  private state: State;
  /** When all pages were loaded last: later than `complete` where the list was empty. Milliseconds since 1970. */
  private loadedAt: number;

  /**
   * @param bundled What there is to see before anything has been loaded.
   * @param complete What the cache has.
   * @param changed Called after a load, well or not; says whether there is something new to keep.
   */
  constructor(
    private readonly client: BitbucketClient,
    readonly entry: SubjectTypeEntry,
    private readonly bundled: ListedEvents,
    private complete: CompleteList | undefined,
    private readonly now: () => number,
    private readonly changed: (hasNewToKeep: boolean) => void,
  ) {
    this.loadedAt = complete?.date ?? -Infinity;
    this.state = complete
      ? { kind: 'settled', shown: undefined }
      : { kind: 'wanted', shown: undefined, next: this.newPages() };
  }

  /** The last complete list. */
  get lastComplete(): CompleteList | undefined {
    return this.complete;
  }

  /** Why what is newer, or else a further page, could not be had. */
  get fault(): BitbucketError | undefined {
    return this.next?.fault ?? this.state.shown?.fault;
  }

  /**
   * What there is to see.
   *
   * @param isCutOff The subject types could not be had, so that nothing newer can.
   */
  list(isCutOff: boolean): EventList {
    const { state, fault, complete } = this;
    const newerFault = this.next?.fault;
    const pages = state.shown?.pages;
    if (pages && pages.kind !== 'none') {
      const { events, total, date } = pages;
      const isOld = newerFault !== undefined || (isCutOff && state.kind === 'wanted');
      const origin = isOld ? cachedAt(date) : live;
      return { events, origin, hasMore: pages.kind === 'some', total, fault, isPageFault: fault !== newerFault };
    }
    const { events, origin } = complete ? listedOf(complete) : this.bundled;
    return { events, origin, hasMore: false, total: undefined, fault, isPageFault: false };
  }

  /** All that is known of them: where the list isn't whole or, which helps nobody, is empty, what fills the rest too. */
  known(isCutOff: boolean): readonly ListedEvents[] {
    const { complete } = this;
    const list = this.list(isCutOff);
    const rest = complete && complete.events.length > 0 ? listedOf(complete) : this.bundled;
    return list.hasMore || list.events.length === 0 ? [list, rest] : [list];
  }

  isFresh(since: number): boolean {
    return this.loadedAt >= since && this.state.kind !== 'wanted';
  }

  /** Loads the first page of what the user has to see; `undefined` where that is there, or has failed before the user's eyes. */
  load(): Promise<void> | undefined {
    const { state } = this;
    return state.kind === 'wanted' && !state.next.awaitsRetry ? this.loadPage(state.next, 'user') : undefined;
  }

  /** Loads the next page of what is shown, if there is one. */
  loadMore(): Promise<void> | undefined {
    const { shown } = this.state;
    return shown?.pages.kind === 'some' ? this.loadPage(shown, 'user') : undefined;
  }

  /** Loads again what failed. */
  retry(): Promise<void> | undefined {
    const { state, fault } = this;
    if (state.kind === 'renewed' && state.next.fault) {
      return this.loadAll(state.next, 'user', { left: maxPagesAtOnce });
    }
    const pages = state.kind === 'wanted' ? state.next : state.shown;
    return fault && pages && this.loadPage(pages, 'user');
  }

  /**
   * Loads all pages that are missing, of a list that replaces what is shown only when it is whole; or as many as the
   * budget has requests.
   */
  async renew(budget: RequestBudget, signal: AbortSignal): Promise<void> {
    if (this.state.kind === 'settled' && this.complete) {
      this.state = { ...this.state, kind: 'renewed', next: this.newPages() };
    }
    const pages = this.next ?? this.state.shown;
    if (pages) {
      await this.loadAll(pages, 'background', budget, signal);
    }
  }

  /** Drops what is being loaded, and makes the next load start over. What is loaded stays until then. */
  refresh(): void {
    const { shown } = this.state;
    shown?.abandon();
    this.next?.abandon();
    this.state = { kind: 'wanted', shown, next: this.newPages() };
  }

  private get next(): PagedEvents | undefined {
    return this.state.kind === 'settled' ? undefined : this.state.next;
  }

  private newPages(): PagedEvents {
    return new PagedEvents(this.client, this.entry, this.now);
  }

  private loadPage(pages: PagedEvents, asker: Asker): Promise<void> {
    return pages.load(asker, () => {
      this.ended(pages);
    });
  }

  private async loadAll(pages: PagedEvents, asker: Asker, budget: RequestBudget, signal?: AbortSignal): Promise<void> {
    const isHeld = () => pages === this.state.shown || pages === this.next;
    while (budget.left > 0 && pages.pages.kind !== 'all' && isHeld()) {
      signal?.throwIfAborted();
      budget.left--;
      await this.loadPage(pages, asker);
      if (pages.fault) {
        return;
      }
    }
    if (this.state.kind === 'renewed' && pages === this.state.next) {
      // The budget is used up, and the next time these pages will be old.
      this.state = { kind: 'settled', shown: this.state.shown };
    }
  }

  /** A load of some pages has ended, well or not. */
  private ended(pages: PagedEvents): void {
    const { state } = this;
    const { kind } = pages.pages;
    if (pages === this.next && (state.kind === 'wanted' ? kind !== 'none' : kind === 'all')) {
      this.state = { kind: 'settled', shown: pages };
    }
    if (pages === this.state.shown || pages.fault) {
      this.changed(pages === this.state.shown && this.keep());
    }
  }

  /** Keeps what is shown if it is whole; says whether it has. An empty list is nothing to keep in place of a better one. */
  private keep(): boolean {
    const pages = this.state.shown?.pages;
    if (pages?.kind !== 'all') {
      return false;
    }
    this.loadedAt = this.now();
    if (pages.events.length === 0 && this.complete) {
      return false;
    }
    this.complete = { events: pages.events, date: this.loadedAt };
    return true;
  }
}

function listedOf({ events, date }: CompleteList): ListedEvents {
  return { events, origin: cachedAt(date) };
}
