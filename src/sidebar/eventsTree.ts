import { type Disposable, EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import type { EventCatalog } from '../catalog/eventCatalog';
import type { EventNode, LoadMoreNode, RetryNode, SubjectTypeNode, TreeNode } from './nodes';
import { childrenOf, eventNodeAt, eventNodeOf, leafOf } from './eventNodes';
import { categoryItem, emptyItem, eventItem, loadMoreItem, retryItem, subjectTypeItem } from './treeItems';
import { type ShowProgress, TreeLoads } from './treeLoads';

/**
 * The tree of subject types and their events: the catalogue as it stands, at once. Asking for children has loaded what
 * nobody has loaded yet, and a change event tells when it has come. Further pages and retries are commands of their
 * own, since a change event asks for children as well and can't be told from them.
 */
export class EventsTree implements TreeDataProvider<TreeNode>, Disposable {
  private readonly changes = new EventEmitter<TreeNode | undefined>();
  private readonly sights = new EventEmitter<void>();
  private readonly subscription: { dispose(): void };
  /** One object for each name: VS Code finds what to refresh by identity. */
  private readonly subjectTypeNodes = new Map<string, SubjectTypeNode>();
  /** The parents (`undefined`: the tree itself) whose children VS Code has asked for. */
  private readonly asked = new Set<SubjectTypeNode | undefined>();
  private readonly loads: TreeLoads;
  /** The parents (`undefined`: the tree itself) whose "Load more…" or "Retry" is at work. */
  private readonly atWork = new Set<SubjectTypeNode | undefined>();
  /** The subject types whose events are in sight, the one expanded last at the end. */
  private readonly expanded = new Set<SubjectTypeNode>();
  /** What the tree's own children were when VS Code asked for them last. */
  private shownRoot = '';

  private grouped = false;

  readonly onDidChangeTreeData = this.changes.event;
  /** Fires when the events of other subject types are in sight. */
  readonly onDidChangeSight = this.sights.event;

  constructor(
    private readonly catalog: EventCatalog,
    showProgress: ShowProgress,
  ) {
    this.loads = new TreeLoads(showProgress);
    this.subscription = catalog.onDidChange((name) => {
      this.didChange(name === undefined ? undefined : this.subjectTypeNode(name));
    });
  }

  dispose(): void {
    this.loads.dispose();
    this.subscription.dispose();
    this.changes.dispose();
    this.sights.dispose();
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
        return subjectTypeItem(node, this.grouped);
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
    // A file of this machine; never the network.
    await this.catalog.ready();
    this.asked.add(node);
    if (node) {
      this.didExpand(node);
    }
    void this.loads.run(node, (signal) =>
      node ? this.catalog.loadEvents(node.name, signal) : this.catalog.loadSubjectTypes(signal),
    );
    if (node) {
      return this.eventNodes(node);
    }
    const nodes = this.rootNodes();
    this.shownRoot = this.outlineOf(nodes);
    return nodes;
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
      await this.loads.run(parent, (signal) => {
        if (node.kind === 'loadMore') {
          return this.catalog.loadMoreEvents(node.parent.name, signal);
        }
        return parent ? this.catalog.retryEvents(parent.name, signal) : this.catalog.retrySubjectTypes(signal);
      });
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

  /** An event among those that are shown now, or would be if all were expanded. */
  nodeAtHand(key: string): EventNode | undefined {
    return this.parentsOf(key)
      .map((parent) => eventNodeOf(this.eventNodes(parent), key))
      .find((node) => node !== undefined);
  }

  /** Loads what is missing up to an event, and no further; `undefined` where it doesn't come. */
  async loadUpTo(key: string): Promise<EventNode | undefined> {
    for (const parent of this.parentsOf(key)) {
      const { name } = parent;
      await this.loads.run(parent, (signal) => this.catalog.loadEvents(name, signal));
      let loaded = -1;
      for (;;) {
        const node = eventNodeOf(this.eventNodes(parent), key);
        const { events, hasMore } = this.catalog.listEvents(name);
        if (node) {
          return node;
        }
        if (!hasMore || events.length === loaded) {
          break;
        }
        loaded = events.length;
        await this.loads.run(parent, (signal) => this.catalog.loadMoreEvents(name, signal));
      }
    }
    return undefined;
  }

  /** Starts over from page one, for everything or for one subject type. */
  refresh(node?: SubjectTypeNode): void {
    this.catalog.markStale(node?.name);
    this.changes.fire(node);
  }

  /** The names of the subject types whose events are in sight, the one expanded last at the end. */
  get expandedNames(): readonly string[] {
    return [...this.expanded].map(({ name }) => name);
  }

  didExpand(node: TreeNode): void {
    if (node.kind === 'subjectType') {
      this.expanded.add(node);
      this.sights.fire();
    }
  }

  /** Nobody sees a collapsed node's children: what is loaded only for them is stopped, and asked for again when expanded. */
  didCollapse(node: TreeNode): void {
    if (node.kind !== 'subjectType') {
      return;
    }
    this.expanded.delete(node);
    this.sights.fire();
    if (this.loads.stop(node)) {
      this.changes.fire(node);
    }
  }

  /**
   * Has VS Code ask for a parent's children anew, unless it has none of them, or will be told at the end of what the
   * user has asked for. The tree itself stays where nothing in it is new: refreshed, it takes the focus back that it has
   * just lost, which closes a pick list.
   */
  private didChange(parent: SubjectTypeNode | undefined): void {
    if (this.atWork.has(parent) || !this.asked.has(parent)) {
      return;
    }
    if (parent || this.outlineOf(this.rootNodes()) !== this.shownRoot) {
      this.changes.fire(parent);
      return;
    }
    // What stands below them may be had again, after a refresh or a failure.
    for (const node of this.subjectTypeNodes.values()) {
      this.didChange(node);
    }
  }

  /** The subject types that have an event: the one expanded last first, then in their order. */
  private parentsOf(key: string): SubjectTypeNode[] {
    const having = this.catalog.findEvent(key)?.subjectTypes ?? [];
    const names = new Set([...this.expandedNames].reverse().concat(this.catalog.listSubjectTypes().names));
    return [...names].filter((name) => having.includes(name)).map((name) => this.subjectTypeNode(name));
  }

  private rootNodes(): TreeNode[] {
    const { names, fault } = this.catalog.listSubjectTypes();
    const nodes: TreeNode[] = names.map((name) => this.subjectTypeNode(name));
    return fault ? [{ kind: 'retry', parent: undefined, fault: fault.fault }, ...nodes] : nodes;
  }

  /** What there is to see of the tree's own children, of which API. */
  private outlineOf(nodes: readonly TreeNode[]): string {
    return JSON.stringify([this.catalog.apiBaseUrl, nodes]);
  }

  private eventNodes(parent: SubjectTypeNode): TreeNode[] {
    return childrenOf(parent, this.catalog, this.grouped);
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
