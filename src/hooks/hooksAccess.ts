import { workspace } from 'vscode';
import { parseBaseUrl } from '../bitbucket/addresses';
import type { HookSubject } from '../bitbucket/hookSubject';
import type { Log } from '../bitbucket/log';
import { Emitter } from '../catalog/emitter';
import { Authorizer } from '../credentials/authorizedFetch';
import type { Credential } from '../credentials/credential';
import type { RequestWithHeaders } from '../credentials/requestWithHeaders';
import type { Tokens } from '../credentials/tokens';
import type { HookList } from './rest/hook';
import { HookLists } from './rest/hookLists';
import { HooksClient } from './rest/hooksClient';
import { HookWriter } from './rest/hookWriter';

/** Bitbucket Cloud's own API, to which alone the pages at bitbucket.org belong. */
const cloudOrigin = 'https://api.bitbucket.org';

interface HooksAccessOptions {
  readonly tokens: Tokens;
  readonly request: RequestWithHeaders;
  readonly log: Log;
  /** The API's base URL as it is set now. */
  readonly baseUrl: () => string;
}

/** The hooks API with the tokens that are kept: what commands and the view have in common. */
export class HooksAccess {
  readonly lists = new HookLists((subject, signal) => this.client.listHooks(subject, signal));
  private readonly authorizer: Authorizer;
  private readonly starts = new Emitter<void>();
  private client: HooksClient;

  /** Fires when all that is known is to be asked for anew: with other tokens, or of another API. */
  readonly onDidStart = this.starts.event;

  constructor(private readonly options: HooksAccessOptions) {
    this.authorizer = new Authorizer(options.tokens, {
      request: options.request,
      isTrusted: () => workspace.isTrusted,
      apiOrigin: () => this.origin,
    });
    this.client = this.connect();
  }

  get tokens(): Tokens {
    return this.options.tokens;
  }

  /** The setting's value. */
  get value(): string {
    return this.options.baseUrl();
  }

  /** The origin of the API that is set; `undefined` where it can't be used. */
  get origin(): string | undefined {
    try {
      return parseBaseUrl(this.value).origin;
    } catch {
      return undefined;
    }
  }

  /** The origin where it isn't Bitbucket Cloud's own. */
  get otherApi(): string | undefined {
    return this.origin === cloudOrigin ? undefined : this.origin;
  }

  /** Whether a token is kept for the API that is set. */
  get isSignedIn(): boolean {
    return this.tokens.kept.some(({ origin }) => origin === this.origin);
  }

  /** Starts over. The same API is asked by the same client, which knows when it takes no requests. */
  start(): void {
    this.lists.clear();
    if (this.client.baseUrl !== this.value) {
      this.client = this.connect();
    }
    this.starts.fire();
  }

  /** Creates, changes and deletes hooks of the API that is set. */
  get writer(): HookWriter {
    return new HookWriter(this.client);
  }

  /** All hooks of a subject, as they are now. Rejects with a `HooksError`. */
  async listHooks(subject: HookSubject, signal: AbortSignal): Promise<HookList> {
    return this.client.listHooks(subject, signal);
  }

  /** Has a subject's hooks asked for anew, where the view has asked for them, since they were changed. */
  announce(subject: HookSubject): void {
    void this.lists.renew(subject);
  }

  /** Asks for a subject's hooks with a token that isn't kept yet. Rejects with a `HooksError` where it doesn't serve. */
  async tryOut(credential: Credential, subject: HookSubject, origin: string): Promise<void> {
    const fetch = this.authorizer.fetchWith(credential, origin);
    await this.client.tryOut(subject, fetch, new AbortController().signal);
  }

  private connect(): HooksClient {
    return new HooksClient({ baseUrl: this.value }, this.authorizer.fetch, this.options.log);
  }
}
