import type { IncomingMessage } from 'node:http';
import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { cleanText } from '../../bitbucket/cleanText';
import { type AnswerBody, maxAnswerBytes } from './delivery';

/**
 * Reads and decodes a body, as far as it is shown: at any time there is what has come by then, so that an answer that
 * breaks off isn't lost.
 */
export class BodyReader {
  private readonly bytes = new Uint8Array(maxAnswerBytes);
  private length = 0;
  /** There is more than is shown. */
  private isFull = false;
  /** All has come, or as much as is shown. */
  private hasEnded = false;
  private unknownCoding: string | undefined;

  constructor(private readonly response: IncomingMessage) {}

  /** What is there of the body. */
  get body(): AnswerBody {
    const { unknownCoding } = this;
    const isCut = this.isFull || !this.hasEnded;
    const text = decode(this.bytes.subarray(0, this.length), isCut);
    return { ...text, isCut, ...(unknownCoding === undefined ? {} : { unknownCoding }) };
  }

  /** Resolves when all has come, or more than is shown: no answer fills the memory. Rejects where it breaks off before. */
  async read(): Promise<void> {
    const coding = (this.response.headers['content-encoding'] ?? '').trim().toLowerCase();
    const isEncoded = coding !== '' && coding !== 'identity';
    let decoder: Decoder | undefined;
    try {
      for await (const chunk of this.response as AsyncIterable<Uint8Array>) {
        if (isEncoded) {
          // Only with the first byte, since without any there is no body, whatever the header says.
          decoder ??= this.decoderFor(coding, chunk[0] ?? 0);
          await decoder.write(chunk);
        } else {
          this.take(chunk);
        }
        if (this.isFull || this.unknownCoding !== undefined) {
          break;
        }
      }
      await decoder?.end();
    } finally {
      decoder?.close();
    }
    this.hasEnded = this.unknownCoding === undefined || this.length === 0;
  }

  private readonly take = (chunk: Uint8Array): void => {
    const part = chunk.subarray(0, maxAnswerBytes - this.length);
    this.bytes.set(part, this.length);
    this.length += part.length;
    this.isFull ||= part.length < chunk.length;
  };

  private decoderFor(coding: string, firstByte: number): Decoder {
    const stream = streamFor(coding, firstByte);
    if (!stream) {
      this.unknownCoding = cleanText(coding, 50);
      return { write: () => Promise.resolve(), end: () => Promise.resolve(), close: () => undefined };
    }
    stream.on('data', (chunk: Uint8Array) => {
      this.take(chunk);
      if (this.isFull) {
        stream.destroy();
      }
    });
    const over = new Promise<void>((resolve) => {
      stream.on('error', () => {
        // Not what it is said to be, or only its beginning.
        this.unknownCoding = coding;
      });
      stream.on('close', resolve);
    });
    const write = (chunk: Uint8Array) =>
      new Promise<void>((resolve) => {
        stream.write(chunk, () => {
          resolve();
        });
      });
    return {
      write: (chunk) => Promise.race([over, write(chunk)]),
      end: () => {
        stream.end();
        return over;
      },
      close: () => {
        stream.destroy();
      },
    };
  }
}

/** Resolves when what was written has been decoded, or when no more can be. */
interface Decoder {
  readonly write: (chunk: Uint8Array) => Promise<void>;
  readonly end: () => Promise<void>;
  readonly close: () => void;
}

function streamFor(coding: string, firstByte: number): Transform | undefined {
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      // Some servers leave out the zlib header, which begins like this.
      return (firstByte & 0x0f) === 8 ? createInflate() : createInflateRaw();
    case 'br':
      return createBrotliDecompress();
    default:
      return undefined;
  }
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
