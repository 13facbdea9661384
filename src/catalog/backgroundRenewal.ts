import { isAbort } from './isAbort';

/** After a try that failed, before the next one; each further failure doubles it. Milliseconds. */
const firstPause = 60_000;
const longestPause = 60 * 60_000;

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

  /** @param renew Resolves with whether all went well; rejects only when its signal aborts. */
  run(renew: (signal: AbortSignal) => Promise<boolean>): void {
    if (this.controller || this.now() < this.pausedUntil) {
      return;
    }
    const controller = new AbortController();
    this.controller = controller;
    void renew(controller.signal)
      .catch((error: unknown) => {
        if (!isAbort(error)) {
          throw error;
        }
        // Overtaken by something newer that the user asked for.
        return true;
      })
      .then((isWell) => {
        if (this.controller === controller) {
          this.controller = undefined;
          this.pause(isWell);
        }
      });
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

  private pause(isWell: boolean): void {
    this.failures = isWell ? 0 : this.failures + 1;
    this.pausedUntil = isWell ? -Infinity : this.now() + Math.min(longestPause, firstPause * 2 ** (this.failures - 1));
  }
}
