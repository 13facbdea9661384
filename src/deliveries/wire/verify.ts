import { hmac, maxSecretLength } from './signature';

/** What has to be done to the body before its signature is right. */
export type BodyChange =
  | 'none'
  | 'withoutLastNewline'
  | 'withLastNewline'
  /** LF for CRLF. */
  | 'lineFeeds'
  | 'lineFeedsWithoutLast'
  /** The same JSON without line breaks: somebody has parsed it and written it anew. */
  | 'compactJson';
type SecretChange = 'none' | 'withoutLastNewline' | 'withLastNewline';

/** Whether a signature is that of a body, or why not. */
export type Verdict =
  /** `isOtherHeader`: it came as `X-Hub-Signature-256`, GitHub's name for it. */
  | { readonly kind: 'matches'; readonly isOtherHeader: boolean }
  /** It would match with these changes, of which one isn't `none`. */
  | { readonly kind: 'nearly'; readonly body: BodyChange; readonly secret: SecretChange }
  | { readonly kind: 'differs'; readonly isOtherHeader: boolean }
  /** SHA-1, as GitHub's `X-Hub-Signature` has; `matches` says whether it is the body's. */
  | { readonly kind: 'sha1'; readonly matches: boolean }
  /** No header, and so no secret on the hook. */
  | { readonly kind: 'noHeader' }
  /** Not `sha256=` and 64 hexadecimal digits. */
  | { readonly kind: 'malformed' }
  | { readonly kind: 'noSecret' }
  /** Bitbucket takes no such secret. */
  | { readonly kind: 'longSecret'; readonly maxLength: number };

interface Changed<T, C> {
  readonly value: T;
  readonly change: C;
}

/**
 * Checks a signature, and looks for what usually goes wrong if it isn't right.
 *
 * @param body The bytes as they came.
 * @param header The value of the header `X-Hub-Signature`, with or without its name.
 */
export async function verify(body: Uint8Array, header: string, secret: string): Promise<Verdict> {
  const { name, algorithm, digest } = parseHeader(header);
  if (digest === '') {
    return { kind: 'noHeader' };
  }
  if (secret === '') {
    return { kind: 'noSecret' };
  }
  const isSha1 = algorithm === 'sha1' || (algorithm === '' && digest.length === 40);
  if (!/^[\da-f]+$/.test(digest) || digest.length !== (isSha1 ? 40 : 64) || !/^(?:sha1|sha256)?$/.test(algorithm)) {
    return { kind: 'malformed' };
  }
  if (isSha1) {
    return { kind: 'sha1', matches: (await hmac('SHA-1', body, secret)) === digest };
  }
  const isOtherHeader = name === 'x-hub-signature-256';
  const found = await search(body, digest, secret);
  if (found?.body === 'none' && found.secret === 'none') {
    return { kind: 'matches', isOtherHeader };
  }
  if (found) {
    return { kind: 'nearly', ...found };
  }
  return Array.from(secret).length > maxSecretLength
    ? { kind: 'longSecret', maxLength: maxSecretLength }
    : { kind: 'differs', isOtherHeader };
}

function parseHeader(header: string): { name: string; algorithm: string; digest: string } {
  const [, name = '', value = ''] = /^\s*(?:([\w-]+)\s*:)?\s*"?(.*?)"?\s*$/s.exec(header.toLowerCase()) ?? [];
  const [, algorithm = '', digest = ''] = /^(?:([\w-]+)=)?(.*)$/s.exec(value) ?? [];
  return { name, algorithm, digest };
}

/** The first pair of changes, simple ones first, that gives the digest. */
async function search(body: Uint8Array, digest: string, secret: string) {
  for (const bodyChanged of changedBodies(body)) {
    for (const secretChanged of changedSecrets(secret)) {
      if ((await hmac('SHA-256', bodyChanged.value, secretChanged.value)) === digest) {
        return { body: bodyChanged.change, secret: secretChanged.change };
      }
    }
  }
  return undefined;
}

function changedSecrets(secret: string): Changed<string, SecretChange>[] {
  const trimmed = secret.replace(/(?:\r?\n)+$/, '');
  return [
    { value: secret, change: 'none' },
    ...(trimmed === secret || trimmed === '' ? [] : [{ value: trimmed, change: 'withoutLastNewline' } as const]),
    { value: `${secret}\n`, change: 'withLastNewline' },
  ];
}

function* changedBodies(body: Uint8Array): Generator<Changed<Uint8Array, BodyChange>> {
  yield { value: body, change: 'none' };
  const text = decode(body);
  if (text === undefined) {
    return;
  }
  const encoder = new TextEncoder();
  const seen = new Set([text]);
  for (const { value, change } of changedTexts(text)) {
    if (!seen.has(value)) {
      seen.add(value);
      yield { value: encoder.encode(value), change };
    }
  }
}

function* changedTexts(text: string): Generator<Changed<string, BodyChange>> {
  const withoutLast = (from: string) => from.replace(/\r?\n$/, '');
  const lineFeeds = text.replaceAll('\r\n', '\n');
  yield { value: withoutLast(text), change: 'withoutLastNewline' };
  yield { value: `${text}\n`, change: 'withLastNewline' };
  yield { value: lineFeeds, change: 'lineFeeds' };
  yield { value: withoutLast(lineFeeds), change: 'lineFeedsWithoutLast' };
  try {
    const json: unknown = JSON.parse(text);
    yield { value: JSON.stringify(json), change: 'compactJson' };
    // As Python writes it: a space behind each comma and colon. Strings in JSON hold no line breaks.
    const spaced = JSON.stringify(json, undefined, 1)
      .replace(/,\n\s*/g, ', ')
      .replace(/\n\s*/g, '');
    yield { value: spaced, change: 'compactJson' };
  } catch {
    // No JSON: there is no other way to write it.
  }
}

/** `undefined` where it is no UTF-8, so that it couldn't be encoded again as it was. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
