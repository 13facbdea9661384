import { repositorySlug, workspaceSlug } from '../inventedNames';

/** 40 hexadecimal digits, the same for a name each time: they look like a hash and need be none (FNV-1a, xorshift). */
function digits(name: string): string {
  let state = Array.from(name).reduce(
    (hash, char) => Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619),
    2166136261,
  );
  return Array.from({ length: 40 }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state & 15).toString(16);
  }).join('');
}

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

export const fullName = `${workspaceSlug}/${repositorySlug}`;

export const apiUrl = (path: string) => ({ href: `https://api.bitbucket.org/2.0/${path}` });
export const siteUrl = (path: string) => ({ href: `https://bitbucket.org/${path}` });

/** Addresses of what belongs to the repository. */
export const repositoryApi = (path: string) => apiUrl(`repositories/${fullName}/${path}`);
export const repositorySite = (path: string) => siteUrl(`${fullName}/${path}`);
