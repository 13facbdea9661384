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

/** The HMAC in lower-case hex. By Web Crypto, which both extension hosts have. */
export async function hmac(hash: 'SHA-1' | 'SHA-256', body: Uint8Array, secret: string): Promise<string> {
  const { subtle } = crypto;
  const key = await subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash }, false, ['sign']);
  const digest = new Uint8Array(await subtle.sign('HMAC', key, body));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
