import { createHash } from 'node:crypto';

const digits = (name: string) => createHash('sha1').update(`tide tables: ${name}`).digest('hex');

/** The hash of an invented commit: 40 digits, the same each time. */
export const hashOf = (name: string) => digits(`commit ${name}`);

/** The UUID of something invented, without braces: the same each time. */
export function bareUuidOf(name: string): string {
  const hex = digits(`uuid ${name}`);
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

/** As it stands in bodies. */
export const uuidOf = (name: string) => `{${bareUuidOf(name)}}`;

/** As it stands in addresses. */
export const escapedUuidOf = (name: string) => `%7B${bareUuidOf(name)}%7D`;

/** 24 digits, as Atlassian counts people. */
export const accountIdOf = (name: string) => `6${digits(`account ${name}`).slice(0, 23)}`;
