import { bytesOfBase64 } from './base64';
import { type BodyChange, type ChangedBody, changedBodies } from './bodyChanges';
import { isLibraryWriter } from './jsonWriters';
import { changedSecrets, type SecretChange } from './secretChanges';
import { type Hash, hexOf, hmac, maxSecretLength } from './signature';
import { bitbucketHeader, findSignature, type GivenSignature } from './signatureHeader';

/** In which way a header isn't as Bitbucket writes it, although its digest may be right: a handler would refuse it. */
export type FormFault =
  /** It has another name. */
  | 'header'
  /** Nothing stands before the digest. */
  | 'noAlgorithm'
  /** Something is in capital letters. */
  | 'upperCase'
  /** The digest isn't in hexadecimal digits. */
  | 'base64';

/** A header as it was found. */
interface Form {
  /** Its name in small letters; empty where none was given. */
  readonly header: string;
  readonly form: readonly FormFault[];
}

/** Whether a signature is that of a body, or why not. */
export type Verdict =
  /** A handler that checks signatures takes it. */
  | { readonly kind: 'matches' }
  /** It would match with these changes, of which there is one at least, or in another form. */
  | ({ readonly kind: 'nearly'; readonly body: readonly BodyChange[]; readonly secret: SecretChange } & Form)
  | ({ readonly kind: 'differs' } & Form)
  /** Of another hash than Bitbucket's; `matches` says whether it is the body's. */
  | ({ readonly kind: 'otherHash'; readonly hash: Hash; readonly matches: boolean } & Form)
  /** No header, and so no secret on the hook. */
  | { readonly kind: 'noHeader' }
  /** More than one signature in the same header. */
  | { readonly kind: 'severalHeaders' }
  /** Not `sha256=` and 64 hexadecimal digits. */
  | { readonly kind: 'malformed' }
  | { readonly kind: 'noSecret' }
  /** Bitbucket takes no such secret. */
  | { readonly kind: 'longSecret'; readonly maxLength: number };

const hashes: readonly (readonly [hash: Hash, bytes: number])[] = [
  ['SHA-256', 32],
  ['SHA-1', 20],
  ['SHA-384', 48],
  ['SHA-512', 64],
];

/**
 * Checks a signature as a handler would, and looks for what usually goes wrong if it isn't right.
 *
 * @param body The bytes as they came.
 * @param header The value of the header `X-Hub-Signature`, or whatever was printed with it.
 */
export async function verify(body: Uint8Array, header: string, secret: string): Promise<Verdict> {
  const given = findSignature(header);
  switch (given.kind) {
    case 'none':
      return { kind: 'noHeader' };
    case 'several':
      return { kind: 'severalHeaders' };
    case 'malformed':
      return given;
    case 'signature':
      return secret === '' ? { kind: 'noSecret' } : verifyGiven(body, given, secret);
  }
}

async function verifyGiven(body: Uint8Array, given: GivenSignature, secret: string): Promise<Verdict> {
  const read = readDigest(given);
  if (!read) {
    return { kind: 'malformed' };
  }
  const { hash, hex, form } = read;
  if (hash !== 'SHA-256') {
    return { kind: 'otherHash', hash, matches: (await hmac(hash, body, secret)) === hex, ...form };
  }
  const found = await search(body, hex, secret);
  if (found) {
    const isAsGiven = found.body.length === 0 && found.secret === 'none' && form.form.length === 0;
    return isAsGiven ? { kind: 'matches' } : { kind: 'nearly', ...found, ...form };
  }
  return Array.from(secret).length > maxSecretLength
    ? { kind: 'longSecret', maxLength: maxSecretLength }
    : { kind: 'differs', ...form };
}

/** What a signature has, in lower-case hexadecimal digits, and how it was written. */
function readDigest({
  header,
  algorithm,
  digest,
}: GivenSignature): { hash: Hash; hex: string; form: Form } | undefined {
  const isHex = /^(?:[\da-f]{2})+$/i.test(digest);
  const named = hashes.find(([name]) => name.replace('-', '') === algorithm.toUpperCase().replace('-', ''));
  if (algorithm !== '' && !named) {
    return undefined;
  }
  const lengths = named ? [named] : hashes;
  const hexHash = isHex ? lengths.find(([, bytes]) => digest.length === bytes * 2)?.[0] : undefined;
  const decoded = hexHash ? undefined : bytesOfBase64(digest);
  const hash = hexHash ?? lengths.find(([, bytes]) => decoded?.length === bytes)?.[0];
  if (!hash) {
    return undefined;
  }
  const hex = decoded ? hexOf(decoded) : digest.toLowerCase();
  const written = decoded ? algorithm : algorithm + digest;
  const form: FormFault[] = [
    ...(header === '' || header === bitbucketHeader ? [] : (['header'] as const)),
    ...(algorithm === '' ? (['noAlgorithm'] as const) : []),
    ...(written === written.toLowerCase() ? [] : (['upperCase'] as const)),
    ...(decoded ? (['base64'] as const) : []),
  ];
  return { hash, hex, form: { header, form } };
}

/**
 * The first pair of changes, simple ones first, that gives the digest. A body that a library has written anew is tried
 * with the secret as it is: both at once would be a rare thing, and take ten times as long.
 */
async function search(body: Uint8Array, hex: string, secret: string) {
  const secrets = changedSecrets(secret);
  const text = decode(body);
  const asIs = { bytes: body, changes: [] };
  for (const { bytes, changes } of text === undefined ? [asIs] : encoded(changedBodies(text))) {
    const isRewritten = changes.some(isLibraryWriter);
    for (const { secret: key, change } of isRewritten ? secrets.slice(0, 1) : secrets) {
      if ((await hmac('SHA-256', bytes, key)) === hex) {
        return { body: changes, secret: change };
      }
    }
  }
  return undefined;
}

function* encoded(bodies: Iterable<ChangedBody>) {
  const encoder = new TextEncoder();
  for (const { text, changes } of bodies) {
    yield { bytes: encoder.encode(text), changes };
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
