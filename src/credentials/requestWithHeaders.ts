import type { FetchedResponse } from '../bitbucket/fetchLike';

interface RequestToSend {
  readonly url: string;
  readonly method: 'GET';
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * A request with headers of ours, a token among them, which follows no redirect. It is for `authorizedFetch.ts` alone;
 * `requestNode.ts` and `requestWeb.ts` make it.
 */
export type RequestWithHeaders = (request: RequestToSend, signal: AbortSignal) => Promise<FetchedResponse>;
