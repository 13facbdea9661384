/** Bytes of a base64 text, in the usual alphabet or in that for addresses; `undefined` where it is none. */
export function bytesOfBase64(text: string): Uint8Array | undefined {
  if (!/^[\w+/-]{4,}={0,2}$/.test(text)) {
    return undefined;
  }
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
