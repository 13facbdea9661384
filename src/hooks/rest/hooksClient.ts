import { parseLink, withoutQuery } from '../../bitbucket/addresses';
import { cleanText } from '../../bitbucket/cleanText';
import { BitbucketError } from '../../bitbucket/fault';
import type { HookSubject } from '../../bitbucket/hookSubject';
import type { Log } from '../../bitbucket/log';
import type { AuthorizedFetch } from '../../credentials/authorizedFetch';
import type { HookBody } from './bodies';
import type { Hook, HookList } from './hook';
import { firstPage, hookUrl, listUrl } from './paths';
import { HooksError, type HooksFault, isRefusal, notAHook, toHooksError } from './hooksFault';
import { HooksTransport, type HooksTransportOptions, jsonOf } from './hooksTransport';
import { type HooksPage, parseHook, parseHooksPage } from './schemas';

/** A thousand times what anybody has. */
const maxPages = 50;

/** What has become of a request that changes something. */
export type Written =
  /** With the hook, where the answer is one. */
  | { readonly kind: 'answered'; readonly hook: Hook | undefined }
  /** Nobody knows whether it was done. */
  | { readonly kind: 'lost'; readonly fault: HooksFault };

/**
 * The hooks of repositories and workspaces, by Bitbucket Cloud's REST API. Every method rejects with a `HooksError` or,
 * where the caller's signal was aborted, with the signal's reason; nothing else.
 */
export class HooksClient {
  private readonly transport: HooksTransport;

  constructor(options: HooksTransportOptions, fetch: AuthorizedFetch, log: Log) {
    this.transport = new HooksTransport(options, fetch, log);
  }

  /** The API's base URL as the user set it. */
  get baseUrl(): string {
    return this.transport.options.baseUrl;
  }

  /** `GET …/hooks`, all pages. */
  async listHooks(subject: HookSubject, signal: AbortSignal): Promise<HookList> {
    const hooks = new Map<string, Hook>();
    let malformed = 0;
    const { base } = this.transport;
    let url: URL | undefined = firstPage(base, subject);
    for (let pages = 0; url && pages < maxPages; pages++) {
      const page: HooksPage = await this.getPage(url, subject, signal);
      malformed += page.malformed;
      // Two pages may have the same one, where another was added meanwhile.
      page.hooks.forEach((hook) => hooks.set(hook.uuid, hook));
      url = page.next === undefined ? undefined : this.nextPage(page.next, base, url);
    }
    return { hooks: [...hooks.values()], malformed, isCut: url !== undefined };
  }

  /** `GET …/hooks/{uid}`; `undefined` where there is none. */
  async getHook(subject: HookSubject, uuid: string, signal: AbortSignal): Promise<Hook | undefined> {
    const url = hookUrl(this.transport.base, subject, uuid);
    try {
      const hook = parseHook(jsonOf(await this.transport.send({ url, method: 'GET' }, subject, signal)));
      if (!hook) {
        throw this.transport.logged(new HooksError(notAHook(), withoutQuery(url)));
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
    const { base } = this.transport;
    const url = uuid === undefined ? listUrl(base, subject) : hookUrl(base, subject, uuid);
    try {
      const answer = await this.transport.send({ url, method, body }, subject, signal);
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
    await this.getPage(firstPage(this.transport.base, subject), subject, signal, fetch);
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
      throw this.transport.logged(toHooksError(error, withoutQuery(current)));
    }
  }

  private async getPage(
    url: URL,
    subject: HookSubject,
    signal: AbortSignal,
    fetch?: AuthorizedFetch,
  ): Promise<HooksPage> {
    const answer = await this.transport.send({ url, method: 'GET' }, subject, signal, fetch);
    const json = jsonOf(answer);
    const page = json === undefined ? undefined : parseHooksPage(json);
    if (typeof page !== 'object') {
      const contentType = cleanText(answer.header('content-type') ?? '', 100);
      const fault =
        page === undefined ? ({ kind: 'notJson', contentType } as const) : ({ kind: 'shape', detail: page } as const);
      throw this.transport.logged(new HooksError(fault, withoutQuery(url)));
    }
    return page;
  }
}
