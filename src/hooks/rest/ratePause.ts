import { parseRetryAfter } from '../../bitbucket/retry';

/** How long nothing is asked after a 429 that doesn't say, and at most: the limit is one of an hour. Milliseconds. */
const usual = 60_000;
const longest = 3_600_000;

/** While it lasts, Bitbucket takes no requests. Times are milliseconds since 1970. */
export class RatePause {
  private over = 0;

  constructor(private readonly now: () => number) {}

  /** When it is over; `undefined` where there is none. */
  get until(): number | undefined {
    return this.now() < this.over ? this.over : undefined;
  }

  /** Begins one; returns when it is over. */
  begin(retryAfter: string | null): number {
    const now = this.now();
    const asked = parseRetryAfter(retryAfter) ?? now + usual;
    this.over = Math.min(Math.max(asked, now), now + longest);
    return this.over;
  }
}
