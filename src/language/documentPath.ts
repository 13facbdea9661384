import { type Uri, workspace } from 'vscode';

/** What of a document's path is the user's own: its name, and the folders down from that of the workspace. */
export function documentPath(uri: Uri): string {
  const folder = workspace.getWorkspaceFolder(uri);
  return folder ? `${folder.name}/${workspace.asRelativePath(uri, false)}` : (uri.path.split('/').at(-1) ?? '');
}
