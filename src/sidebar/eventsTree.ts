import { type Disposable, EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import type { EventCatalog } from '../catalog/eventCatalog';
import { isAbort } from '../catalog/sharedRequest';
import { eventNodeOf, EventRows, leafOf } from './eventRows';
import type { EventNode, LoadedParent, LoadMoreNode, RetryNode, SubjectTypeNode, TreeNode } from './nodes';
import { ShownRows } from './shownRows';
import { tooltipOf } from './treeItems';

/**
 * The tree of subject types and their events: the catalogue as it stands, at once. What comes into sight has loaded what
 * nobody has loaded yet, and a change event tells when it has come. Further pages and retries are commands of their own,
 * since a change event asks for children as well and can't be told from them.
 */
export class EventsTree implements TreeDataProvider<TreeNode>, Disposable {
  private readonly changes = new EventEmitter<TreeNode | TreeNode[] | undefined>();
  private readonly sights = new EventEmitter<void>();
  private readonly subscription: { dispose(): void };
  private readonly shown: ShownRows;
  /** The subject types whose events are in sight, the one expanded last at the end. */
  private readonly expanded = new Set<SubjectTypeNode>();

  readonly rows: EventRows;
  readonly onDidChangeTreeData = this.changes.event;
  /** Fires when the events of other subject types are in sight. */
  readonly onDidChangeSight = this.sights.event;

  /** @param showProgress Shows progress until a load has ended. */
  constructor(
    private readonly catalog: EventCatalog,
    private readonly showProgress: (load: Promise<void>) => void,
  ) {
    this.rows = new EventRows(catalog);
    this.shown = new ShownRows((parent) => this.rows.below(parent));
    this.subscription = catalog.onDidChange((name) => {
      this.announce();
      if (name === undefined) {
        // What stands below the subject types may be had only now; of another API, they themselves.
        this.loadInSight(!catalog.isReady);
      }
    });
  }

  dispose(): void {
    this.subscription.dispose();
    this.changes.dispose();
    this.sights.dispose();
  }

  /** Whether events stand under their categories. */
  get isGrouped(): boolean {
    return this.rows.isGrouped;
  }

  set isGrouped(grouped: boolean) {
    this.rows.isGrouped = grouped;
    this.announce();
  }

  getTreeItem(node: TreeNode): TreeItem {
    return this.shown.giveItem(node);
  }

  resolveTreeItem(item: TreeItem, node: TreeNode): TreeItem {
    item.tooltip = tooltipOf(node);
    return item;
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.kind === 'subjectType' ? undefined : node.parent;
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    // A file of this machine; never the network.
    await this.catalog.ready();
    if (node === undefined) {
      this.load(node);
    } else {
      this.didExpand(node);
    }
    return this.shown.giveBelow(node);
  }

  /**
   * What "Load more…" and "Retry" do: load the next page, or again what failed. Resolves with the first event that has
   * taken the leaf's place, if there is one.
   */
  async loadMore(node: LoadMoreNode | RetryNode): Promise<EventNode | undefined> {
    const { parent } = node;
    const { atWork } = this.rows;
    if (atWork.has(parent)) {
      return undefined;
    }
    const before = node.kind === 'loadMore' ? node.loaded : undefined;
    atWork.add(parent);
    this.announce();
    try {
      await this.watch(
        node.kind === 'loadMore'
          ? this.catalog.loadMoreEvents(node.parent.name)
          : parent
            ? this.catalog.retryEvents(parent.name)
            : this.catalog.retrySubjectTypes(),
      );
    } finally {
      atWork.delete(parent);
      this.announce();
    }
    const first = parent && before !== undefined ? this.catalog.listEvents(parent.name).events[before] : undefined;
    return first && eventNodeOf(this.rows.below(parent), first.key);
  }

  /**
   * The leaves "Load more…" and "Retry" of the subject types that these nodes are of or in; if they have none, those of
   * the whole tree.
   */
  leaves(nodes: readonly TreeNode[]): (LoadMoreNode | RetryNode)[] {
    const roots = this.rows.below();
    const all = [undefined, ...roots].flatMap((parent) => leafOf(parent ? this.rows.below(parent) : roots) ?? []);
    const chosen = new Set(nodes.map(subjectTypeNodeOf));
    const meant = all.filter(({ parent }) => parent !== undefined && chosen.has(parent));
    return meant.length > 0 ? meant : all;
  }

  /** Starts over from page one, for everything or for one subject type. */
  refresh(node?: SubjectTypeNode): void {
    this.catalog.markStale(node?.name);
    if (node === undefined) {
      this.loadInSight(true);
    } else if (this.expanded.has(node)) {
      this.load(node);
    }
  }

  /** The names of the subject types whose events are in sight, the one expanded last at the end. */
  get expandedNames(): readonly string[] {
    return [...this.expanded].map(({ name }) => name);
  }

  didExpand(node: TreeNode): void {
    if (node.kind === 'subjectType') {
      this.expanded.add(node);
      this.sights.fire();
      this.load(node);
    }
  }

  didCollapse(node: TreeNode): void {
    if (node.kind === 'subjectType') {
      this.expanded.delete(node);
      this.sights.fire();
    }
  }

  /** Waits for a load, if there is one, and shows that it is under way. One that is overtaken leaves things as they are. */
  async watch(load: Promise<void> | undefined): Promise<void> {
    if (!load) {
      return;
    }
    this.showProgress(load);
    try {
      await load;
    } catch (error) {
      if (!isAbort(error)) {
        throw error;
      }
    }
  }

  /** Has loaded what is missing of a parent's children. */
  private load(parent: LoadedParent): void {
    void this.watch(parent ? this.catalog.loadEvents(parent.name) : this.catalog.loadSubjectTypes());
  }

  /** @param withSubjectTypes Whether these are missing as well as their events. */
  private loadInSight(withSubjectTypes: boolean): void {
    if (!this.shown.hasBelow(undefined)) {
      // Where VS Code will ask for the tree, that loads it.
      return;
    }
    for (const parent of [...(withSubjectTypes ? [undefined] : []), ...this.expanded]) {
      this.load(parent);
    }
  }

  private announce(): void {
    const news = this.shown.takeNews();
    if (news.length > 0) {
      this.changes.fire(news.includes(undefined) ? undefined : news.filter((node) => node !== undefined));
    }
  }
}

/** The subject type that a node is or belongs to. */
function subjectTypeNodeOf(node: TreeNode): SubjectTypeNode | undefined {
  return node.kind === 'subjectType' ? node : node.kind === 'event' ? node.subjectType : node.parent;
}
