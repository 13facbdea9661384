import { bytesOfBase64 } from './base64';

/** What has to be done to a secret before it gives a signature. */
export type SecretChange =
  | 'none'
  | 'withoutLastNewline'
  | 'withLastNewline'
  | 'withoutBlanks'
  | 'withoutQuotes'
  | 'withQuotes'
  | 'fromBase64'
  | 'toBase64'
  | 'fromHex';

interface ChangedSecret {
  /** As text, or as the bytes of the key. */
  readonly secret: string | Uint8Array;
  readonly change: SecretChange;
}

/** A secret as it is, and as it may stand elsewhere: in a file, a configuration, a store of secrets. */
export function changedSecrets(secret: string): ChangedSecret[] {
  const changed: readonly [SecretChange, string | Uint8Array | undefined][] = [
    ['withoutLastNewline', withoutNewlines(secret)],
    ['withLastNewline', `${secret}\n`],
    ['withoutBlanks', secret.trim()],
    ['withoutQuotes', withoutQuotes(secret.trim())],
    ['withQuotes', `"${secret}"`],
    ['withQuotes', `'${secret}'`],
    ['fromBase64', bytesOfBase64(secret.trim())],
    ['toBase64', toBase64(secret)],
    ['fromHex', fromHex(secret.trim())],
  ];
  return [
    { secret, change: 'none' },
    ...changed.flatMap(([change, value]) =>
      value === undefined || value.length === 0 || value === secret ? [] : [{ secret: value, change }],
    ),
  ];
}

function withoutNewlines(text: string): string {
  let end = text.length;
  while (end > 0 && '\r\n'.includes(text.charAt(end - 1))) {
    end--;
  }
  return text.slice(0, end);
}

function withoutQuotes(text: string): string | undefined {
  const first = text.charAt(0);
  return text.length > 2 && '"\'`'.includes(first) && text.endsWith(first) ? text.slice(1, -1) : undefined;
}

function toBase64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
}

function fromHex(text: string): Uint8Array | undefined {
  return /^(?:[\da-f]{2})+$/i.test(text)
    ? Uint8Array.from(text.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16))
    : undefined;
}
