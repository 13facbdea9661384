import { parseBaseUrl, parseLink, withoutQuery } from './addresses';
import { cleanText } from './cleanText';
import { BitbucketError, type Fault, faultOf } from './fault';
import { BodyTooLargeError, type FetchedResponse, type FetchLike, readText } from './fetchLike';
import type { EventsPage, SubjectTypeEntry } from './hookEvents';
import { linkedController } from './linkedController';
import type { Log } from './log';
import { persist } from './persist';
import { parseRetryAfter } from './retry';
import { parseErrorMessage, parseEventsPage, parseSubjectTypes, type Rows } from './schemas';

/** Some 200 times what Bitbucket sends: the largest page it allows (100 events) stays under 25 kB. */
const maxBodyBytes = 5_000_000;
const maxRedirects = 5;

export interface ClientOptions {
  /** The API's base URL as the user set it, such as `https://api.bitbucket.org/2.0`. */
  readonly baseUrl: string;
  /** Events a page, 10 to 100; `undefined` leaves it to the server. */
  readonly pageLength?: number | undefined;
  /** Milliseconds for one answer, retries included. */
  readonly timeout?: number | undefined;
  /** Milliseconds before the first retry. */
  readonly retryDelay?: number;
}

interface HttpAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly retryAfter: string | null;
  readonly text: string;
}

/**
 * The two public `hook_events` operations of Bitbucket Cloud's REST API. Every method rejects with a `BitbucketError`
 * or, where the caller's signal was aborted, with the signal's reason; nothing else.
 */
export class BitbucketClient {
  constructor(
    private readonly options: ClientOptions,
    private readonly fetch: FetchLike,
    private readonly log: Log,
  ) {}

  /** The API that is asked, as the key under which to keep its answers. */
  get apiBaseUrl(): string {
    return this.options.baseUrl.trim().replace(/\/+$/, '');
  }

  /** `GET /hook_events`: the subject types, in the API's order. */
  async getSubjectTypes(signal: AbortSignal): Promise<readonly SubjectTypeEntry[]> {
    const target = () => {
      const url = this.baseUrl();
      url.pathname = `${url.pathname.replace(/\/+$/, '')}/hook_events`;
      return url;
    };
    return (await this.ask(target, parseSubjectTypes, signal)).rows;
  }

  /** The first page of a subject type's events. */
  getFirstPage(subjectType: SubjectTypeEntry, signal: AbortSignal): Promise<EventsPage> {
    const target = () => {
      if (subjectType.eventsUrl === '') {
        const detail = `${subjectType.name}: no link to its events`;
        throw new BitbucketError({ kind: 'shape', detail }, withoutQuery(this.baseUrl()));
      }
      const url = parseLink(subjectType.eventsUrl, this.baseUrl());
      if (this.options.pageLength !== undefined) {
        url.searchParams.set('pagelen', String(this.options.pageLength));
      }
      return url;
    };
    return this.getPage(target, signal);
  }

  /** The page behind `next` of the page before, followed as Bitbucket gave it. */
  getNextPage(next: string, signal: AbortSignal): Promise<EventsPage> {
    return this.getPage(() => parseLink(next, this.baseUrl()), signal);
  }

  private async getPage(target: () => URL, signal: AbortSignal): Promise<EventsPage> {
    const { rows, next, size } = await this.ask(target, parseEventsPage, signal);
    return { events: rows, next, size };
  }

  /** Requests, validates and logs: what was dropped of the answer, or why there is none. */
  private async ask<T extends Rows<unknown>>(
    target: () => URL,
    parse: (json: unknown) => T | string,
    signal: AbortSignal,
  ): Promise<T> {
    try {
      const url = target();
      const parsed = parse(await this.getJson(url, signal));
      if (typeof parsed === 'string') {
        throw new BitbucketError({ kind: 'shape', detail: parsed }, withoutQuery(url));
      }
      if (parsed.dropped.length > 0) {
        const some = parsed.dropped.slice(0, 5).join('; ');
        this.log.warn(`${url.href}: dropped ${parsed.dropped.length} malformed rows: ${some}`);
      }
      return parsed;
    } catch (error) {
      if (error instanceof BitbucketError) {
        this.log.warn(`${error.message}${causeText(error)}`);
      }
      throw error;
    }
  }

  /** The answer's JSON; tries again what may pass by itself, all within one budget of time. */
  private getJson(url: URL, signal: AbortSignal): Promise<unknown> {
    const { timeout, retryDelay } = this.options;
    return persist((budget) => this.attempt(url, budget), { url, signal, timeout, retryDelay, log: this.log });
  }

  private baseUrl(): URL {
    return parseBaseUrl(this.options.baseUrl);
  }

  private async attempt(url: URL, signal: AbortSignal): Promise<unknown> {
    const started = Date.now();
    const { status, contentType, retryAfter, text } = await this.get(url, signal);
    this.log.debug(`GET ${url.href}: ${status}, ${text.length} characters, ${Date.now() - started} ms`);
    if (status === 429) {
      const fault: Fault = {
        kind: 'rateLimit',
        message: parseErrorMessage(text),
        retryAt: parseRetryAfter(retryAfter),
      };
      throw new BitbucketError(fault, withoutQuery(url));
    }
    if (status !== 200) {
      throw new BitbucketError({ kind: 'status', status, message: parseErrorMessage(text) }, withoutQuery(url));
    }
    try {
      return JSON.parse(text);
    } catch (cause) {
      const fault: Fault = { kind: 'notJson', contentType: cleanText(contentType, 100) };
      throw new BitbucketError(fault, withoutQuery(url), { cause });
    }
  }

  private async get(start: URL, signal: AbortSignal): Promise<HttpAnswer> {
    const attempt = linkedController(signal);
    let url = start;
    const fail = (fault: Fault, cause?: unknown) => new BitbucketError(fault, withoutQuery(url), { cause });
    try {
      for (let redirects = 0; redirects <= maxRedirects; redirects++) {
        const response = await this.fetch(url.href, attempt.signal);
        const location = redirectTarget(response);
        if (location === undefined) {
          return {
            status: response.status,
            contentType: response.header('content-type') ?? '',
            retryAfter: response.header('retry-after'),
            text: await readText(response.body, maxBodyBytes),
          };
        }
        url = parseLink(location, this.baseUrl(), url);
      }
      throw fail({ kind: 'brokenLink', target: cleanText(url.href, 300) });
    } catch (error) {
      if (error instanceof BitbucketError) {
        throw error;
      }
      if (error instanceof BodyTooLargeError) {
        throw fail({ kind: 'tooLarge', megabytes: maxBodyBytes / 1e6 }, error);
      }
      signal.throwIfAborted();
      throw fail(faultOf(error, url), error);
    } finally {
      // Lets go of what wasn't read: a redirect's body, the rest of one that is too large.
      attempt.abort();
    }
  }
}

/** The platform's own words, for the log; they may repeat some of the answer. */
function causeText({ cause }: BitbucketError): string {
  return cause instanceof Error ? ` (${cleanText(cause.message, 300)})` : '';
}

function redirectTarget(response: FetchedResponse): string | undefined {
  return response.status >= 300 && response.status < 400 ? (response.header('location') ?? undefined) : undefined;
}
