import { type Disposable, l10n, type Tab, TabInputText, Uri, window, workspace } from 'vscode';
import { registerCommand, registerRowCommand } from '../commands/registerCommand';
import { type Rooms, sampleFor } from './givenSample';
import type { SampleCopies } from './sampleCopies';
import { copyPath, copyScheme } from './shownSample';

/** "Edit a copy": of the sample in front, of an event's default, else of what the user picks. */
export function registerEditCopy(rooms: Rooms, copies: SampleCopies): Disposable {
  return registerRowCommand('editPayloadCopy', async (item?: unknown) => {
    const sample = await sampleFor(rooms, item);
    const text = sample && (await rooms.files.sample(sample));
    if (!sample || text === undefined) {
      return;
    }
    let number = 1;
    while (copies.has(copyPath(sample, number))) {
      number++;
    }
    const uri = Uri.from({ scheme: copyScheme, path: copyPath(sample, number) });
    copies.add(uri, text);
    await window.showTextDocument(uri, { preview: false });
  });
}

/**
 * "Save copy as file", above the body of a copy and on the key that saves: writes it, as it stands in the editor, where
 * the user says, and shows the file in its place. VS Code asks before it replaces a file. Its own *Save As* looks for a
 * place in the memory where copies live.
 */
export function registerSaveCopy(): Disposable {
  return registerCommand('savePayloadCopy', async (item?: unknown) => {
    const copy = item instanceof Uri ? item : window.activeTextEditor?.document.uri;
    if (copy?.scheme !== copyScheme) {
      return;
    }
    const [folder] = workspace.workspaceFolders ?? [];
    const file = await window.showSaveDialog({
      title: l10n.t('Save as file'),
      filters: { JSON: ['json'] },
      ...(folder && { defaultUri: Uri.joinPath(folder.uri, copy.path) }),
    });
    if (file) {
      const document = await workspace.openTextDocument(copy);
      await workspace.fs.writeFile(file, new TextEncoder().encode(document.getText()));
      // Else its tab would ask about what has just been saved.
      await document.save();
      await window.showTextDocument(file, { preview: false });
      await window.tabGroups.close(window.tabGroups.all.flatMap(({ tabs }) => tabs.filter((tab) => shows(tab, copy))));
    }
  });
}

const shows = ({ input }: Tab, uri: Uri): boolean =>
  input instanceof TabInputText && input.uri.toString() === uri.toString();
