/** At most so many characters may a hook's secret have: `maxLength` in Atlassian's OpenAPI description of hooks. */
export const maxSecretLength = 128;

const encoder = new TextEncoder();

/**
 * The value of `X-Hub-Signature` for a body: `sha256=` and the HMAC-SHA256 of its bytes in lower-case hex, keyed with the
 * secret as UTF-8.
 *
 * @param secret Not empty: a hook without a secret signs nothing.
 */
export async function sign(body: Uint8Array, secret: string): Promise<string> {
  return `sha256=${await hmac('SHA-256', body, secret)}`;
}

/** A signature of the right form that this secret doesn't give. */
export async function signWrongly(body: Uint8Array, secret: string): Promise<string> {
  return sign(body, `${secret}, but another one`);
}

/** Those that signatures of webhooks are made with; Bitbucket's with SHA-256. */
export type Hash = 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512';

/**
 * The HMAC in lower-case hex. By Web Crypto, which both extension hosts have.
 *
 * @param secret Text, which counts as UTF-8, or the bytes of the key.
 */
export async function hmac(hash: Hash, body: Uint8Array, secret: string | Uint8Array): Promise<string> {
  const { subtle } = crypto;
  const bytes = typeof secret === 'string' ? encoder.encode(secret) : secret;
  const key = await subtle.importKey('raw', bytes, { name: 'HMAC', hash }, false, ['sign']);
  return hexOf(new Uint8Array(await subtle.sign('HMAC', key, body)));
}

export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
