import assert from 'node:assert/strict';
import { globalAgent, createServer as createHttpsServer, type ServerOptions } from 'node:https';
import { createServer as createTcpServer } from 'node:net';
import { deliver } from '../support/deliver';
import { listen } from '../support/listen';
import { selfSigned } from '../support/selfSigned';
import { faultSentence, faultWords } from '../../src/deliveries/deliveryFaultText';
import type { DeliveryFault } from '../../src/deliveries/wire/deliveryFault';

async function faultAt(address: string): Promise<DeliveryFault> {
  const outcome = await deliver(address);
  return outcome.kind === 'fault' ? outcome.fault : assert.fail(JSON.stringify(outcome));
}

/** What comes of a delivery to a server that speaks TLS, and how many requests that server takes for its own. */
async function toTlsServer(options: ServerOptions) {
  let requests = 0;
  const server = createHttpsServer({ ...selfSigned, ...options }, (_request, response) => {
    requests++;
    response.end();
  });
  const fault = await faultAt(`https://localhost:${await listen(server)}/`);
  server.close();
  return { fault, requests };
}

/** What comes of a delivery by https to a server that answers the first bytes with these. */
async function toBytes(bytes: string | Buffer): Promise<DeliveryFault> {
  const server = createTcpServer((socket) => {
    socket.on('error', () => undefined).once('data', () => socket.end(bytes));
  });
  const fault = await faultAt(`https://127.0.0.1:${await listen(server)}/`);
  server.close();
  return fault;
}

const alert = (description: number) => Buffer.from([21, 3, 3, 0, 2, 2, description]);
const said = (fault: DeliveryFault) => `${faultWords(fault)}: ${faultSentence(fault)}`;

describe('A delivery by https', () => {
  it('is not sent to a server whose certificate nobody has vouched for', async () => {
    const { fault, requests } = await toTlsServer({});
    assert.ok(fault.kind === 'certificate');
    assert.equal(fault.code, 'DEPTH_ZERO_SELF_SIGNED_CERT');
    assert.match(said(fault), /^Certificate not trusted: .*so nothing was sent/);
    assert.equal(requests, 0);
  });

  describe('to a server that is trusted', () => {
    before(() => {
      globalAgent.options.ca = selfSigned.cert;
    });
    after(() => {
      delete globalAgent.options.ca;
    });

    it('has been sent when TLS 1.3 asks for a client certificate', async () => {
      const { fault } = await toTlsServer({ requestCert: true, minVersion: 'TLSv1.3' });
      assert.ok(fault.kind === 'tlsAlert' && fault.isSent);
      assert.equal(fault.code, 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED');
      assert.match(said(fault), /^TLS refused: .* wants a client certificate .*may have received it\.$/);
    });

    it('has not been sent when TLS 1.2 asks for one', async () => {
      const { fault, requests } = await toTlsServer({ requestCert: true, maxVersion: 'TLSv1.2' });
      assert.ok(fault.kind === 'tlsAlert' && !fault.isSent);
      assert.equal(fault.code, 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE');
      assert.match(said(fault), /may want a client certificate.*Nothing was sent\.$/);
      assert.equal(requests, 0);
    });

    it('is refused by a server that speaks older versions only', async () => {
      const old: ServerOptions = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL@SECLEVEL=0' };
      const { fault } = await toTlsServer(old);
      assert.ok(fault.kind === 'tlsAlert' && !fault.isSent);
      assert.equal(fault.code, 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION');
      assert.match(said(fault), /^TLS refused: .*Nothing was sent\.$/);
    });
  });

  for (const [name, bytes] of [
    ['HTTP', 'HTTP/1.1 400 Bad Request\r\n\r\n'],
    ['SSH', 'SSH-2.0-OpenSSH_9.2\r\n'],
    ['a record that is too long', Buffer.from([22, 3, 3, 255, 255, 0, 0])],
  ] as const) {
    it(`tells ${name} for TLS`, async () => {
      const fault = await toBytes(bytes);
      assert.equal(fault.kind, 'notTls');
      assert.match(said(fault), /^No TLS: .*so nothing was sent/);
    });
  }

  for (const [description, code] of [
    [40, 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE'],
    [48, 'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA'],
    [70, 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION'],
    [80, 'ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR'],
    [112, 'ERR_SSL_TLSV1_UNRECOGNIZED_NAME'],
    [116, 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED'],
  ] as const) {
    it(`tells alert ${description}, which is the server’s refusal and not the want of TLS`, async () => {
      const { host, ...fault } = (await toBytes(alert(description))) as DeliveryFault & { host: string };
      assert.deepEqual(fault, { kind: 'tlsAlert', code, isSent: false }, host);
    });
  }

  for (const [name, bytes, code] of [
    ['a handshake that is broken off', '', 'ECONNRESET'],
    ['a message out of turn', Buffer.from([22, 3, 3, 0, 4, 0, 0, 0, 9]), 'ERR_SSL_UNEXPECTED_MESSAGE'],
  ] as const) {
    it(`tells ${name}, of which nothing was sent`, async () => {
      const fault = await toBytes(bytes);
      assert.ok(fault.kind === 'tls' && !fault.isSent, fault.kind);
      assert.equal(fault.code, code);
      assert.match(said(fault), /^TLS failed: .*Nothing was sent\.$/);
    });
  }

  it('is never advised to go by http', async () => {
    const host = 'localhost:3000';
    const faults: DeliveryFault[] = [
      { kind: 'notTls', host },
      { kind: 'certificate', host, code: 'X' },
      ...(['tls', 'tlsAlert'] as const).map((kind): DeliveryFault => ({ kind, host, code: 'X', isSent: false })),
      await toBytes('HTTP/1.1 400 Bad Request\r\n\r\n'),
    ];
    for (const fault of faults) {
      assert.doesNotMatch(said(fault), /\bhttp\b/, said(fault));
    }
  });
});
