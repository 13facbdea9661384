import { commands, Disposable, l10n, type Memento, type TreeView, window } from 'vscode';
import type { EventCatalog } from '../catalog/eventCatalog';
import { originText } from '../presentation/originText';
import { DragEvents } from './dragEvents';
import { EventsTree } from './eventsTree';
import { registerGrouping } from './grouping';
import type { LoadMoreNode, RetryNode, SubjectTypeNode, TreeNode } from './nodes';
import { loadMoreCommand, retryCommand } from './treeItems';

const viewId = 'bitbucketWebhooks.events';
const copySelectionCommand = '_bitbucketWebhooks.copySelection';

/**
 * The view "Events" with the commands that only make sense in it.
 *
 * @param memory Where the way of showing it is remembered.
 */
export function registerSidebar(catalog: EventCatalog, memory: Memento): Disposable {
  const tree = new EventsTree(catalog, (load) => {
    void window.withProgress({ location: { viewId } }, () => load.catch(() => undefined));
  });
  const view = window.createTreeView<TreeNode>(viewId, {
    treeDataProvider: tree,
    canSelectMany: true,
    showCollapseAll: true,
    dragAndDropController: new DragEvents(),
  });
  const describe = () => {
    describeOrigin(view, catalog);
  };
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
    commands.registerCommand('bitbucketWebhooks.refresh', (node?: SubjectTypeNode) => {
      tree.refresh(node);
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

/** Says above the tree (the title has no room for it) where the list comes from that the user sees. */
function describeOrigin(view: TreeView<TreeNode>, catalog: EventCatalog): void {
  const subjectTypes = catalog.listSubjectTypes();
  const lists = [subjectTypes, ...subjectTypes.names.map((name) => catalog.listEvents(name))];
  const failed = lists.find(({ origin, fault }) => fault && origin.kind !== 'live');
  if (failed) {
    view.message = l10n.t('{0}. Bitbucket could not be asked.', originText(failed.origin));
  } else if (subjectTypes.origin.kind === 'bundled') {
    view.message = '';
  } else {
    view.message = originText(subjectTypes.origin);
  }
}
