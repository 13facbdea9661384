import type { BitbucketError } from '../bitbucket/fault';
import { cachedAt, live, type ListOrigin } from './storedList';
import { Pages, type PageSource } from './pages';
import type { Asker } from './sharedRequest';

/** What a retry may ask for: half of what Bitbucket answers in an hour. */
const maxPagesAtOnce = 30;

export interface ListedRows<T> {
  readonly rows: readonly T[];
  readonly origin: ListOrigin;
}

/** A list as it stands now. */
export interface ShownList<T> extends ListedRows<T> {
  /** The API has a further page of a live list. */
  readonly hasMore: boolean;
  /** The number of rows on all pages, where Bitbucket says it. */
  readonly total: number | undefined;
  /** Why the last load failed. */
  readonly fault: BitbucketError | undefined;
  /** What failed is a further page; otherwise the whole list could not be had, or not a newer one. */
  readonly isPageFault: boolean;
}

/** All rows of a list, as Bitbucket once had them. */
export interface CompleteRows<T> {
  readonly rows: readonly T[];
  /** When the last page came; milliseconds since 1970. */
  readonly date: number;
}

/** How many more requests a load that nobody watches may send. */
interface RequestBudget {
  left: number;
}

/** The pages that are `shown` (if none: the last complete list, else the bundled one), and what is to replace them. */
type State<T> =
  /** Nothing was ever loaded: the first page is shown as soon as it is there. */
  | { readonly kind: 'unknown'; readonly shown: undefined; readonly next: Pages<T> }
  | { readonly kind: 'settled'; readonly shown: Pages<T> | undefined; readonly next: undefined }
  /** The user has asked to start over: likewise. */
  | { readonly kind: 'wanted'; readonly shown: Pages<T> | undefined; readonly next: Pages<T> }
  /** The extension loads them by itself: they are shown when they are whole. */
  | { readonly kind: 'renewed'; readonly shown: Pages<T> | undefined; readonly next: Pages<T> };

/**
 * One list of the catalogue: the subject types (of one page), or the events of one of them.
 *
 * ```
 * the list      unknown ──────────── first page ─▶ settled        shown: the bundled list, or what the cache has;
 *                  └─ refresh ─▶ wanted ─ first page ─▶ settled           from then on live pages
 *               settled ─ refresh ─▶ wanted
 *               settled ─ renew ─▶ renewed ─ last page, or no request left ─▶ settled
 *                                  renewed ─ refresh ─▶ wanted
 *
 * its pages     none ─ page ─▶ some ─ page ─▶ some … ─ last page ─▶ all
 * their request idle, failed ─ load ─▶ running ─ answer ─▶ idle
 *                                      running ─ fault ─▶ failed, before the user's eyes or not
 *               any ─ abandon ─▶ idle: what was under way never counts
 * ```
 *
 * The user calls `load` (something is opened or expanded), `loadMore`, `retry` and `refresh`; the background `renew`;
 * another API and closing `refresh`. Answers do the rest, in `ended`, which calls `changed`: the catalogue tells of it
 * by its one event, and whoever shows something reads it anew.
 */
export class CatalogList<T> {
  private state: State<T>;
  /** When all pages were loaded last: later than `complete` where the list was empty. Milliseconds since 1970. */
  private loadedAt: number;

  /**
   * @param bundled What there is to see before anything has been loaded.
   * @param complete What the cache has.
   * @param now Milliseconds since 1970.
   * @param changed Called when a load has ended, well or not; says whether there is something new to keep.
   */
  constructor(
    readonly source: PageSource<T>,
    private readonly bundled: ListedRows<T>,
    private complete: CompleteRows<T> | undefined,
    private readonly now: () => number,
    private readonly changed: (hasNewToKeep: boolean) => void,
  ) {
    this.loadedAt = complete?.date ?? -Infinity;
    this.state = complete
      ? { kind: 'settled', shown: undefined, next: undefined }
      : { kind: 'unknown', shown: undefined, next: this.newPages() };
  }

  /** The last complete list. */
  get lastComplete(): CompleteRows<T> | undefined {
    return this.complete;
  }

  /** The user has asked to start over, and that hasn't happened yet. */
  get isWanted(): boolean {
    return this.state.kind === 'wanted';
  }

  /** Why what is newer, or else a further page, could not be had. */
  get fault(): BitbucketError | undefined {
    return this.state.next?.request.fault ?? this.state.shown?.request.fault;
  }

  /** The user has seen that what is newer could not be had: no further try unless the user wants one. */
  get awaitsRetry(): boolean {
    return this.state.next?.request.awaitsRetry ?? false;
  }

