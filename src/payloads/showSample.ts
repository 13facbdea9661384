import { commands, type Disposable, l10n } from 'vscode';
import { registerEventCommand } from '../commands/registerCommand';
import { sampleUri } from '../presentation/payloadLinks';
import { pickEventKeys } from '../commands/pickEvents';
import { givenKeys, type Rooms } from './given';

/** "Show sample payload": of the given events, else of one that the user picks. Each of several has a tab of its own. */
export function registerShowSample({ catalog, files }: Rooms): Disposable {
  return registerEventCommand('showSamplePayload', async (item?: unknown, items?: unknown) => {
    // Called for nothing it means any event, also where a sample is in front.
    const given = item === undefined ? [] : await givenKeys(files, item, items);
    const keys = given.length > 0 ? given : await pickEventKeys(catalog, l10n.t('Show sample payload'), false);
    for (const key of keys) {
      await commands.executeCommand('vscode.open', sampleUri({ key }), { preview: keys.length === 1 });
    }
  });
}
