import { type Disposable, EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import type { EventCatalog } from '../catalog/eventCatalog';
import { isAbort } from '../catalog/isAbort';
import type { EventNode, LoadMoreNode, RetryNode, SubjectTypeNode, TreeNode } from './nodes';
import { childrenOf, eventNodeAt, leafOf } from './eventNodes';
import { categoryItem, emptyItem, eventItem, loadMoreItem, retryItem, subjectTypeItem } from './treeItems';

/** Shows progress until a load has ended. */
export type ShowProgress = (load: Promise<void>) => void;

/** Someone waits for a load. */
interface Wait {
  readonly parent: SubjectTypeNode | undefined;
  readonly stop: AbortController;
  /** The catalogue has changed meanwhile. */
  hasNews: boolean;
}

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
  /** The parents (`undefined`: the tree itself) whose children VS Code has asked for. */
  private readonly asked = new Set<SubjectTypeNode | undefined>();
  /** The loads that a parent's children (`undefined`: the tree's own) wait for. */
  private readonly waits = new Set<Wait>();
  /** The parents (`undefined`: the tree itself) whose last child, "Load more…" or "Retry", is at work. */
  private readonly atWork = new Set<SubjectTypeNode | undefined>();

  private grouped = false;

  readonly onDidChangeTreeData = this.changes.event;

  constructor(
    private readonly catalog: EventCatalog,
    private readonly showProgress: ShowProgress,
  ) {
    this.subscription = catalog.onDidChange((name) => {
      this.didChange(name === undefined ? undefined : this.subjectTypeNode(name));
    });
  }

  dispose(): void {
    for (const { stop } of this.waits) {
      stop.abort();
    }
    this.subscription.dispose();
    this.changes.dispose();
  }

  /** Whether events stand under their categories. */
  get isGrouped(): boolean {
    return this.grouped;
  }

  set isGrouped(grouped: boolean) {
    this.grouped = grouped;
    this.changes.fire(undefined);
  }

  getTreeItem(node: TreeNode): TreeItem {
    switch (node.kind) {
      case 'subjectType':
        return subjectTypeItem(node);
      case 'category':
        return categoryItem(node);
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
    if (node?.kind === 'category') {
      return [...node.events];
    }
    if (node && node.kind !== 'subjectType') {
      return [];
    }
    this.asked.add(node);
    await this.finished(node, (signal) =>
      node ? this.catalog.loadEvents(node.name, signal) : this.catalog.loadSubjectTypes(signal),
    );
    return node ? this.eventNodes(node) : this.rootNodes();
  }

  /**
   * What "Load more…" and "Retry" do: load the next page, or again what failed. Resolves with the first event that has
   * taken the leaf's place, if there is one.
   */
  async loadMore(node: LoadMoreNode | RetryNode): Promise<EventNode | undefined> {
    const { parent } = node;
    if (this.atWork.has(parent)) {
      return undefined;
    }
    this.atWork.add(parent);
    this.changes.fire(node);
    try {
      await this.finished(parent, (signal) =>
        parent ? this.catalog.loadMoreEvents(parent.name, signal) : this.catalog.retrySubjectTypes(signal),
      );
    } finally {
      this.atWork.delete(parent);
      this.changes.fire(parent);
    }
    return parent && node.kind === 'loadMore'
      ? eventNodeAt(this.eventNodes(parent), this.catalog.listEvents(parent.name), node.loaded)
      : undefined;
  }

  /**
   * The leaves "Load more…" and "Retry" of the subject types that these nodes are of or in; if they have none, those of
   * the whole tree.
   */
  leaves(nodes: readonly TreeNode[]): (LoadMoreNode | RetryNode)[] {
    const all = [
      ...this.rootNodes(),
      ...this.catalog
        .listSubjectTypes()
        .names.flatMap((name) => leafOf(this.subjectTypeNode(name), this.catalog.listEvents(name)) ?? []),
    ].filter((node) => node.kind === 'loadMore' || node.kind === 'retry');
    const chosen = new Set(nodes.map(subjectTypeNodeOf));
    const meant = all.filter(({ parent }) => parent !== undefined && chosen.has(parent));
    return meant.length > 0 ? meant : all;
  }

  /** Starts over from page one, for everything or for one subject type. */
  refresh(node?: SubjectTypeNode): void {
    this.catalog.markStale(node?.name);
    this.changes.fire(node);
  }

  /** Nobody sees a collapsed node's children: what is loaded only for them is stopped, and asked for again when expanded. */
  didCollapse(node: TreeNode): void {
    const waits = this.waitsOf(node);
    for (const { stop } of waits) {
      stop.abort();
    }
    if (waits.length > 0) {
      this.changes.fire(node);
    }
  }

  /**
   * Has VS Code ask for a parent's children anew, unless it has none of them, or is about to be answered with the
   * news. Asked again, it would take the rows that have just appeared for outdated, and forget what the user does with
   * them meanwhile; and it gives the focus back to a tree that has just lost it, which closes a pick list.
   */
  private didChange(parent: SubjectTypeNode | undefined): void {
    const waits = this.waitsOf(parent);
    for (const wait of waits) {
      wait.hasNews = true;
    }
    if (waits.length === 0 && this.asked.has(parent)) {
      this.changes.fire(parent);
    }
  }

  private waitsOf(parent: TreeNode | undefined): Wait[] {
    return [...this.waits].filter((wait) => wait.parent === parent);
  }

  /** Waits for a load, if there is one. One that was stopped or overtaken leaves things as they are. */
  private async finished(
    parent: SubjectTypeNode | undefined,
    start: (signal: AbortSignal) => Promise<void> | undefined,
  ): Promise<void> {
    const wait: Wait = { parent, stop: new AbortController(), hasNews: false };
    const load = start(wait.stop.signal);
    if (!load) {
      return;
    }
    this.waits.add(wait);
    this.showProgress(load);
    try {
      await load;
    } catch (error) {
      if (!isAbort(error)) {
        throw error;
      }
      if (wait.hasNews) {
        this.changes.fire(parent);
      }
    } finally {
      this.waits.delete(wait);
    }
  }

  private rootNodes(): TreeNode[] {
    const { names, fault } = this.catalog.listSubjectTypes();
    const nodes: TreeNode[] = names.map((name) => this.subjectTypeNode(name));
    return fault ? [...nodes, { kind: 'retry', parent: undefined, fault: fault.fault }] : nodes;
  }

  private eventNodes(parent: SubjectTypeNode): TreeNode[] {
    return childrenOf(parent, this.catalog.listEvents(parent.name), this.grouped);
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

/** The subject type that a node is or belongs to. */
function subjectTypeNodeOf(node: TreeNode): SubjectTypeNode | undefined {
  return node.kind === 'subjectType' ? node : node.kind === 'event' ? node.subjectType : node.parent;
}
