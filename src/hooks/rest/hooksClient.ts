import { parseBaseUrl, parseLink, withoutQuery } from '../../bitbucket/addresses';
import { cleanText } from '../../bitbucket/cleanText';
import { BitbucketError, faultOf } from '../../bitbucket/fault';
import { BodyTooLargeError } from '../../bitbucket/fetchLike';
import type { HookSubject } from '../../bitbucket/hookSubject';
import type { Log } from '../../bitbucket/log';
import { persist } from '../../bitbucket/persist';
import {
  type AuthorizedAnswer,
  type AuthorizedFetch,
  type AuthorizedRequest,
  NoTokenError,
} from '../../credentials/authorizedFetch';
import type { HookBody } from './bodies';
import type { Hook, HookList } from './hook';
import { firstPage, hookUrl, listUrl } from './paths';
import { faultOfStatus, HooksError, type HooksFault, isRefusal, notAHook, toHooksError } from './hooksFault';
import { RatePause } from './ratePause';
import { type HooksPage, parseHook, parseHooksPage, parseProblem } from './schemas';

/** A thousand times what anybody has. */
const maxPages = 50;

/** What has become of a request that changes something. */
export type Written =
  /** With the hook, where the answer is one. */
  | { readonly kind: 'answered'; readonly hook: Hook | undefined }
  /** Nobody knows whether it was done. */
  | { readonly kind: 'lost'; readonly fault: HooksFault };

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
  private readonly pause: RatePause;

  constructor(
    private readonly options: HooksClientOptions,
    private readonly fetch: AuthorizedFetch,
    private readonly log: Log,
  ) {
    this.pause = new RatePause(options.now ?? Date.now);
  }

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

  /** `GET …/hooks/{uid}`; `undefined` where there is none. */
  async getHook(subject: HookSubject, uuid: string, signal: AbortSignal): Promise<Hook | undefined> {
    const request = { url: hookUrl(this.base(), subject, uuid), method: 'GET' } as const;
    try {
      const answer = await this.ask(request, subject, this.fetch, signal);
      const hook = parseHook(jsonOf(answer));
      if (!hook) {
        throw this.logged(new HooksError(notAHook(), withoutQuery(request.url)));
      }
      return hook;
    } catch (error) {
      if (error instanceof HooksError && error.fault.kind === 'notFound') {
        return undefined;
      }
      throw error;
    }
  }

  /**
   * `POST …/hooks`, or `PUT` or `DELETE …/hooks/{uid}`, once. Rejects where it is certain that nothing was done.
   *
   * @param uuid Left out for `POST`.
   */
  async write(
    method: 'POST' | 'PUT' | 'DELETE',
    subject: HookSubject,
    uuid: string | undefined,
    body: HookBody | undefined,
    signal: AbortSignal,
  ): Promise<Written> {
    const base = this.base();
    const url = uuid === undefined ? listUrl(base, subject) : hookUrl(base, subject, uuid);
    try {
      const answer = await this.ask({ url, method, body }, subject, this.fetch, signal, body?.secret);
      return { kind: 'answered', hook: parseHook(jsonOf(answer)) };
    } catch (error) {
      if (!(error instanceof HooksError)) {
        throw error;
      }
      const { fault } = error;
      if (method === 'DELETE' && fault.kind === 'notFound') {
        return { kind: 'answered', hook: undefined };
      }
      if (isRefusal(fault)) {
        throw error;
      }
      return { kind: 'lost', fault };
    }
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
    const answer = await this.ask({ url, method: 'GET' }, subject, fetch, signal);
    const json = jsonOf(answer);
    const page = json === undefined ? undefined : parseHooksPage(json);
    if (typeof page !== 'object') {
      const contentType = cleanText(answer.header('content-type') ?? '', 100);
      const fault =
        page === undefined ? ({ kind: 'notJson', contentType } as const) : ({ kind: 'shape', detail: page } as const);
      throw this.logged(new HooksError(fault, withoutQuery(url)));
    }
    return page;
  }

  /** An answer with a status of success. Only what changes nothing is asked for more than once. */
  private async ask(
    request: AuthorizedRequest,
    subject: HookSubject,
    fetch: AuthorizedFetch,
    signal: AbortSignal,
    secret?: string | null,
  ): Promise<AuthorizedAnswer> {
    const { url, method } = request;
    const target = withoutQuery(url);
    const fail = (fault: HooksFault) => new HooksError(fault, target);
    try {
      if (this.pause.until !== undefined) {
        throw fail({ kind: 'rateLimit', message: '', retryAt: this.pause.until });
      }
      const { timeout, retryDelay } = this.options;
      const retries = method === 'GET' ? undefined : 0;
      const budget = { url, signal, timeout, retryDelay, retries, log: this.log };
      const answer = await persist((attempt) => this.attempt(request, subject, fetch, attempt, secret), budget);
      const { status } = answer;
      const problem = parseProblem(jsonOf(answer), secret);
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
      throw this.logged(toHooksError(error, target));
    }
  }

  /** Throws what is worth another attempt as a `BitbucketError`. */
  private async attempt(
    request: AuthorizedRequest,
    subject: HookSubject,
    fetch: AuthorizedFetch,
    signal: AbortSignal,
    secret?: string | null,
  ): Promise<AuthorizedAnswer> {
    const { url, method } = request;
    const started = Date.now();
    let answer: AuthorizedAnswer;
    try {
      answer = await fetch(request, subject, signal);
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
      const { message } = parseProblem(jsonOf(answer), secret);
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

/** The body as JSON; `undefined` where it is none. */
function jsonOf(answer: AuthorizedAnswer): unknown {
  try {
    return answer.json();
  } catch {
    return undefined;
  }
}
