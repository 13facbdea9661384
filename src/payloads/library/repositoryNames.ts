import type { RepositoryNames } from '../../events/inventedNames';

/** Bitbucket's slugs, and nothing that a shell, JSON or an address would take for more than a name. */
const slug = '([A-Za-z0-9_][A-Za-z0-9_.-]*)';
const host = '(?:(?:www|ssh|altssh)\\.)?bitbucket\\.org';
const address = new RegExp(
  // git@bitbucket.org:a/b.git, or ssh://git@bitbucket.org/a/b.git, https://user:token@bitbucket.org/a/b and the like.
  `^(?:(?:[^@/\\s]+@)?${host}:/?|(?:https?|ssh|git|git\\+ssh)://(?:[^/\\s]*@)?${host}(?::\\d+)?/)${slug}/${slug}/?$`,
  'i',
);

/** The repository that a remote's address leads to; `undefined` where that isn't one of Bitbucket Cloud. */
export function namesInAddress(remote: string): RepositoryNames | undefined {
  const [, workspace, last] = address.exec(remote) ?? [];
  const repository = last?.replace(/\.git$/, '');
  return workspace === undefined || !repository ? undefined : { workspace, repository };
}

/**
 * The repository of Bitbucket Cloud that a `.git/config` names: that of the remote `origin`, else of the first remote
 * that has one. Whatever else is in the address, such as a token, is left behind.
 */
export function namesInGitConfig(config: string): RepositoryNames | undefined {
  const found = new Map<string, RepositoryNames>();
  let remote: string | undefined;
  for (const line of config.split(/\r?\n/)) {
    const section = /^\s*\[(.*)\]/.exec(line);
    if (section) {
      remote = /^remote\s+"(.*)"$/i.exec(section[1] ?? '')?.[1];
    }
    const url = remote === undefined ? undefined : /^\s*url\s*=\s*"?([^"\s]+)"?\s*(?:[#;].*)?$/i.exec(line)?.[1];
    const names = url === undefined ? undefined : namesInAddress(url);
    if (remote !== undefined && names && !found.has(remote)) {
      found.set(remote, names);
    }
  }
  return found.get('origin') ?? [...found.values()][0];
}
