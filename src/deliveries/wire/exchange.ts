import { type ClientRequest, type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { DeliveryRequest } from './delivery';
import { withoutProxy } from './withoutProxy';

/**
 * One POST, sent once, over a connection of its own. By Node.js's client, which writes header names as they are given, and
 * which VS Code patches for proxies and certificates: so no agent of ours. node-fetch would write the names small.
 */
export class Exchange {
  private request: ClientRequest | undefined;
  private isSecure = false;
  private isWritten = false;

  constructor(private readonly delivery: DeliveryRequest) {}

  /** Whether the whole request is out. What was written to a TLS connection before its handshake is not. */
  get isSent(): boolean {
    return this.isWritten && (this.isSecure || this.delivery.url.protocol !== 'https:');
  }

  /** Sends. Resolves with the answer's head, rejects with Node.js's error; call it once. */
  response(): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const open = () => {
        const request = this.open();
        this.request = request;
        // Nothing is written before there is a connection.
        request.on('socket', (socket) => {
          if (request.reusedSocket) {
            // Somebody else's, from the pool, which the server may just be closing. The next one may be the same.
            request.removeListener('error', reject).on('error', () => undefined);
            request.destroy();
            open();
          } else {
            this.watch(socket);
            request.end(this.delivery.body);
          }
        });
        request.on('finish', () => {
          this.isWritten = true;
        });
        request.on('response', resolve);
        // Status 101, though nobody asked for another protocol. Node.js leaves the connection to us then.
        request.on('upgrade', (response, socket) => {
          socket.destroy();
          resolve(response);
        });
        request.on('error', reject);
      };
      open();
    });
  }

  /** Lets go of what wasn't read. */
  close(): void {
    this.request?.destroy();
  }

  /** Where VS Code has gone through a proxy, the handshake is over already. */
  private watch(socket: Socket): void {
    this.isSecure = socket instanceof TLSSocket && socket.getFinished() !== undefined;
    socket.once('secureConnect', () => {
      this.isSecure = true;
    });
  }

  private open(): ClientRequest {
    const { url, headers, body } = this.delivery;
    const requestOf = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const request = requestOf(url, {
      method: 'POST',
      headers: { ...Object.fromEntries(headers), 'Content-Length': String(body.byteLength), Host: url.host },
      ...withoutProxy(url),
    });
    // The next delivery isn't tried twice either, should the server have closed it by then.
    request.shouldKeepAlive = false;
    return request;
  }
}