  /** @param isCutOff Nothing newer can be had, for a reason that lies elsewhere. */
  list(isCutOff = false): ShownList<T> {
    const { fault, state } = this;
    const newerFault = state.next?.request.fault;
    const pages = state.shown?.state;
    if (pages && pages.kind !== 'none') {
      const isOld = newerFault !== undefined || (isCutOff && this.isWanted);
      const origin = isOld ? cachedAt(pages.date) : live;
      const hasMore = pages.kind === 'some';
      return { rows: pages.rows, origin, hasMore, total: pages.size, fault, isPageFault: fault !== newerFault };
    }
    const stored = this.complete ? cached(this.complete) : this.bundled;
    return { ...stored, hasMore: false, total: undefined, fault, isPageFault: false };
  }

  /** All rows that are known: where the list isn't whole or, which helps nobody, is empty, what fills the rest too. */
  known(isCutOff: boolean): readonly ListedRows<T>[] {
    const list = this.list(isCutOff);
    const rest = this.complete && this.complete.rows.length > 0 ? cached(this.complete) : this.bundled;
    return list.hasMore || list.rows.length === 0 ? [list, rest] : [list];
  }

  /** It came as a whole after that time, and the user wants no newer one. */
  isFresh(since: number): boolean {
    return this.loadedAt >= since && !this.isWanted;
  }

  /** Loads the first page that the user has to see; `undefined` where that is there, or has failed before the user's eyes. */
  load(): Promise<void> | undefined {
    const { kind, next } = this.state;
    return (kind === 'unknown' || kind === 'wanted') && !this.awaitsRetry ? this.loadPage(next, 'user') : undefined;
  }

  /** Loads the next page of what is shown, if there is one. */
  loadMore(): Promise<void> | undefined {
    const { shown } = this.state;
    return shown?.state.kind === 'some' ? this.loadPage(shown, 'user') : undefined;
  }

  /** Loads again what failed. */
  retry(): Promise<void> | undefined {
    const { kind, shown, next } = this.state;
    if (kind === 'renewed' && next.request.fault) {
      return this.loadAll(next, 'user', { left: maxPagesAtOnce });
    }
    const pages = kind === 'renewed' ? shown : (next ?? shown);
    return this.fault && pages && this.loadPage(pages, 'user');
  }

  /**
   * Loads all pages that are missing, of a list that replaces what is shown only when it is whole; or as many as the
   * budget has requests.
   */
  async renew(budget: RequestBudget, signal: AbortSignal): Promise<void> {
    if (this.state.kind === 'settled' && this.complete) {
      this.state = { ...this.state, kind: 'renewed', next: this.newPages() };
    }
    const pages = this.state.next ?? this.state.shown;
    if (pages) {
      await this.loadAll(pages, 'background', budget, signal);
    }
  }

  /** Drops what is being loaded, and makes the next load start over. What is loaded stays until then. */
  refresh(): void {
    const { shown, next } = this.state;
    shown?.request.abandon();
    next?.request.abandon();
    this.state = { kind: 'wanted', shown, next: this.newPages() };
  }

  private newPages(): Pages<T> {
    return new Pages(this.source, this.now);
  }

  private loadPage(pages: Pages<T>, asker: Asker): Promise<void> {
    return pages.load(asker, () => {
      this.ended(pages);
    });
  }

  private async loadAll(pages: Pages<T>, asker: Asker, budget: RequestBudget, signal?: AbortSignal): Promise<void> {
    const isHeld = () => pages === this.state.shown || pages === this.state.next;
    while (budget.left > 0 && pages.state.kind !== 'all' && isHeld()) {
      signal?.throwIfAborted();
      budget.left--;
      await this.loadPage(pages, asker);
      if (pages.request.fault) {
        return;
      }
    }
    if (this.state.kind === 'renewed' && pages === this.state.next) {
      // The budget is used up, and the next time these pages will be old.
      this.state = { kind: 'settled', shown: this.state.shown, next: undefined };
    }
  }

  /** A load of some pages has ended, well or not. */
  private ended(pages: Pages<T>): void {
    const { kind } = pages.state;
    if (pages === this.state.next && (this.state.kind === 'renewed' ? kind === 'all' : kind !== 'none')) {
      this.state = { kind: 'settled', shown: pages, next: undefined };
    }
    if (pages === this.state.shown || pages.request.fault) {
      this.changed(pages === this.state.shown && this.keep(pages));
    }
  }

  /** Keeps a list that is whole; says whether it has. An empty one is nothing to keep in place of a better one. */
  private keep({ state }: Pages<T>): boolean {
    if (state.kind !== 'all') {
      return false;
    }
    this.loadedAt = this.now();
    const isBetter = state.rows.length > 0 || !this.complete;
    if (isBetter) {
      this.complete = { rows: state.rows, date: this.loadedAt };
    }
    return isBetter;
  }
}

function cached<T>({ rows, date }: CompleteRows<T>): ListedRows<T> {
  return { rows, origin: cachedAt(date) };
}
