import type { HookSubject } from '../bitbucket/hookSubject';
import { readText } from '../bitbucket/fetchLike';
import { authorizationOf, type Credential, redactorFor } from './credential';
import type { RequestWithHeaders } from './requestWithHeaders';
import type { NoToken, Tokens } from './tokens';

/** Far more than a page of a hundred hooks. */
const maxBodyBytes = 5_000_000;

/** What came back. Nothing in it repeats the token. */
export interface AuthorizedAnswer {
  /** HTTP status code; a redirect's where there is one, since none is followed. */
  readonly status: number;
  readonly header: (name: string) => string | null;
  /** The body as JSON. Throws where it is none. */
  readonly json: () => unknown;
}

/**
 * Asks for something about a subject with the token that serves it. Rejects with a `NoTokenError` where there is none,
 * with a `BodyTooLargeError`, or with whatever the platform throws.
 */
export type AuthorizedFetch = (url: URL, subject: HookSubject, signal: AbortSignal) => Promise<AuthorizedAnswer>;

/** Why nothing was sent. `restricted`: in Restricted Mode; `origin`: the token is another API's. */
export type NoTokenReason = NoToken | 'restricted' | 'origin';

export class NoTokenError extends Error {
  override readonly name = 'NoTokenError';

  constructor(readonly reason: NoTokenReason) {
    super(`no token: ${reason}`);
  }
}

interface Surroundings {
  readonly request: RequestWithHeaders;
  /** Whether the user trusts what is open. */
  readonly isTrusted: () => boolean;
  /** The origin of the API that is set now; `undefined` where it can't be used. */
  readonly apiOrigin: () => string | undefined;
}

/** Sends tokens; nobody else does. Each goes to the origin that it was entered for, and only while that is the one set. */
export class Authorizer {
  constructor(
    private readonly tokens: Tokens,
    private readonly surroundings: Surroundings,
  ) {}

  /** With the most specific token that is kept. After a 401 it isn't sent again until it is changed. */
  readonly fetch: AuthorizedFetch = async (url, subject, signal) => {
    this.check(url);
    const chosen = await this.tokens.choose(url.origin, subject);
    if (typeof chosen === 'string') {
      throw new NoTokenError(chosen);
    }
    const answer = await this.send(url, chosen.credential, signal);
    if (answer.status === 401) {
      await this.tokens.refuse(chosen.id);
    }
    return answer;
  };

  /** With a token that isn't kept, to try it at the origin that it was entered for. */
  fetchWith(credential: Credential, origin: string): AuthorizedFetch {
    return async (url, _subject, signal) => {
      if (url.origin !== origin) {
        throw new NoTokenError('origin');
      }
      return this.send(url, credential, signal);
    };
  }

  private async send(url: URL, credential: Credential, signal: AbortSignal): Promise<AuthorizedAnswer> {
    // Once more, as the last thing before: a keyring may take its time, in which settings change.
    this.check(url);
    signal.throwIfAborted();
    const hide = redactorFor(credential);
    const headers = { Accept: 'application/json', Authorization: authorizationOf(credential) };
    const response = await this.surroundings.request({ url: url.href, method: 'GET', headers }, signal);
    const text = await readText(response.body, maxBodyBytes);
    return {
      status: response.status,
      header: (name) => {
        const value = response.header(name);
        return value === null ? null : hide(value);
      },
      // Written anew, since what is escaped in JSON would hide.
      json: (): unknown => JSON.parse(hide(JSON.stringify(JSON.parse(text)))),
    };
  }

  private check(url: URL): void {
    const { isTrusted, apiOrigin } = this.surroundings;
    if (!isTrusted()) {
      throw new NoTokenError('restricted');
    }
    if (url.origin !== apiOrigin() || url.username !== '' || url.password !== '') {
      throw new NoTokenError('origin');
    }
  }
}
