import { type Disposable, l10n, Uri, window, workspace } from 'vscode';
import { registerCommand } from '../commands/registerCommand';
import type { Rooms } from './given';

const fileName = 'bitbucket-webhooks.d.ts';

/** "Add payload types to workspace": writes the types of all events where the user says; VS Code asks before it replaces. */
export function registerAddTypes({ files }: Rooms): Disposable {
  return registerCommand('addPayloadTypes', async () => {
    const [folder] = workspace.workspaceFolders ?? [];
    const file = await window.showSaveDialog({
      title: l10n.t('Add payload types to workspace'),
      saveLabel: l10n.t('Add types'),
      filters: { TypeScript: ['ts'] },
      ...(folder && { defaultUri: Uri.joinPath(folder.uri, fileName) }),
    });
    if (file) {
      await workspace.fs.writeFile(file, new TextEncoder().encode(await files.types()));
      await window.showTextDocument(file, { preview: true });
    }
  });
}
