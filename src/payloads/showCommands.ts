import { commands, type Disposable, l10n } from 'vscode';
import { pickEventKeys } from '../commands/pickEvents';
import { registerCommand, registerRowCommand } from '../commands/registerCommand';
import { sampleUri } from '../presentation/sampleLinks';
import { givenKeys, givenOrPickedKey, givenSample, pickVariant, type Rooms } from './givenSample';
import { openSample } from './shownSample';

/** "Show sample payload": of the given events, else of one that the user picks. Each of several has a tab of its own. */
export function registerShowSample({ catalog, files }: Rooms): Disposable {
  return registerRowCommand('showSamplePayload', async (item?: unknown, items?: unknown) => {
    // Called for nothing it means any event, also where a sample is in front.
    const given = item === undefined ? [] : await givenKeys(files, item, items);
    const keys = given.length > 0 ? given : await pickEventKeys(catalog, l10n.t('Show sample payload'), false);
    for (const key of keys) {
      await commands.executeCommand('vscode.open', sampleUri({ key }), { preview: keys.length === 1 });
    }
  });
}

/** "Choose variant": of the sample that it is called for, of the one in front, else of an event that the user picks. */
export function registerChooseVariant(rooms: Rooms): Disposable {
  return registerCommand('chooseVariant', async (item?: unknown) => {
    const sample = await givenSample(rooms.files, item);
    const key = sample?.key ?? (await givenOrPickedKey(rooms, item, l10n.t('Choose an event')));
    const variant = key === undefined ? undefined : await pickVariant(rooms.files, key, sample?.shown.id);
    if (key !== undefined && variant) {
      await openSample({ key, variant: variant.id, names: sample?.names });
    }
  });
}
