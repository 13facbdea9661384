import { commands, type Disposable, l10n, Uri, window, workspace } from 'vscode';

/** Keeps a copy as a file. Not in the palette: it is above the copy's body. */
export const saveCopyCommand = '_bitbucketWebhooks.savePayloadCopy';

/**
 * Writes a copy, as it stands in the editor, where the user says; VS Code asks before it replaces a file. Its own *Save
 * As* looks for a place in the memory where copies live.
 */
export function registerSaveCopy(): Disposable {
  return commands.registerCommand(saveCopyCommand, async (copy?: unknown) => {
    if (!(copy instanceof Uri)) {
      return;
    }
    const [folder] = workspace.workspaceFolders ?? [];
    const file = await window.showSaveDialog({
      title: l10n.t('Save as file'),
      filters: { JSON: ['json'] },
      ...(folder && { defaultUri: Uri.joinPath(folder.uri, copy.path) }),
    });
    if (file) {
      const text = (await workspace.openTextDocument(copy)).getText();
      await workspace.fs.writeFile(file, new TextEncoder().encode(text));
      await window.showTextDocument(file, { preview: false });
    }
  });
}
