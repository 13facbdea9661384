import { type Fault, faultSummary } from '../../bitbucket/fault';
import type { NoTokenReason } from '../../credentials/authorizedFetch';
import type { HooksProblem } from './schemas';

/** Why hooks couldn't be had. `hooksFaultText.ts` has the words for users. */
export type HooksFault =
  | Fault
  /** Nothing was sent: there is no token for it. */
  | { readonly kind: 'noToken'; readonly reason: NoTokenReason }
  /** 401: the token is wrong, has expired, or is of a kind that this takes not. */
  | { readonly kind: 'unauthorized'; readonly message: string }
  /** 403 with `detail.required`: the token lacks a scope. */
  | { readonly kind: 'scope'; readonly required: readonly string[] }
  /** 403 otherwise: the person lacks a right. */
  | { readonly kind: 'rights'; readonly message: string }
  | { readonly kind: 'notFound'; readonly message: string }
  /** 410; with the address of Atlassian's announcement, if there is one. */
  | { readonly kind: 'gone'; readonly message: string; readonly announcement: string | undefined }
  /** 400: what was sent is wrong. */
  | { readonly kind: 'invalid'; readonly message: string; readonly fields: readonly string[] }
  /** The answer is a redirect, which isn't followed: the token would go along. */
  | { readonly kind: 'redirect' };

/** The only error that `HooksClient` throws, apart from an abort that its caller asked for. */
export class HooksError extends Error {
  override readonly name = 'HooksError';

  constructor(
    readonly fault: HooksFault,
    /** The request's address without a query. */
    url: string,
  ) {
    super(`${url}: ${summaryOf(fault)}`);
  }
}

/** What an answer's status and words come to; `undefined` of one that is as asked for. */
export function faultOfStatus(status: number, problem: HooksProblem): HooksFault | undefined {
  const { message, requiredScopes, fields, announcement } = problem;
  switch (status) {
    case 200:
      return undefined;
    case 400:
      return { kind: 'invalid', message, fields };
    case 401:
      return { kind: 'unauthorized', message };
    case 403:
      return requiredScopes.length > 0 ? { kind: 'scope', required: requiredScopes } : { kind: 'rights', message };
    case 404:
      return { kind: 'notFound', message };
    case 410:
      return { kind: 'gone', message, announcement };
    default:
      return status >= 300 && status < 400 ? { kind: 'redirect' } : { kind: 'status', status, message };
  }
}

/** A fault in a few words, for the log. */
function summaryOf(fault: HooksFault): string {
  switch (fault.kind) {
    case 'noToken':
      return `nothing sent (${fault.reason})`;
    case 'unauthorized':
      return `HTTP 401${quoted(fault.message)}`;
    case 'scope':
      return `HTTP 403, without the scope ${fault.required.join(' or ')}`;
    case 'rights':
      return `HTTP 403${quoted(fault.message)}`;
    case 'notFound':
      return `HTTP 404${quoted(fault.message)}`;
    case 'gone':
      return `HTTP 410${quoted(fault.message)}`;
    case 'invalid':
      return `HTTP 400${quoted([fault.message, ...fault.fields].join('; '))}`;
    case 'redirect':
      return 'a redirect, not followed';
    default:
      return faultSummary(fault);
  }
}

const quoted = (message: string) => (message === '' ? '' : `, “${message}”`);
