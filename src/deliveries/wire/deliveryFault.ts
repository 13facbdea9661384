import * as v from 'valibot';
import { faultOf } from '../../bitbucket/fault';

const host = v.string();
/** The system's; empty where it gives none. */
const code = v.string();

export const faultSchema = v.variant('kind', [
  v.object({
    kind: v.picklist([
      /** Nobody listens there. */
      'refused',
      /** The connection was closed before the answer was whole. */
      'reset',
      /** The host name has no address. */
      'dns',
      /** What was asked by https speaks no TLS. */
      'notTls',
    ]),
    host,
  }),
  v.object({
    kind: v.picklist([
      /** The certificate isn't trusted, or TLS failed otherwise. */
      'tls',
      /** What came back is no HTTP, or more headers than Node.js takes. */
      'notHttp',
      /** Any other failure of the connection. */
      'connection',
    ]),
    host,
    code,
  }),
  v.object({
    kind: v.picklist([
      /** No route to any network. */
      'offline',
      'cancelled',
    ]),
  }),
  /** No whole answer in all the time that a delivery is given. */
  v.object({ kind: v.literal('gaveUp'), minutes: v.number() }),
  /** A header that would hold something else than one line of ASCII: not sent. */
  v.object({ kind: v.literal('header'), name: v.string() }),
]);

/** Why there is no whole answer to a delivery. `outcomeText.ts` has the sentences for users. */
export type DeliveryFault = Readonly<v.InferOutput<typeof faultSchema>>;

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
