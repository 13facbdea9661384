import * as v from 'valibot';
import { faultOf, isCertificateCode } from '../../bitbucket/fault';

const host = v.string();
/** The system's; empty where it gives none. */
const code = v.string();
/** Whether the request was out by then, so that the server may have taken it. */
const isSent = v.boolean();

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
      /** The certificate isn't trusted. */
      'certificate',
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
      /** The server has refused TLS by an alert: for want of a client certificate, or for another reason. */
      'tlsAlert',
      /** TLS failed otherwise. */
      'tls',
    ]),
    host,
    code,
    isSent,
  }),
  v.object({
    kind: v.picklist([
      /** No route to any network. */
      'offline',
      'cancelled',
    ]),
  }),
  /** No whole answer in all the time that a delivery is given. */
  v.object({ kind: v.literal('gaveUp'), minutes: v.pipe(v.number(), v.finite()) }),
  /** A header that would hold something else than one line of ASCII: not sent. */
  v.object({ kind: v.literal('header'), name: v.string() }),
]);

/** Why there is no whole answer to a delivery. `deliveryFaultText.ts` has the sentences for users. */
export type DeliveryFault = Readonly<v.InferOutput<typeof faultSchema>>;

const notTlsCodes = new Set(['ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_PACKET_LENGTH_TOO_LONG']);
/** What OpenSSL and BoringSSL call the alerts that a server sends: not all have the word in their names. */
const alertCode = /^ERR_SSL_(?:SSLV3_ALERT|TLSV1|TLSV13_ALERT)_/;
const resetCodes = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'ERR_STREAM_PREMATURE_CLOSE']);

/**
 * The fault behind what Node.js threw while it sent, or while it read the answer.
 *
 * @param isSent Whether the whole request was out. Under TLS 1.3 it is before the server has checked a client's
 *   certificate.
 */
export function deliveryFaultOf(error: unknown, url: URL, isSent: boolean): DeliveryFault {
  const fault = faultOf(error, url);
  const { host } = url;
  switch (fault.kind) {
    case 'offline':
      return { kind: 'offline' };
    case 'dns':
      return { kind: 'dns', host: fault.host };
    case 'tls':
      return tlsFault(host, fault.code, isSent);
    case 'connection':
      return connectionFault(url, fault.code, isSent);
    default:
      return { kind: 'connection', host, code: '' };
  }
}

function tlsFault(host: string, code: string, isSent: boolean): DeliveryFault {
  if (isCertificateCode(code)) {
    return { kind: 'certificate', host, code };
  }
  if (notTlsCodes.has(code)) {
    return { kind: 'notTls', host };
  }
  return { kind: alertCode.test(code) ? 'tlsAlert' : 'tls', host, code, isSent };
}

function connectionFault({ host, protocol }: URL, code: string, isSent: boolean): DeliveryFault {
  if (code === 'ECONNREFUSED') {
    return { kind: 'refused', host };
  }
  if (resetCodes.has(code)) {
    // Before anything was sent, it was the handshake that the server broke off.
    return protocol === 'https:' && !isSent ? { kind: 'tls', host, code, isSent } : { kind: 'reset', host };
  }
  return code.startsWith('HPE_') ? { kind: 'notHttp', host, code } : { kind: 'connection', host, code };
}
