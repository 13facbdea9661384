import type { BitbucketClient } from '../bitbucket/bitbucketClient';
import { BitbucketError } from '../bitbucket/fault';
import type { EventsPage, HookEvent, SubjectType } from '../bitbucket/hookEvents';
import { Loadable } from './loadable';

/** Far more than Bitbucket has (29 events in 2026): a list that goes on is one that never ends. */
const maxEvents = 10_000;
const maxPages = 500;

/** The live events of one subject type, page by page: the first load fetches the first page, each further one the next. */
export class PagedEvents extends Loadable<EventsPage> {
  private readonly rows = new Map<string, HookEvent>();
  private readonly followed = new Set<string>();
  private next: string | undefined;
  private size: number | undefined;
  private pages = 0;
  private firstPageAt: number | undefined;

  /** @param now Milliseconds since 1970. */
  constructor(
    private readonly client: BitbucketClient,
    readonly subjectType: SubjectType,
    private readonly now: () => number,
    changed: () => void,
  ) {
    super(changed);
  }

  /** What is loaded, in the API's order; `undefined` before the first page. An event that comes twice is kept once. */
  get events(): readonly HookEvent[] | undefined {
    return this.pages > 0 ? [...this.rows.values()] : undefined;
  }

  /** There is a further page. */
  get hasMore(): boolean {
    return this.next !== undefined;
  }

  /** All pages are loaded. */
  get isComplete(): boolean {
    return this.pages > 0 && !this.hasMore;
  }

  /** When the first page came; milliseconds since 1970. */
  get date(): number | undefined {
    return this.firstPageAt;
  }

  /** The number of events on all pages, where Bitbucket says it. */
  get total(): number | undefined {
    return this.size;
  }

  protected async request(signal: AbortSignal): Promise<EventsPage> {
    if (this.next === undefined) {
      return this.client.getFirstPage(this.subjectType, signal);
    }
    if (this.followed.has(this.next)) {
      throw new BitbucketError({ kind: 'brokenLink', target: this.next }, this.subjectType.eventsUrl);
    }
    if (this.rows.size >= maxEvents || this.pages >= maxPages) {
      throw new BitbucketError({ kind: 'endless', events: this.rows.size }, this.subjectType.eventsUrl);
    }
    return this.client.getNextPage(this.next, signal);
  }

  protected accept(page: EventsPage): void {
    this.firstPageAt ??= this.now();
    if (this.next !== undefined) {
      this.followed.add(this.next);
    }
    for (const event of page.events) {
      if (!this.rows.has(event.key)) {
        this.rows.set(event.key, event);
      }
    }
    this.pages++;
    this.next = page.next;
    this.size = page.size;
  }
}
