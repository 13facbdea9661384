/** What the client needs of an HTTP response; made by `fetchNode.ts` for Node.js and by `fetchWeb.ts` for browsers. */
export interface FetchedResponse {
  /** HTTP status code. */
  readonly status: number;
  /** The header's value, or `null` where there is none or the platform hides it. */
  header(name: string): string | null;
  /** The decoded body, in chunks; reading can fail like the request itself. */
  readonly body: AsyncIterable<Uint8Array>;
}

/**
 * A plain GET without headers of ours (so that browsers need no CORS preflight) which doesn't follow redirects. The
 * signal ends it at any time, reading the body too.
 * Rejects with whatever the platform throws; `faultOf` turns that into a `Fault`.
 */
export type FetchLike = (url: string, signal: AbortSignal) => Promise<FetchedResponse>;

/** Thrown by `readText` where a body is larger than allowed. */
export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError';
}

/**
 * The whole body as UTF-8 text. Stops reading as soon as it holds more than `maxBytes` (after decompression), so a
 * hostile or broken answer can't fill the memory.
 */
export async function readText(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) {
      throw new BodyTooLargeError(`more than ${maxBytes} bytes`);
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
