import type { BitbucketClient } from '../bitbucket/bitbucketClient';
import { BitbucketError } from '../bitbucket/fault';
import type { EventsPage, HookEvent, SubjectTypeEntry } from '../bitbucket/hookEvents';
import { type Asker, Request } from './request';

/** Far more than Bitbucket has (29 events in 2026): a list that goes on is one that never ends. */
const maxEvents = 10_000;
const maxPages = 500;

interface Loaded {
  /** In the API's order. An event that comes twice is kept once. */
  readonly events: readonly HookEvent[];
  /** The number of events on all pages, where Bitbucket says it. */
  readonly total: number | undefined;
  /** When the first page came; milliseconds since 1970. */
  readonly date: number;
  /** The addresses of the pages after the first. */
  readonly followed: readonly string[];
}

/** What has come of a list: it only ever grows. */
export type Pages =
  | { readonly kind: 'none' }
  | (Loaded & { readonly kind: 'some'; readonly next: string })
  | (Loaded & { readonly kind: 'all' });

/** The live events of one subject type, page by page: the first load fetches the first page, each further one the next. */
export class PagedEvents {
  private readonly request = new Request<EventsPage>();
  private current: Pages = { kind: 'none' };

  /** @param now Milliseconds since 1970. */
  constructor(
    private readonly client: BitbucketClient,
    private readonly subjectType: SubjectTypeEntry,
    private readonly now: () => number,
  ) {}

  get pages(): Pages {
    return this.current;
  }

  /** Why the last load failed. */
  get fault(): BitbucketError | undefined {
    return this.request.fault;
  }

  /** The user has seen the last load fail. */
  get awaitsRetry(): boolean {
    return this.request.awaitsRetry;
  }

  /** @param ended Called when the load has ended, well or not. */
  load(asker: Asker, ended: () => void): Promise<void> {
    return this.request.run(
      asker,
      (signal) => this.fetchNext(signal),
      (page) => {
        if (page) {
          this.current = withPage(this.current, page, this.now());
        }
        ended();
      },
    );
  }

  /** Drops the load under way, and forgets that the last one failed. */
  abandon(): void {
    this.request.abandon();
  }

  private async fetchNext(signal: AbortSignal): Promise<EventsPage> {
    const { client, subjectType, current } = this;
    if (current.kind !== 'some') {
      return client.getFirstPage(subjectType, signal);
    }
    const { next, followed, events } = current;
    if (followed.includes(next)) {
      throw new BitbucketError({ kind: 'brokenLink', target: next }, subjectType.eventsUrl);
    }
    if (events.length >= maxEvents || followed.length + 1 >= maxPages) {
      throw new BitbucketError({ kind: 'endless', events: events.length }, subjectType.eventsUrl);
    }
    return client.getNextPage(next, signal);
  }
}

function withPage(pages: Pages, page: EventsPage, now: number): Pages {
  const before = pages.kind === 'none' ? { events: [], date: now, followed: [] } : pages;
  const byKey = new Map(before.events.map((event) => [event.key, event]));
  for (const event of page.events) {
    if (!byKey.has(event.key)) {
      byKey.set(event.key, event);
    }
  }
  const loaded = {
    events: [...byKey.values()],
    total: page.size,
    date: before.date,
    followed: pages.kind === 'some' ? [...pages.followed, pages.next] : before.followed,
  };
  return page.next === undefined ? { kind: 'all', ...loaded } : { kind: 'some', ...loaded, next: page.next };
}
