import { type Disposable, l10n, type TreeView, window } from 'vscode';
import type { EventCatalog } from '../catalog/eventCatalog';
import { pickKnownEvents } from '../commands/pickEvents';
import { registerCommand } from '../commands/registerCommand';
import { escapeIcons } from '../presentation/texts';
import type { EventSearch } from './eventSearch';
import type { EventNode, TreeNode } from './nodes';

/**
 * "Search events": shows an event in the tree that the user picks by key, name, category or meaning. VS Code's own
 * search in trees knows the labels only of what is loaded, which are the keys.
 *
 * @param show Brings the view into sight.
 */
export function registerSearchEvents(
  catalog: EventCatalog,
  search: EventSearch,
  view: TreeView<TreeNode>,
  show: () => Promise<void>,
): Disposable {
  const reveal = (node: EventNode) => view.reveal(node, { select: true, focus: true });
  return registerCommand('searchEvents', async () => {
    const [key] = await pickKnownEvents(catalog, l10n.t('Search events'), false);
    if (key === undefined) {
      return;
    }
    await show();
    const atHand = search.atHand(key);
    if (atHand) {
      await reveal(atHand);
    }
    const loaded = await search.loadUpTo(key);
    const isLeft = view.selection.some((node) => node.kind !== 'event' || node.event.key !== key);
    if (!loaded) {
      window.setStatusBarMessage(l10n.t('Bitbucket doesn’t list {0}', escapeIcons(key)), 5_000);
    } else if (!atHand || !isLeft) {
      // Where it was at hand it may have gone meanwhile, and come back with a later page.
      await reveal(loaded);
    }
  });
}
