import {
  commands,
  type DataTransfer,
  DataTransferItem,
  Disposable,
  l10n,
  type Memento,
  type TreeDragAndDropController,
  type TreeView,
  window,
} from 'vscode';
import type { EventCatalog } from '../catalog/eventCatalog';
import {
  keysOfTreeItems,
  registerCommand,
  registerRowCommand,
  selectedItemsCommand,
  unlessRowIsGone,
} from '../commands/registerCommand';
import { eventKeysMime } from '../language/insert/drop';
import { registerSearchEvents } from './eventSearch';
import { EventsTree } from './eventsTree';
import type { LoadMoreNode, RetryNode, SubjectTypeNode, TreeNode } from './nodes';
import { originMessage } from './originMessage';
import { loadMoreCommand, retryCommand } from './treeItems';

const viewId = 'bitbucketWebhooks.events';
/** Under this name the choice is remembered, and known to the conditions of menus. */
const groupedName = 'bitbucketWebhooks.isGrouped';
const toggleCommand = 'list.toggleSelection';

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
  // Above the tree, since the title has no room for it; never empty, so that rows don't move under the mouse.
  const describe = () => {
    if (view.visible) {
      view.message = originMessage(catalog, tree.expandedNames);
    }
  };
  // While the view is hidden, VS Code keeps to itself that the tree has changed.
  const show = async () => {
    if (!view.visible) {
      await commands.executeCommand(`${viewId}.focus`);
    }
  };
  return Disposable.from(
    tree,
    view,
    Disposable.from(catalog.onDidChange(describe)),
    view.onDidChangeVisibility(({ visible }) => {
      if (visible) {
        describe();
        catalog.renewShown();
      }
    }),
    tree.onDidChangeSight(describe),
    view.onDidExpandElement(({ element }) => {
      tree.didExpand(element);
    }),
    view.onDidCollapseElement(({ element }) => {
      tree.didCollapse(element);
    }),
    registerGrouping(tree, memory),
    registerSearchEvents(catalog, tree, view, show),
    commands.registerCommand(selectedItemsCommand, () => selectionOrFocus(view)),
    // Takes no node: what stands in the title of a view is given the focused one, and means all the same.
    registerCommand('refresh', async () => {
      await show();
      tree.refresh();
    }),
    commands.registerCommand(
      '_bitbucketWebhooks.refreshSubjectType',
      unlessRowIsGone((node: SubjectTypeNode, nodes: TreeNode[] = [node]) => {
        for (const each of nodes) {
          if (each.kind === 'subjectType') {
            tree.refresh(each);
          }
        }
      }),
    ),
    registerRowCommand('loadMore', async (node?: LoadMoreNode, nodes: TreeNode[] = node ? [node] : []) => {
      await show();
      const chosen = nodes.filter((each) => each.kind === 'loadMore');
      const leaves = chosen.length > 0 ? chosen : tree.leaves(view.selection);
      if (leaves.length === 0 && catalog.listSubjectTypes().origin.kind !== 'bundled') {
        window.setStatusBarMessage(l10n.t('There are no more events to load'), 5_000);
      }
      await Promise.all(leaves.map((leaf) => tree.loadMore(leaf)));
    }),
    commands.registerCommand(loadMoreCommand, async (node: LoadMoreNode) => {
      const [before] = view.selection;
      const first = await tree.loadMore(node);
      const [selected, ...others] = view.selection;
      // Whoever has selected something else in the meantime keeps it; the leaf itself has gone down, or is no more. That
      // it was selected, VS Code may tell after the click on it.
      const isKept = selected !== before && selected?.kind !== 'loadMore';
      if (first && view.visible && !isKept && others.length === 0) {
        await view.reveal(first, { select: true, focus: false });
      }
    }),
    commands.registerCommand(
      retryCommand,
      unlessRowIsGone(async (node: RetryNode, nodes: TreeNode[] = [node]) => {
        await Promise.all(nodes.filter((each) => each.kind === 'retry').map((leaf) => tree.loadMore(leaf)));
      }),
    ),
  );
}

/** The arrow keys move the focus alone, of which VS Code tells nobody: a row outside of the selection shows when it is added. */
async function selectionOrFocus(view: TreeView<TreeNode>): Promise<readonly TreeNode[]> {
  const { selection } = view;
  await commands.executeCommand(toggleCommand);
  const added = view.selection.filter((node) => !selection.includes(node));
  await commands.executeCommand(toggleCommand);
  return added.length > 0 ? added : selection;
}

/** Lets the user have events by category or flat, and remembers it. */
function registerGrouping(tree: EventsTree, memory: Memento): Disposable {
  const group = (isGrouped: boolean) => {
    if (tree.isGrouped !== isGrouped) {
      tree.isGrouped = isGrouped;
    }
    void commands.executeCommand('setContext', groupedName, isGrouped);
  };
  const choose = (isGrouped: boolean) => async () => {
    group(isGrouped);
    await memory.update(groupedName, isGrouped);
  };
  group(memory.get(groupedName, false));
  return Disposable.from(registerCommand('groupByCategory', choose(true)), registerCommand('showFlat', choose(false)));
}

/** Lets events be dragged from the tree into an editor; nothing is dropped on the tree. */
class DragEvents implements TreeDragAndDropController<TreeNode> {
  readonly dragMimeTypes = [eventKeysMime];
  readonly dropMimeTypes = [];

  handleDrag(source: readonly TreeNode[], dataTransfer: DataTransfer): void {
    const keys = keysOfTreeItems(undefined, source);
    if (keys.length > 0) {
      dataTransfer.set(eventKeysMime, new DataTransferItem(keys.join('\n')));
    }
  }
}
