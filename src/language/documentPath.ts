import { type Uri, workspace } from 'vscode';

/** What of a document's path is the user's own: its name, and the folders down from that of the workspace. */
export function documentPath(uri: Uri): string {
  const folder = workspace.getWorkspaceFolder(uri);
  const path = folder ? `${folder.name}/${workspace.asRelativePath(uri, false)}` : (uri.path.split('/').at(-1) ?? '');
  return uri.scheme === 'vscode-notebook-cell' ? `${path}\n${textOfNotebook(uri)}` : path;
}

/** The cells of a notebook are documents of their own: what one says of Bitbucket holds for all. */
function textOfNotebook({ path }: Uri): string {
  const notebook = workspace.notebookDocuments.find(({ uri }) => uri.path === path);
  return (
    notebook
      ?.getCells()
      .map(({ document }) => document.getText())
      .join('\n') ?? ''
  );
}
