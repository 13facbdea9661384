import { parseBaseUrl, parseLink, withoutQuery } from '../../bitbucket/addresses';
import { cleanText } from '../../bitbucket/cleanText';
import { BitbucketError, faultOf } from '../../bitbucket/fault';
import { BodyTooLargeError } from '../../bitbucket/fetchLike';
import { type HookSubject, hooksUrl, parseSubject, subjectName } from '../../bitbucket/hookSubject';
import type { Log } from '../../bitbucket/log';
import { persist } from '../../bitbucket/persist';
import { parseRetryAfter } from '../../bitbucket/retry';
import { type AuthorizedAnswer, type AuthorizedFetch, NoTokenError } from '../../credentials/authorizedFetch';
import type { Hook, HookList } from './hook';
import { faultOfStatus, HooksError, type HooksFault } from './hooksFault';
import { type HooksPage, parseHooksPage, parseProblem } from './schemas';

/** The most that Bitbucket sends at once. */
const pageLength = 100;
/** A thousand times what anybody has. */
const maxPages = 50;
/** How long nothing is asked after a 429 that doesn't say, and at most: the limit is one of an hour. Milliseconds. */
const pauseOnLimit = 60_000;
const longestPause = 3_600_000;

export interface HooksClientOptions {
  /** The API's base URL as the user set it. */
  readonly baseUrl: string;
  /** Milliseconds for one page, retries included. */
  readonly timeout?: number;
  /** Milliseconds before the first retry. */
  readonly retryDelay?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/**
 * The hooks of repositories and workspaces, by Bitbucket Cloud's REST API. Every method rejects with a `HooksError` or,
 * where the caller's signal was aborted, with the signal's reason; nothing else.
 */
export class HooksClient {
  /** Until then Bitbucket takes no request. Milliseconds since 1970. */
  private pausedUntil = 0;

  constructor(
    private readonly options: HooksClientOptions,
    private readonly fetch: AuthorizedFetch,
    private readonly log: Log,
  ) {}

  /** The API's base URL as the user set it. */
  get baseUrl(): string {
    return this.options.baseUrl;
  }

  /** `GET …/hooks`, all pages. */
  async listHooks(subject: HookSubject, signal: AbortSignal): Promise<HookList> {
    const hooks = new Map<string, Hook>();
    let malformed = 0;
    const base = this.base();
    let url: URL | undefined = firstPage(base, subject);
    for (let pages = 0; url && pages < maxPages; pages++) {
      const page: HooksPage = await this.getPage(url, subject, this.fetch, signal);
      malformed += page.malformed;
      // Two pages may have the same one, where another was added meanwhile.
      page.hooks.forEach((hook) => hooks.set(hook.uuid, hook));
      url = page.next === undefined ? undefined : this.nextPage(page.next, base, url);
    }
    return { hooks: [...hooks.values()], malformed, isCut: url !== undefined };
  }

  /** Asks for a subject's hooks with another token, to see whether it serves. */
  async tryOut(subject: HookSubject, fetch: AuthorizedFetch, signal: AbortSignal): Promise<void> {
    await this.getPage(firstPage(this.base(), subject), subject, fetch, signal);
  }

  private base(): URL {
    try {
      return parseBaseUrl(this.options.baseUrl);
    } catch (error) {
      throw toHooksError(error, this.options.baseUrl);
    }
  }

  /** Within the API's origin, since the token goes there; a link that leads back to the page that it is on has no end. */
  private nextPage(next: string, base: URL, current: URL): URL {
    try {
      const url = parseLink(next, base);
      if (url.href === current.href) {
        throw new BitbucketError({ kind: 'brokenLink', target: withoutQuery(url) }, withoutQuery(current));
      }
      return url;
    } catch (error) {
      throw this.logged(toHooksError(error, withoutQuery(current)));
    }
  }

  private async getPage(
    url: URL,
    subject: HookSubject,
    fetch: AuthorizedFetch,
    signal: AbortSignal,
  ): Promise<HooksPage> {
    const target = withoutQuery(url);
    const fail = (fault: HooksFault) => new HooksError(fault, target);
    try {
      const now = this.options.now ?? Date.now;
      if (now() < this.pausedUntil) {
        throw fail({ kind: 'rateLimit', message: '', retryAt: this.pausedUntil });
      }
      const { timeout, retryDelay } = this.options;
      const budget = { url, signal, timeout, retryDelay, log: this.log };
      const answer = await persist((attempt) => this.attempt(url, subject, fetch, attempt), budget);
      const { status } = answer;
      const json = jsonOf(answer);
      const problem = parseProblem(json);
      if (status === 429) {
        const asked = parseRetryAfter(answer.header('retry-after')) ?? now() + pauseOnLimit;
        this.pausedUntil = Math.min(Math.max(asked, now()), now() + longestPause);
        throw fail({ kind: 'rateLimit', message: problem.message, retryAt: this.pausedUntil });
      }
      const fault = faultOfStatus(status, problem);
      if (fault) {
        throw fail(fault);
      }
      const page = json === undefined ? undefined : parseHooksPage(json);
      if (typeof page !== 'object') {
        const contentType = cleanText(answer.header('content-type') ?? '', 100);
        throw fail(page === undefined ? { kind: 'notJson', contentType } : { kind: 'shape', detail: page });
      }
      return page;
    } catch (error) {
      signal.throwIfAborted();
      throw this.logged(toHooksError(error, target));
    }
  }

  /** Throws what is worth another attempt as a `BitbucketError`. */
  private async attempt(url: URL, subject: HookSubject, fetch: AuthorizedFetch, signal: AbortSignal) {
    const started = Date.now();
    let answer: AuthorizedAnswer;
    try {
      answer = await fetch(url, subject, signal);
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
    this.log.debug(`GET ${withoutQuery(url)}: ${status}, ${Date.now() - started} ms`);
    if (status >= 500) {
      const { message } = parseProblem(jsonOf(answer));
      throw new BitbucketError({ kind: 'status', status, message }, withoutQuery(url));
    }
    return answer;
  }

  private logged(error: Error): Error {
    if (error instanceof HooksError) {
      this.log.warn(error.message);
    }
    return error;
  }
}

/** What can't be one segment of a path each is nowhere to be found. */
function firstPage(base: URL, subject: HookSubject): URL {
  if (parseSubject(subjectName(subject)) === undefined) {
    throw new HooksError({ kind: 'notFound', message: '' }, withoutQuery(base));
  }
  const url = hooksUrl(base, subject);
  url.searchParams.set('pagelen', String(pageLength));
  return url;
}

/** The body as JSON; `undefined` where it is none. */
function jsonOf(answer: AuthorizedAnswer): unknown {
  try {
    return answer.json();
  } catch {
    return undefined;
  }
}

/** What was thrown as a `HooksError`, unless it is a mistake of ours. */
function toHooksError(error: unknown, url: string): Error {
  if (error instanceof NoTokenError) {
    return new HooksError({ kind: 'noToken', reason: error.reason }, url);
  }
  if (error instanceof BitbucketError) {
    return new HooksError(error.fault, url);
  }
  return error instanceof Error ? error : new Error(String(error));
}
