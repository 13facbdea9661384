import { type Disposable, l10n, window } from 'vscode';
import { pickEventKeys } from '../commands/pickEvents';
import { registerEventCommand } from '../commands/registerCommand';
import { escapeIcons } from '../presentation/escapeIcons';
import { copyText } from './copyText';
import { givenKeys, type Rooms } from './given';

/** "Copy payload type": the TypeScript types of the given events, else of those that the user picks. */
export function registerCopyType({ catalog, files }: Rooms): Disposable {
  return registerEventCommand('copyPayloadType', async (item?: unknown, items?: unknown) => {
    const given = await givenKeys(files, item, items);
    const keys = given.length > 0 ? given : await pickEventKeys(catalog, l10n.t('Copy payload types'), true);
    const [key] = keys;
    if (key === undefined) {
      return;
    }
    const types = await files.types(keys);
    if (types === '') {
      void window.showInformationMessage(l10n.t('There is no type of {0}.', escapeIcons(keys.join(', '))));
      return;
    }
    await copyText(
      types,
      keys.length === 1 ? l10n.t('Copied the type of {0}', escapeIcons(key)) : l10n.t('Copied {0} types', keys.length),
    );
  });
}
