import { faultOf } from '../../bitbucket/fault';

/** Why there is no whole answer to a delivery. `outcomeText.ts` has the sentences for users. */
export type DeliveryFault =
  /** Nobody listens there. */
  | { readonly kind: 'refused'; readonly host: string }
  /** The connection was closed before the answer was whole. */
  | { readonly kind: 'reset'; readonly host: string }
  /** The host name has no address. */
  | { readonly kind: 'dns'; readonly host: string }
  /** No route to any network. */
  | { readonly kind: 'offline' }
  /** The certificate isn't trusted, or TLS failed otherwise. */
  | { readonly kind: 'tls'; readonly host: string; readonly code: string }
  /** What was asked by https speaks no TLS. */
  | { readonly kind: 'notTls'; readonly host: string }
  /** What came back is no HTTP, or more headers than Node.js takes. */
  | { readonly kind: 'notHttp'; readonly host: string; readonly code: string }
  /** Any other failure of the connection; `code` is the system's, empty where it gives none. */
  | { readonly kind: 'connection'; readonly host: string; readonly code: string }
  /** No whole answer in all the time that a delivery is given. */
  | { readonly kind: 'gaveUp'; readonly minutes: number }
  | { readonly kind: 'cancelled' }
  /** A header that would hold something else than one line of ASCII: not sent. */
  | { readonly kind: 'header'; readonly name: string };

const notTlsCodes = new Set(['EPROTO', 'ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_PACKET_LENGTH_TOO_LONG']);
const resetCodes = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'ERR_STREAM_PREMATURE_CLOSE']);

/** The fault behind what Node.js threw while it sent, or while it read the answer. */
export function deliveryFaultOf(error: unknown, url: URL): DeliveryFault {
  const fault = faultOf(error, url);
  const { host } = url;
  switch (fault.kind) {
    case 'offline':
      return { kind: 'offline' };
    case 'dns':
      return { kind: 'dns', host: fault.host };
    case 'tls':
      return notTlsCodes.has(fault.code) ? { kind: 'notTls', host } : { kind: 'tls', host, code: fault.code };
    case 'connection':
      return connectionFault(host, fault.code);
    default:
      return { kind: 'connection', host, code: '' };
  }
}

function connectionFault(host: string, code: string): DeliveryFault {
  if (code === 'ECONNREFUSED') {
    return { kind: 'refused', host };
  }
  if (resetCodes.has(code)) {
    return { kind: 'reset', host };
  }
  return code.startsWith('HPE_') ? { kind: 'notHttp', host, code } : { kind: 'connection', host, code };
}
