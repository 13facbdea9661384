import { commands, Disposable, l10n, type Memento, window } from 'vscode';
import type { EventCatalog } from '../catalog/eventCatalog';
import { DragEvents } from './dragEvents';
import { EventsTree } from './eventsTree';
import { registerGrouping } from './grouping';
import type { LoadMoreNode, RetryNode, SubjectTypeNode, TreeNode } from './nodes';
import { originMessage } from './originMessage';
import { loadMoreCommand, retryCommand } from './treeItems';

const viewId = 'bitbucketWebhooks.events';
const copySelectionCommand = '_bitbucketWebhooks.copySelection';

/**
 * The view "Events" with the commands that only make sense in it.
 *
 * @param memory Where the way of showing it is remembered.
 */
export function registerSidebar(catalog: EventCatalog, memory: Memento): Disposable {
  let loads = 0;
  const tree = new EventsTree(catalog, (load) => {
    loads++;
    const ended = load
      .catch(() => undefined)
      .then(() => {
        loads--;
        describe();
      });
    void window.withProgress({ location: { viewId } }, () => ended);
  });
  const view = window.createTreeView<TreeNode>(viewId, {
    treeDataProvider: tree,
    canSelectMany: true,
    showCollapseAll: true,
    dragAndDropController: new DragEvents(),
  });
  // Above the tree, since the title has no room for it; never empty, so that rows don't move under the mouse.
  const describe = () => {
    const isFromBitbucket = catalog.listSubjectTypes().origin.kind !== 'bundled';
    const isSettled = isFromBitbucket || (catalog.isReady && loads === 0);
    view.message = isSettled ? originMessage(catalog) : l10n.t('Asking Bitbucket…');
  };
  describe();
  return Disposable.from(
    tree,
    view,
    Disposable.from(catalog.onDidChange(describe)),
    // "Cached 3 hours ago" gets older while nobody looks.
    view.onDidChangeVisibility(describe),
    view.onDidCollapseElement(({ element }) => {
      tree.didCollapse(element);
    }),
    registerGrouping(tree, memory),
    // What a key of the keyboard runs gets no tree item: the selection is what is meant.
    commands.registerCommand(copySelectionCommand, async () => {
      const events = view.selection.filter(({ kind }) => kind === 'event');
      if (events.length > 0) {
        await commands.executeCommand('bitbucketWebhooks.copyEventKey', events[0], events);
      }
    }),
    // Takes no node: what stands in the title of a view is given the focused one, and means all the same.
    commands.registerCommand('bitbucketWebhooks.refresh', () => {
      tree.refresh();
    }),
    commands.registerCommand('_bitbucketWebhooks.refreshSubjectType', (node: SubjectTypeNode) => {
      tree.refresh(node);
    }),
    commands.registerCommand('bitbucketWebhooks.loadMore', async (node?: LoadMoreNode) => {
      const leaves = node ? [node] : tree.leaves(view.selection);
      if (leaves.length === 0) {
        window.setStatusBarMessage(l10n.t('There are no more events to load'), 5_000);
      }
      await Promise.all(leaves.map((leaf) => tree.loadMore(leaf)));
    }),
    commands.registerCommand(loadMoreCommand, async (node: LoadMoreNode) => {
      const first = await tree.loadMore(node);
      const [selected, ...others] = view.selection;
      // Whoever has selected something else in the meantime keeps it; the leaf itself has gone down, or is no more.
      if (first && view.visible && selected?.kind === 'loadMore' && others.length === 0) {
        await view.reveal(first, { select: true, focus: false });
      }
    }),
    commands.registerCommand(retryCommand, async (node: RetryNode) => {
      await tree.loadMore(node);
    }),
  );
}
