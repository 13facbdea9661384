import type { Fault } from './fault';

/** Statuses of a server or proxy that is overloaded or restarting. */
const passingStatuses = new Set([502, 503, 504]);

/**
 * How long to wait (in milliseconds, on top of the backoff) before a request is worth another try; `undefined` where
 * it isn't: it would fail again, or not before the deadline (milliseconds since 1970).
 */
export function retryWait(fault: Fault, deadline: number): number | undefined {
  switch (fault.kind) {
    case 'offline':
    case 'dns':
    case 'connection':
    case 'unreachable':
      return 0;
    case 'status':
      return passingStatuses.has(fault.status) ? 0 : undefined;
    case 'rateLimit':
      // Without a time every further request only makes the wait longer.
      return fault.retryAt !== undefined && fault.retryAt < deadline
        ? Math.max(0, fault.retryAt - Date.now())
        : undefined;
    default:
      return undefined;
  }
}

/**
 * Whether a fault says that Bitbucket as a whole can't be asked just now, so that there is no use in asking it for
 * something else. Other faults are about the one answer.
 */
export function isOutage(fault: Fault): boolean {
  switch (fault.kind) {
    case 'offline':
    case 'dns':
    case 'connection':
    case 'tls':
    case 'unreachable':
    case 'timeout':
    case 'rateLimit':
    case 'baseUrl':
      return true;
    case 'status':
      return fault.status >= 500;
    default:
      return false;
  }
}

/** The date of an HTTP header in its two forms with a time zone: `Date.parse` reads a date into nearly any text. */
const httpDate = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*, \d\d[ -][A-Z][a-z]{2}[ -]\d{2,4} \d\d:\d\d:\d\d GMT$/;

/** A `Retry-After` header, in seconds or as a date, as milliseconds since 1970; `undefined` where it says neither. */
export function parseRetryAfter(header: string | null): number | undefined {
  const value = header?.trim() ?? '';
  const time = /^\d{1,9}$/.test(value)
    ? Date.now() + Number(value) * 1000
    : Date.parse(httpDate.test(value) ? value : '');
  return Number.isNaN(time) ? undefined : time;
}

/** Resolves after a time in milliseconds; rejects with the signal's reason if that aborts first. */
export function delay(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const abort = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', abort);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', abort, { once: true });
  });
}
