import { isAbort } from './sharedRequest';

/** After a try that failed, before the next one; each further failure doubles it. Milliseconds. */
const firstPause = 60_000;
const longestPause = 60 * 60_000;

/** How a renewal went: what it was for is fresh; Bitbucket couldn't be asked; or it could, and not all came of it. */
export type RenewalResult = 'fresh' | 'failed' | 'incomplete';

/**
 * Runs a renewal in the background: one at a time, and after a failure not again for a while, however many ask. That
 * keeps far below Bitbucket's limit of 60 anonymous requests an hour.
 */
export class BackgroundRenewal {
  private controller: AbortController | undefined;
  private failures = 0;
  private pausedUntil = -Infinity;

  /** @param now Milliseconds since 1970. */
  constructor(private readonly now: () => number) {}

  /**
   * @param renew Rejects only when its signal aborts.
   * @param interval Milliseconds before the next one after one that was incomplete: it would come to the same end.
   */
  run(renew: (signal: AbortSignal) => Promise<RenewalResult>, interval: number): void {
    if (this.controller || this.now() < this.pausedUntil) {
      return;
    }
    this.controller = new AbortController();
    void this.follow(renew(this.controller.signal), this.controller, interval);
  }

  /** Stops the renewal under way. */
  stop(): void {
    this.controller?.abort();
    this.controller = undefined;
  }

  /** Forgets failures, since something has changed or the user wants another try. */
  reset(): void {
    this.failures = 0;
    this.pausedUntil = -Infinity;
  }

  private async follow(renewal: Promise<RenewalResult>, controller: AbortController, interval: number): Promise<void> {
    // One that rejects was overtaken by something newer that the user asked for.
    let result: RenewalResult = 'fresh';
    try {
      result = await renewal;
    } catch (error) {
      if (!isAbort(error)) {
        throw error;
      }
    } finally {
      if (this.controller === controller) {
        this.controller = undefined;
        this.pause(result, interval);
      }
    }
  }

  private pause(result: RenewalResult, interval: number): void {
    this.failures = result === 'failed' ? this.failures + 1 : 0;
    const pauses = {
      fresh: -Infinity,
      failed: Math.min(longestPause, firstPause * 2 ** (this.failures - 1)),
      incomplete: interval,
    };
    this.pausedUntil = this.now() + pauses[result];
  }
}
