import { BitbucketError } from '../bitbucket/fault';
import { type Asker, SharedRequest } from './sharedRequest';

/** Far more than Bitbucket has (29 events in 2026): a list that goes on is one that never ends. */
const maxRows = 10_000;
const maxPages = 500;

interface Page<T> {
  readonly rows: readonly T[];
  /** The next page's address; `undefined` on the last one. */
  readonly next: string | undefined;
  /** The number of rows on all pages, where Bitbucket says it. */
  readonly size: number | undefined;
}

/** Where the pages of a list come from. */
export interface PageSource<T> {
  /** The address of the list, for errors. */
  readonly url: string;
  /** Tells rows apart. */
  keyOf(row: T): string;
  /** The page behind `next` of the one before; `undefined`: the first. */
  fetch(next: string | undefined, signal: AbortSignal): Promise<Page<T>>;
}

interface Loaded<T> {
  /** In the API's order. A row that comes twice is kept once. */
  readonly rows: readonly T[];
  readonly size: number | undefined;
  /** When the first page came; milliseconds since 1970. */
  readonly date: number;
  /** The addresses of the pages after the first. */
  readonly followed: readonly string[];
}

/** What has come of a list. */
type State<T> =
  | { readonly kind: 'none' }
  | (Loaded<T> & { readonly kind: 'some'; readonly next: string })
  | (Loaded<T> & { readonly kind: 'all' });

/** A live list, page by page: the first load fetches the first page, each further one the next. */
export class Pages<T> {
  readonly request = new SharedRequest<Page<T>>();
  private current: State<T> = { kind: 'none' };

  /** @param now Milliseconds since 1970. */
  constructor(
    private readonly source: PageSource<T>,
    private readonly now: () => number,
  ) {}

  get state(): State<T> {
    return this.current;
  }

  /** @param ended Called when the load has ended, well or not. */
  load(asker: Asker, ended: () => void): Promise<void> {
    return this.request.run(
      asker,
      (signal) => this.fetchNext(signal),
      (page) => {
        if (page) {
          this.add(page);
        }
        ended();
      },
    );
  }

  private async fetchNext(signal: AbortSignal): Promise<Page<T>> {
    const { source, current } = this;
    if (current.kind !== 'some') {
      return source.fetch(undefined, signal);
    }
    const { next, followed, rows } = current;
    if (followed.includes(next)) {
      throw new BitbucketError({ kind: 'brokenLink', target: next }, source.url);
    }
    if (rows.length >= maxRows || followed.length + 1 >= maxPages) {
      throw new BitbucketError({ kind: 'endless', events: rows.length }, source.url);
    }
    return source.fetch(next, signal);
  }

  private add({ rows, next, size }: Page<T>): void {
    const before = this.current.kind === 'none' ? { rows: [], date: this.now(), followed: [] } : this.current;
    const followed = this.current.kind === 'some' ? [...before.followed, this.current.next] : before.followed;
    const byKey = new Map(before.rows.map((row) => [this.source.keyOf(row), row]));
    for (const row of rows) {
      const key = this.source.keyOf(row);
      byKey.set(key, byKey.get(key) ?? row);
    }
    const loaded = { rows: [...byKey.values()], size, date: before.date, followed };
    this.current = next === undefined ? { kind: 'all', ...loaded } : { kind: 'some', ...loaded, next };
  }
}
