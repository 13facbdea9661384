import { FileSystemError, Uri, workspace } from 'vscode';
import type { RepositoryNames } from '../events/inventedNames';
import { namesInGitConfig } from './library/repositoryNames';

/** The repository of Bitbucket Cloud that a folder of the workspace is a clone of; of several folders the first that is. */
export async function gitNames(): Promise<RepositoryNames | undefined> {
  for (const { uri } of workspace.workspaceFolders ?? []) {
    const names = await namesOfClone(uri);
    if (names) {
      return names;
    }
  }
  return undefined;
}

/** The repository of Bitbucket Cloud that a folder is a clone, a worktree or a submodule of. */
export async function namesOfClone(folder: Uri): Promise<RepositoryNames | undefined> {
  const git = Uri.joinPath(folder, '.git');
  const config = (await read(Uri.joinPath(git, 'config'))) ?? (await linkedConfig(folder, (await read(git)) ?? ''));
  return config === undefined ? undefined : namesInGitConfig(config);
}

/** The `config` of a repository whose `.git` is a file with this text; worktrees have that of the clone they belong to. */
async function linkedConfig(folder: Uri, link: string): Promise<string | undefined> {
  const [, path] = /^gitdir: (.+?)\r?\n?$/.exec(link) ?? [];
  const git = path === undefined ? undefined : placeAt(folder, path);
  if (!git) {
    return undefined;
  }
  const common = (await read(Uri.joinPath(git, 'commondir')))?.trimEnd();
  const place = common === undefined ? git : placeAt(git, common);
  return place && read(Uri.joinPath(place, 'config'));
}

/** Where a path leads that Git has written. Nowhere to another machine, which would be told who asks. */
function placeAt(folder: Uri, path: string): Uri | undefined {
  if (/^[\\/]{2}/.test(path)) {
    return undefined;
  }
  const isAbsolute = /^(?:\/|[a-z]:[\\/])/i.test(path);
  return isAbsolute ? folder.with({ path: path.replace(/^(?!\/)/, '/') }) : Uri.joinPath(folder, path);
}

/** `undefined` where there is no such file. */
async function read(file: Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(file));
  } catch (error) {
    if (error instanceof FileSystemError) {
      return undefined;
    }
    throw error;
  }
}
