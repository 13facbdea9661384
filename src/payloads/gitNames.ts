import { FileSystemError, Uri, workspace } from 'vscode';
import { namesInGitConfig, type RepositoryNames } from './library/repositoryNames';

/** The repository of Bitbucket Cloud that a folder of the workspace is a clone of; of several folders the first that is. */
export async function gitNames(): Promise<RepositoryNames | undefined> {
  for (const { uri } of workspace.workspaceFolders ?? []) {
    const names = namesInGitConfig(await readConfig(Uri.joinPath(uri, '.git', 'config')));
    if (names) {
      return names;
    }
  }
  return undefined;
}

async function readConfig(config: Uri): Promise<string> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(config));
  } catch (error) {
    if (error instanceof FileSystemError) {
      // No repository, or one whose `.git` is a file, or a virtual folder without one.
      return '';
    }
    throw error;
  }
}
