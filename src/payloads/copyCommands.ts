import { Disposable, l10n, Uri, window, workspace } from 'vscode';
import { registerCommand, registerRowCommand } from '../commands/registerCommand';
import { copyText } from '../presentation/copyText';
import { escapeIcons } from '../presentation/texts';
import { entryWithVariants, givenOrPickedKey, type Rooms, sampleFor } from './givenSample';
import { copyScheme } from './shownSample';

/** "Copy sample payload" and "Copy headers": of the sample in front, of an event's default, else of what the user picks. */
export function registerCopySample(rooms: Rooms): Disposable {
  const { files } = rooms;
  return Disposable.from(
    registerRowCommand('copySamplePayload', async (item?: unknown) => {
      const uri = item instanceof Uri ? item : item === undefined ? window.activeTextEditor?.document.uri : undefined;
      if (uri?.scheme === copyScheme) {
        // As it stands in the editor.
        await copyText((await workspace.openTextDocument(uri)).getText(), l10n.t('Copied the payload'));
        return;
      }
      const sample = await sampleFor(rooms, item);
      const text = sample && (await files.sample(sample));
      if (text !== undefined && sample) {
        await copyText(text, l10n.t('Copied the sample of {0}', escapeIcons(sample.key)));
      }
    }),
    registerCommand('copyPayloadHeaders', async (item?: unknown) => {
      const key = await givenOrPickedKey(rooms, item, l10n.t('Copy headers'));
      const entry = key === undefined ? undefined : await entryWithVariants(files, key);
      if (entry) {
        const lines = entry.headers.map(([name, value]) => `${name}: ${value}\n`);
        await copyText(lines.join(''), l10n.t('Copied {0} headers', lines.length));
      }
    }),
  );
}
