import { commands, type Disposable, l10n } from 'vscode';
import type { EventCatalog } from '../catalog/eventCatalog';
import { pickEventKeys } from './pickEvents';
import { keysOfTreeItems, registerRowCommand } from './registerCommand';

/** "Find in workspace": searches the open folders for an event key, in VS Code's own search. */
export function registerFindInWorkspace(catalog: EventCatalog): Disposable {
  return registerRowCommand('findInWorkspace', async (item?: unknown) => {
    const [given] = keysOfTreeItems(item, undefined);
    const [key] =
      given === undefined ? await pickEventKeys(catalog, l10n.t('Find event key in workspace'), false) : [given];
    if (key !== undefined) {
      await commands.executeCommand('workbench.action.findInFiles', {
        query: key,
        triggerSearch: true,
        isRegex: false,
        isCaseSensitive: true,
        matchWholeWord: true,
      });
    }
  });
}
