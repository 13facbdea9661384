import pRetry from 'p-retry';
import { withoutQuery } from './addresses';
import { BitbucketError, faultSummary } from './fault';
import { linkedController } from './linkedController';
import type { Log } from './log';
import { delay, retryWait } from './retry';

/** From the request's start to the body's last byte, redirects and retries included. Milliseconds. */
const defaultTimeout = 15_000;
const maxRetries = 2;
/** Before the first retry, up to twice as long by chance; before the second, double that. Milliseconds. */
const defaultRetryDelay = 500;

interface Persistence {
  /** What is asked for. */
  readonly url: URL;
  readonly signal: AbortSignal;
  /** Milliseconds for all attempts together. */
  readonly timeout?: number | undefined;
  /** Milliseconds before the first retry. */
  readonly retryDelay?: number | undefined;
  readonly log: Log;
}

/**
 * Makes attempts until one succeeds, for as long as what they fail with may pass by itself; only for what may be asked
 * for twice. Rejects with what the last attempt rejects with, with the fault `timeout`, or, where the caller's signal was
 * aborted, with the signal's reason.
 */
export async function persist<T>(
  attempt: (signal: AbortSignal) => Promise<T>,
  { url, signal, log, timeout = defaultTimeout, retryDelay = defaultRetryDelay }: Persistence,
): Promise<T> {
  const deadline = Date.now() + timeout;
  const budget = linkedController(signal);
  const timer = setTimeout(() => {
    budget.abort();
  }, timeout);
  let failed: BitbucketError | undefined;
  try {
    return await pRetry(() => attempt(budget.signal), {
      retries: maxRetries,
      minTimeout: retryDelay,
      randomize: true,
      signal: budget.signal,
      shouldRetry: async ({ error }) => {
        if (!(error instanceof BitbucketError)) {
          return false;
        }
        failed = error;
        const wait = retryWait(error.fault, deadline);
        if (wait === undefined) {
          return false;
        }
        log.info(`${url.href}: trying again after ${faultSummary(error.fault)}`);
        await delay(wait, budget.signal);
        return true;
      },
    });
  } catch (error) {
    if (error instanceof BitbucketError || !budget.signal.aborted) {
      throw error;
    }
    signal.throwIfAborted();
    // What went wrong before the time was over says more than that it is over.
    throw failed ?? new BitbucketError({ kind: 'timeout', seconds: timeout / 1000 }, withoutQuery(url));
  } finally {
    clearTimeout(timer);
    budget.abort();
  }
}
