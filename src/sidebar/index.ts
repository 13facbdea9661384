import { commands, Disposable, l10n, type TreeView, window } from 'vscode';
import type { EventCatalog } from '../catalog/eventCatalog';
import { originText } from '../presentation/originText';
import { EventsTree } from './eventsTree';
import type { LoadMoreNode, RetryNode, SubjectTypeNode, TreeNode } from './nodes';
import { loadMoreCommand, retryCommand } from './treeItems';

const viewId = 'bitbucketWebhooks.events';

/** The view "Events" with the commands that only make sense in it. */
export function registerSidebar(catalog: EventCatalog): Disposable {
  const tree = new EventsTree(catalog, (load) => {
    void window.withProgress({ location: { viewId } }, () => load.catch(() => undefined));
  });
  const view = window.createTreeView<TreeNode>(viewId, {
    treeDataProvider: tree,
    canSelectMany: true,
    showCollapseAll: true,
  });
  const describe = () => {
    describeOrigin(view, catalog);
  };
  return Disposable.from(
    tree,
    view,
    Disposable.from(catalog.onDidChange(describe)),
    commands.registerCommand('bitbucketWebhooks.refresh', (node?: SubjectTypeNode) => {
      tree.refresh(node);
    }),
    commands.registerCommand(loadMoreCommand, (node: LoadMoreNode) => tree.loadMore(node)),
    commands.registerCommand(retryCommand, (node: RetryNode) => tree.loadMore(node)),
  );
}

/** Says above the tree (the title has no room for it) whether the user sees Bitbucket's own list, and if not, why. */
function describeOrigin(view: TreeView<TreeNode>, catalog: EventCatalog): void {
  const subjectTypes = catalog.listSubjectTypes();
  const lists = [subjectTypes, ...subjectTypes.names.map((name) => catalog.listEvents(name))];
  const substitute = lists.find(({ origin, fault }) => fault && origin.kind !== 'live');
  if (substitute) {
    view.message = l10n.t('Bitbucket could not be asked. You see the {0}.', originText(substitute.origin));
  } else if (subjectTypes.origin.kind === 'live') {
    view.message = l10n.t('Live from Bitbucket');
  } else {
    delete view.message;
  }
}
