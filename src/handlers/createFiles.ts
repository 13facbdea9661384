import { l10n, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { withoutLinks } from '../presentation/texts';
import type { GeneratedFile } from './generator/framework';

/** Creates files as one edit, which is undone as one; resolves with whether they are there. Touches none that exists. */
export async function createFiles(folder: Uri, files: readonly GeneratedFile[]): Promise<boolean> {
  const encoder = new TextEncoder();
  const edit = new WorkspaceEdit();
  for (const { path, contents } of files) {
    edit.createFile(Uri.joinPath(folder, path), { contents: encoder.encode(contents) });
  }
  const isApplied = workspace.fs.isWritableFileSystem(folder.scheme) !== false && (await apply(edit));
  if (!isApplied) {
    void window.showErrorMessage(
      withoutLinks(l10n.t('The files can’t be created in {0}. Is the folder read-only?', folder.path)),
    );
  }
  return isApplied;
}

async function apply(edit: WorkspaceEdit): Promise<boolean> {
  try {
    return await workspace.applyEdit(edit);
  } catch {
    // VS Code rejects for some file systems, and answers false for others.
    return false;
  }
}
