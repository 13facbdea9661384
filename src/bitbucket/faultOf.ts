import type { Fault } from './fault';

const offlineCodes = new Set(['ENETUNREACH', 'ENETDOWN']);
const dnsCodes = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_NONAME', 'EAI_FAIL']);
// OpenSSL's X.509 verification results, as Node.js names them, and what TLS itself fails with.
const tlsCode =
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
  if (tlsCode.test(code)) {
    return { kind: 'tls', host, code };
  }
  return { kind: 'connection', host, code };
}

/** node-fetch puts Node's error code on its own error; the platform's fetch and `AggregateError` keep it on a cause. */
function codeOf(error: unknown): string | undefined {
  for (let current: unknown = error, depth = 0; current instanceof Error && depth < 5; depth++) {
    if ('code' in current && typeof current.code === 'string' && current.code !== '') {
      return current.code;
    }
    current =
      current instanceof AggregateError && current.errors.length > 0 ? (current.errors[0] as unknown) : current.cause;
  }
  return undefined;
}

function isOffline(): boolean {
  const platform: { navigator?: { onLine?: boolean } } = globalThis as never;
  return platform.navigator?.onLine === false;
}
