import { type Disposable, EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import type { EventCatalog } from '../catalog/eventCatalog';
import type { LoadMoreNode, RetryNode, SubjectTypeNode, TreeNode } from './nodes';
import { emptyItem, eventItem, loadMoreItem, retryItem, subjectTypeItem } from './treeItems';

/** Shows progress until a load has ended. */
export type ShowProgress = (load: Promise<void>) => void;

/**
 * The tree of subject types and their events: the catalogue as it stands. Asking for children loads what nobody has
 * loaded yet. Further pages and retries are commands of their own, since a change event asks for children as well and
 * can't be told from them.
 */
export class EventsTree implements TreeDataProvider<TreeNode>, Disposable {
  private readonly changes = new EventEmitter<TreeNode | undefined>();
  private readonly subscription: { dispose(): void };
  /** One object for each name: VS Code finds what to refresh by identity. */
  private readonly subjectTypeNodes = new Map<string, SubjectTypeNode>();
  /** The parents (`undefined`: the tree itself) whose last child, "Load more…" or "Retry", is at work. */
  private readonly atWork = new Set<SubjectTypeNode | undefined>();

  readonly onDidChangeTreeData = this.changes.event;

  constructor(
    private readonly catalog: EventCatalog,
    private readonly showProgress: ShowProgress,
  ) {
    this.subscription = catalog.onDidChange((name) => {
      this.changes.fire(name === undefined ? undefined : this.subjectTypeNode(name));
    });
  }

  dispose(): void {
    this.subscription.dispose();
    this.changes.dispose();
  }

  getTreeItem(node: TreeNode): TreeItem {
    switch (node.kind) {
      case 'subjectType':
        return subjectTypeItem(node);
      case 'event':
        return eventItem(node);
      case 'loadMore':
        return loadMoreItem(node, this.atWork.has(node.parent));
      case 'retry':
        return retryItem(node, this.atWork.has(node.parent));
      case 'empty':
        return emptyItem(node);
    }
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.kind === 'subjectType' ? undefined : node.parent;
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (!node) {
      await this.finished(this.catalog.loadSubjectTypes());
      return this.rootNodes();
    }
    if (node.kind !== 'subjectType') {
      return [];
    }
    await this.finished(this.catalog.loadEvents(node.name));
    return this.eventNodes(node);
  }

  /** What "Load more…" and "Retry" do: load the next page, or again what failed. */
  async loadMore(node: LoadMoreNode | RetryNode): Promise<void> {
    const { parent } = node;
    if (this.atWork.has(parent)) {
      return;
    }
    this.atWork.add(parent);
    this.changes.fire(node);
    try {
      await this.finished(parent ? this.catalog.loadMoreEvents(parent.name) : this.catalog.retrySubjectTypes());
    } finally {
      this.atWork.delete(parent);
      this.changes.fire(parent);
    }
  }

  /** Starts over from page one, for everything or for one subject type. */
  refresh(node?: SubjectTypeNode): void {
    this.catalog.markStale(node?.name);
    this.changes.fire(node);
  }

  /** Waits for a load, if there is one. One that was overtaken leaves things as they are: the newer one will tell. */
  private async finished(load: Promise<void> | undefined): Promise<void> {
    if (load) {
      this.showProgress(load);
      try {
        await load;
      } catch (error) {
        if (!isAbort(error)) {
          throw error;
        }
      }
    }
  }

  private rootNodes(): TreeNode[] {
    const { names, fault } = this.catalog.listSubjectTypes();
    const nodes: TreeNode[] = names.map((name) => this.subjectTypeNode(name));
    return fault ? [...nodes, { kind: 'retry', parent: undefined, fault: fault.fault }] : nodes;
  }

  private eventNodes(parent: SubjectTypeNode): TreeNode[] {
    const { events, origin, hasMore, total, fault } = this.catalog.listEvents(parent.name);
    const nodes: TreeNode[] = events.map((event) => ({
      kind: 'event',
      event: { ...event, subjectTypes: [parent.name], origin },
      parent,
    }));
    if (fault) {
      return [...nodes, { kind: 'retry', parent, fault: fault.fault }];
    }
    if (hasMore) {
      return [...nodes, { kind: 'loadMore', parent, loaded: events.length, total }];
    }
    return nodes.length > 0 ? nodes : [{ kind: 'empty', parent }];
  }

  private subjectTypeNode(name: string): SubjectTypeNode {
    let node = this.subjectTypeNodes.get(name);
    if (!node) {
      node = { kind: 'subjectType', name };
      this.subjectTypeNodes.set(name, node);
    }
    return node;
  }
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
