import { hexOf } from './wire/signature';

/** 64 hexadecimal digits: as strong as the hash, and safe in any configuration file. */
export function randomSecret(): string {
  return hexOf(crypto.getRandomValues(new Uint8Array(32)));
}
