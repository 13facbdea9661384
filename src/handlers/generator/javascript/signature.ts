import { type ModuleStyle, moduleText } from './moduleText';

const about = `/**
 * Whether the secret gives the signature of a body, in its raw bytes. Bitbucket sends it as X-Hub-Signature: "sha256=" and
 * an HMAC-SHA256 in hex. It sends no X-Hub-Signature-256.
 */`;

/** With the crypto of Node.js. */
export const nodeSignature = (style: ModuleStyle): string =>
  moduleText(
    `import { createHmac, timingSafeEqual } from 'node:crypto';

${about}
export function isSigned(body«: Uint8Array», header«: string | null | undefined», secret«: string») {
  const hex = /^sha256=([0-9a-f]{64})$/.exec(header ?? '')?.[1];
  if (hex === undefined) {
    return false;
  }
  const expected = createHmac('sha256', secret).update(body).digest();
  // Both have 32 bytes; where lengths differ it would throw.
  return timingSafeEqual(Buffer.from(hex, 'hex'), expected);
}
`,
    style,
  );

/** With the crypto of the web, which all runtimes have. */
export const webSignature = (style: ModuleStyle): string =>
  moduleText(
    `const encoder = new TextEncoder();
const hmac = { name: 'HMAC', hash: 'SHA-256' };

${about}
export async function isSigned(
  body«: ArrayBuffer»,
  header«: string | undefined»,
  secret«: string»,
)«: Promise<boolean>» {
  const hex = /^sha256=([0-9a-f]{64})$/.exec(header ?? '')?.[1];
  if (hex === undefined) {
    return false;
  }
  const signature = Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
  const bytes = encoder.encode(secret);
  const key = await crypto.subtle.importKey('raw', bytes, hmac, false, ['verify']);
  // Compares in constant time.
  return crypto.subtle.verify('HMAC', key, signature, body);
}
`,
    style,
  );
