import { type Disposable, l10n, window } from 'vscode';
import type { EventCatalog } from '../catalog/eventCatalog';
import { looksLikeEventKey } from '../catalog/eventKey';
import { isRemoved } from '../events/removed';
import type { Finder } from '../language/lazyFinder';
import { insertKeys } from '../language/insert/insertKeys';
import { withRemovals } from '../presentation/removalText';
import { pickEventKeys } from './pickEvents';
import { keysOfTreeItems, registerRowCommand } from './registerCommand';

/** "Insert event key": of the given tree items, else of events picked from a list, at every cursor. */
export function registerInsertEventKey(catalog: EventCatalog, finder: Finder): Disposable {
  return registerRowCommand('insertEventKey', async (item?: unknown, items?: unknown) => {
    const editor = window.activeTextEditor;
    if (!editor) {
      void window.showInformationMessage(l10n.t('Open a file and put the cursor where the event key belongs.'));
      return;
    }
    const fromTree = keysOfTreeItems(item, items);
    const picked = fromTree.length > 0 ? fromTree : await pickEventKeys(catalog, l10n.t('Insert event keys'), true);
    const keys = picked.filter(looksLikeEventKey);
    if (keys.length === 0) {
      return;
    }
    if (!(await insertKeys(finder, editor, keys))) {
      void window.showWarningMessage(l10n.t('The file can’t be edited.'));
    } else if (keys.some(isRemoved)) {
      window.setStatusBarMessage(withRemovals('', keys), 8_000);
    }
  });
}
