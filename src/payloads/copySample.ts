import { Disposable, l10n, window, workspace } from 'vscode';
import { registerCommand, registerEventCommand } from '../commands/registerCommand';
import { escapeIcons } from '../presentation/escapeIcons';
import { copyText } from './copyText';
import { pickVariant } from './chooseVariant';
import { givenOrPickedKey, givenSample, type Rooms } from './given';
import { entryWithVariants } from './openSample';
import { copyScheme, type ShownSample } from './shownSample';
import { Uri } from 'vscode';

/** "Copy sample payload" and "Copy headers": of the sample in front, of an event's default, else of what the user picks. */
export function registerCopySample(rooms: Rooms): Disposable {
  const { files } = rooms;
  return Disposable.from(
    registerEventCommand('copySamplePayload', async (item?: unknown) => {
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

/** The sample that a command was called for; called for nothing, the one in front or one that the user picks. */
export async function sampleFor(rooms: Rooms, item: unknown): Promise<ShownSample | undefined> {
  const sample = await givenSample(rooms.files, item);
  if (sample) {
    return sample;
  }
  const key = await givenOrPickedKey(rooms, item, l10n.t('Choose an event'));
  const entry = key === undefined ? undefined : await entryWithVariants(rooms.files, key);
  if (key === undefined || !entry) {
    return undefined;
  }
  // Whoever names an event, as by a row of the view, means its default.
  const shown = item === undefined ? await pickVariant(rooms.files, key) : entry.variants[0];
  return shown && { key, variant: shown.id, entry, shown };
}
