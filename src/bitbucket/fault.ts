/** Why an answer of the API couldn't be had or used. `presentation/faultText.ts` has the words for users. */
export type Fault =
  /** No route to any network. */
  | { readonly kind: 'offline' }
  /** The host name has no address. */
  | { readonly kind: 'dns'; readonly host: string }
  /** The connection was refused, or broke before the answer was whole. */
  | { readonly kind: 'connection'; readonly host: string; readonly code: string }
  /** The certificate isn't trusted, or TLS failed otherwise. */
  | { readonly kind: 'tls'; readonly host: string; readonly code: string }
  /** The platform gives no cause; browsers do so for every network and CORS failure. */
  | { readonly kind: 'unreachable'; readonly host: string }
  | { readonly kind: 'timeout'; readonly seconds: number }
  /** An HTTP status other than 200; `message` is Bitbucket's own, empty where it sent none. */
  | { readonly kind: 'status'; readonly status: number; readonly message: string }
  /** HTTP status 429; `retryAt` (milliseconds since 1970) where Bitbucket says when the next request is welcome. */
  | { readonly kind: 'rateLimit'; readonly message: string; readonly retryAt: number | undefined }
  | { readonly kind: 'notJson'; readonly contentType: string }
  /** JSON, but not of the documented shape; `detail` says where. */
  | { readonly kind: 'shape'; readonly detail: string }
  | { readonly kind: 'tooLarge'; readonly megabytes: number }
  /** An answer pointed to another origin than the API's, in a link or a redirect: not followed. */
  | { readonly kind: 'foreignLink'; readonly target: string }
  /** A link or redirect that leads in a circle, or to nowhere. */
  | { readonly kind: 'brokenLink'; readonly target: string }
  /** More pages or events than any subject type can have: the list seems to have no end. */
  | { readonly kind: 'endless'; readonly events: number }
  /** The API base URL in the settings can't be used. */
  | { readonly kind: 'baseUrl'; readonly value: string };

/** The only error that `BitbucketClient` throws, apart from an abort that its caller asked for. */
export class BitbucketError extends Error {
  override readonly name = 'BitbucketError';

  constructor(
    readonly fault: Fault,
    /** The request's address; without a query, since that is all that a log needs. */
    readonly url: string,
    options?: ErrorOptions,
  ) {
    super(url === '' ? faultSummary(fault) : `${url}: ${faultSummary(fault)}`, options);
  }
}

/** A fault in a few words, for the log. */
export function faultSummary(fault: Fault): string {
  switch (fault.kind) {
    case 'offline':
      return 'no network';
    case 'dns':
      return `no address for ${fault.host}`;
    case 'connection':
      return `no connection (${fault.code})`;
    case 'tls':
      return `no secure connection (${fault.code})`;
    case 'unreachable':
      return 'no answer, for a reason that the platform keeps to itself';
    case 'timeout':
      return `no whole answer within ${fault.seconds} s`;
    case 'status':
      return `HTTP ${fault.status}${fault.message && `, “${fault.message}”`}`;
    case 'rateLimit':
      return `HTTP 429${fault.retryAt === undefined ? '' : `, not before ${isoTime(fault.retryAt)}`}`;
    case 'notJson':
      return `no JSON (${fault.contentType || 'no content type'})`;
    case 'shape':
      return `not of the documented form (${fault.detail})`;
    case 'tooLarge':
      return `larger than ${fault.megabytes} MB`;
    case 'foreignLink':
      return `leads to another server, ${fault.target}`;
    case 'brokenLink':
      return `leads in a circle or nowhere, ${fault.target}`;
    case 'endless':
      return `goes on after ${fault.events} events`;
    case 'baseUrl':
      return `the API base URL can't be used (${fault.value || 'empty'})`;
  }
}

/** Of a server's making, so that it may be no date at all. */
function isoTime(milliseconds: number): string {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? String(milliseconds) : date.toISOString();
}

const offlineCodes = new Set(['ENETUNREACH', 'ENETDOWN']);
const dnsCodes = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_NONAME', 'EAI_FAIL']);
// OpenSSL's X.509 verification results, as Node.js names them, and what TLS itself fails with.
const tlsCodes =
  /^ERR_TLS|^ERR_SSL|^ERR_OSSL|^EPROTO$|CERT|^UNABLE_TO_|_ISSUER|^HOSTNAME_MISMATCH$|^INVALID_(CA|PURPOSE)$|CRL|CHAIN/;

/** The fault behind what a platform's fetch (or reading its body) threw. */
export function faultOf(error: unknown, url: URL): Fault {
  const host = url.host;
  const code = codeOf(error);
  if (code === undefined) {
    return isOffline() ? { kind: 'offline' } : { kind: 'unreachable', host };
  }
  if (offlineCodes.has(code)) {
    return { kind: 'offline' };
  }
  if (dnsCodes.has(code)) {
    return { kind: 'dns', host: url.hostname };
  }
  if (tlsCodes.test(code)) {
    return { kind: 'tls', host, code };
  }
  return { kind: 'connection', host, code };
}

/** Whether a code of a `tls` fault is about the server's certificate, and not about TLS itself. */
export function isCertificateCode(code: string): boolean {
  return !/^(?:EPROTO$|ERR_(?:SSL|OSSL)|ERR_TLS_(?!CERT))/.test(code);
}

/** node-fetch puts Node's error code on its own error; the platform's fetch and `AggregateError` keep it on a cause. */
function codeOf(error: unknown): string | undefined {
  for (let current: unknown = error, depth = 0; current instanceof Error && depth < 5; depth++) {
    if ('code' in current && typeof current.code === 'string' && current.code !== '') {
      return current.code === 'EPROTO' ? tlsCode(current.message) : current.code;
    }
    current =
      current instanceof AggregateError && current.errors.length > 0 ? (current.errors[0] as unknown) : current.cause;
  }
  return undefined;
}

/**
 * What `EPROTO` stands for. Where a TLS handshake fails, Node.js leaves the reason to the message: `…:error:0A000410:SSL
 * routines:ssl3_read_bytes:sslv3 alert handshake failure:…` of OpenSSL, with `SSLV3_ALERT_HANDSHAKE_FAILURE` of Electron's
 * BoringSSL. After the handshake it has a code of the form that this returns.
 */
function tlsCode(message: string): string {
  const [, reason] = /SSL routines:[^:]*:([\w ]{1,100})/.exec(message) ?? [];
  return reason === undefined ? 'EPROTO' : `ERR_SSL_${reason.trim().replaceAll(' ', '_').toUpperCase()}`;
}

function isOffline(): boolean {
  const platform: { navigator?: { onLine?: boolean } } = globalThis as never;
  return platform.navigator?.onLine === false;
}
