import { Disposable } from 'vscode';
import type { EventCatalog } from '../catalog/eventCatalog';
import type { Finder } from '../language/lazyFinder';
import { registerCopyEventKeys } from './copyEventKeys';
import { registerFindInWorkspace } from './findInWorkspace';
import { registerInsertEventKey } from './insertEventKey';
import { registerOpenReference, registerOpenSetting } from './openLinks';

/** The commands that work on events wherever they come from: the tree, or a pick list. */
export function registerCommands(catalog: EventCatalog, finder: Finder): Disposable {
  return Disposable.from(
    registerCopyEventKeys(catalog),
    registerInsertEventKey(catalog, finder),
    registerFindInWorkspace(catalog),
    registerOpenReference(),
    registerOpenSetting(),
  );
}
