import type { IncomingMessage } from 'node:http';
import { pipeline, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { cleanText } from '../../bitbucket/cleanText';
import type { Header } from '../../events/headers';
import { type Answer, type AnswerBody, maxAnswerBytes } from './delivery';

/** What may open something for whoever reads it: cookies, and what tunnels and gateways put in. */
const credential = /authorization|authenticat|cookie|token|secret|password|api-?key|session|credential|signature/i;

/** An answer before its body. */
export function answerHead(response: IncomingMessage): Answer {
  return {
    status: response.statusCode ?? 0,
    reason: cleanText(response.statusMessage ?? '', 100),
    headers: answerHeaders(response.rawHeaders),
    body: { text: '', isCut: false, isReplaced: false },
  };
}

/** @param raw Names and values in turn, as Node.js gives them. A value that may be a credential becomes an ellipsis. */
function answerHeaders(raw: readonly string[]): Header[] {
  return raw.flatMap((text, index): Header[] =>
    index % 2 === 0
      ? [[cleanText(text, 200), credential.test(text) ? '…' : cleanText(raw[index + 1] ?? '', 2000)]]
      : [],
  );
}

/** Reads and decodes a body, as far as it is shown. Rejects where it breaks off before that. */
export async function readBody(response: IncomingMessage): Promise<AnswerBody> {
  const coding = (response.headers['content-encoding'] ?? '').trim().toLowerCase();
  if (coding === '' || coding === 'identity') {
    return readText(response);
  }
  const decoder = decoderFor(coding);
  if (!decoder) {
    return { text: '', isCut: false, isReplaced: false, unknownCoding: cleanText(coding, 50) };
  }
  try {
    return await readText(pipeline(response, decoder, () => undefined));
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^(?:Z_|ERR_BROTLI|ERR__ERROR)/.test(String(error.code))) {
      return { text: '', isCut: false, isReplaced: false, unknownCoding: coding };
    }
    throw error;
  }
}

function decoderFor(coding: string): Transform | undefined {
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      return undefined;
  }
}

/** Stops as soon as there is more than is shown, so that no answer fills the memory. */
async function readText(stream: Readable): Promise<AnswerBody> {
  const bytes = new Uint8Array(maxAnswerBytes);
  let length = 0;
  let isCut = false;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    const part = chunk.subarray(0, maxAnswerBytes - length);
    bytes.set(part, length);
    length += part.length;
    if (part.length < chunk.length) {
      isCut = true;
      break;
    }
  }
  return { ...decode(bytes.subarray(0, length), isCut), isCut };
}

/** Where it is cut, the beginning of a character at the end doesn't count. */
function decode(bytes: Uint8Array, isCut: boolean): Pick<AnswerBody, 'text' | 'isReplaced'> {
  const decodeWith = (fatal: boolean) => new TextDecoder('utf-8', { fatal }).decode(bytes, { stream: isCut });
  try {
    return { text: decodeWith(true), isReplaced: false };
  } catch {
    return { text: decodeWith(false), isReplaced: true };
  }
}
