import { parseBaseUrl, withoutQuery } from '../../bitbucket/addresses';
import { BitbucketError, faultOf } from '../../bitbucket/fault';
import { BodyTooLargeError } from '../../bitbucket/fetchLike';
import type { HookSubject } from '../../bitbucket/hookSubject';
import type { Log } from '../../bitbucket/log';
import { persist } from '../../bitbucket/persist';
import { type AuthorizedAnswer, type AuthorizedFetch, NoTokenError } from '../../credentials/authorizedFetch';
import { hiddenParts } from './address';
import type { HookBody } from './bodies';
import { faultOfStatus, HooksError, type HooksFault, toHooksError } from './hooksFault';
import { RatePause } from './ratePause';
import { parseProblem } from './schemas';

export interface HooksTransportOptions {
  /** The API's base URL as the user set it. */
  readonly baseUrl: string;
  /** Milliseconds for one request, retries included. */
  readonly timeout?: number;
  /** Milliseconds before the first retry. */
  readonly retryDelay?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** A request for hooks. */
export interface HooksRequest {
  readonly url: URL;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: HookBody | undefined;
}

/**
 * Requests for hooks, each within its time. Only a GET is sent again, and only where that may help; after a 429 nothing is
 * sent until Bitbucket takes requests again.
 */
export class HooksTransport {
  private readonly pause: RatePause;

  constructor(
    readonly options: HooksTransportOptions,
    private readonly fetch: AuthorizedFetch,
    private readonly log: Log,
  ) {
    this.pause = new RatePause(options.now ?? Date.now);
  }

  /** The API's base URL. Throws a `HooksError` where it can't be used. */
  get base(): URL {
    const { baseUrl } = this.options;
    try {
      return parseBaseUrl(baseUrl);
    } catch (error) {
      throw toHooksError(error, baseUrl);
    }
  }

  /**
   * Resolves with an answer whose status is one of success. Rejects with a `HooksError` or, where the caller's signal was
   * aborted, with the signal's reason.
   *
   * @param fetch Sends another token than the one that is kept.
   */
  async send(
    request: HooksRequest,
    subject: HookSubject,
    signal: AbortSignal,
    fetch = this.fetch,
  ): Promise<AuthorizedAnswer> {
    const { url, method, body } = request;
    const fail = (fault: HooksFault) => new HooksError(fault, withoutQuery(url));
    try {
      if (this.pause.until !== undefined) {
        throw fail({ kind: 'rateLimit', message: '', retryAt: this.pause.until });
      }
      const { timeout, retryDelay } = this.options;
      const retries = method === 'GET' ? undefined : 0;
      const budget = { url, signal, timeout, retryDelay, retries, log: this.log };
      const answer = await persist((attempt) => this.attempt(request, subject, attempt, fetch), budget);
      const { status } = answer;
      const problem = parseProblem(jsonOf(answer), hiddenTexts(body));
      if (status === 429) {
        const retryAt = this.pause.begin(answer.header('retry-after'));
        throw fail({ kind: 'rateLimit', message: problem.message, retryAt });
      }
      const fault = faultOfStatus(status, problem);
      if (fault) {
        throw fail(fault);
      }
      return answer;
    } catch (error) {
      signal.throwIfAborted();
      throw this.logged(toHooksError(error, withoutQuery(url)));
    }
  }

  /** Notes what went wrong, and returns it. */
  logged(error: Error): Error {
    if (error instanceof HooksError) {
      this.log.warn(error.message);
    }
    return error;
  }

  /** Throws what is worth another attempt as a `BitbucketError`. */
  private async attempt(
    { url, method, body }: HooksRequest,
    subject: HookSubject,
    signal: AbortSignal,
    fetch: AuthorizedFetch,
  ): Promise<AuthorizedAnswer> {
    const started = Date.now();
    let answer: AuthorizedAnswer;
    try {
      answer = await fetch({ url, method, body }, subject, signal);
    } catch (error) {
      if (error instanceof NoTokenError || signal.aborted) {
        throw error;
      }
      // Without the cause: platforms may quote in it what they were given.
      const isLarge = error instanceof BodyTooLargeError;
      const fault = isLarge ? ({ kind: 'tooLarge', megabytes: 5 } as const) : faultOf(error, url);
      throw new BitbucketError(fault, withoutQuery(url));
    }
    const { status } = answer;
    this.log.debug(`${method} ${withoutQuery(url)}: ${status}, ${Date.now() - started} ms`);
    if (status >= 500) {
      const { message } = parseProblem(jsonOf(answer), hiddenTexts(body));
      throw new BitbucketError({ kind: 'status', status, message }, withoutQuery(url));
    }
    return answer;
  }
}

/** What answers may repeat of a request, and nobody is to be told: its secret, and tokens in its address. */
function hiddenTexts(body: HookBody | undefined): string[] {
  return body ? [...(body.secret ? [body.secret] : []), ...hiddenParts(body.url)] : [];
}

/** The body as JSON; `undefined` where it is none. */
export function jsonOf(answer: AuthorizedAnswer): unknown {
  try {
    return answer.json();
  } catch {
    return undefined;
  }
}
