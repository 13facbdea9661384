import { EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import { isSameSubject, subjectName, subjectTypeOf } from '../bitbucket/hookSubject';
import type { EventCatalog } from '../catalog/eventCatalog';
import { isRemoved } from '../events/removed';
import type { Comparison } from './comparison/compare';
import { handlerOf, neverSent } from './comparison/withHooks';
import { type Finding, findingsOf } from './rest/findings';
import type { AttachedHook } from './rest/hook';
import type { HookLists } from './rest/hookLists';
import { hookItem, tooltipOf } from './hookItems';
import type { FindingNode, HookEventNode, HookNode, HooksNode, SubjectNode } from './nodes';
import type { Repositories } from './repositories';

/**
 * Repositories and workspaces, their hooks, and below these what is wrong with them and their events. What comes into
 * sight is loaded, and nothing else: VS Code asks for children only while the view is visible.
 */
export class HooksTree implements TreeDataProvider<HooksNode> {
  private readonly changes = new EventEmitter<HooksNode[] | undefined>();
  /** Each the same object for as long as it is listed: by it VS Code is told what is new below it. */
  private readonly subjects = new Map<string, SubjectNode>();

  readonly onDidChangeTreeData = this.changes.event;

  /**
   * @param isOpen Whether there is somebody signed in whose token may be sent.
   * @param showProgress Shows progress until a load has ended.
   * @param compared What the code does with events, once somebody has compared.
   */
  constructor(
    private readonly repositories: Repositories,
    private readonly lists: HookLists,
    private readonly catalog: EventCatalog,
    private readonly isOpen: () => boolean,
    private readonly showProgress: (load: Promise<void>) => void,
    private readonly compared: () => Comparison | undefined,
  ) {
    lists.onDidChange((changed) => {
      if (this.compared()) {
        // What is said of all hooks together may be something else now.
        this.announce();
        return;
      }
      // What comes twice is said of the hooks of the whole workspace.
      const news = [...this.subjects.values()].filter(({ subject }) =>
        isSameSubject({ workspace: subject.workspace }, { workspace: changed.workspace }),
      );
      this.fire(news);
    });
  }

  /** Has everything asked for anew that is in sight. */
  announce(): void {
    this.changes.fire(undefined);
  }

  /** How much is wrong with the hooks that are known. */
  get findings(): number {
    const ofHooks = this.lists.all.reduce((sum, attached) => sum + this.findingsOf(attached).length, 0);
    return ofHooks + this.findingsOfAll().length;
  }

  async getChildren(parent?: HooksNode): Promise<HooksNode[]> {
    if (!parent) {
      return this.isOpen() ? [...(await this.listed()), ...this.findingsOfAll()] : [];
    }
    switch (parent.kind) {
      case 'subject':
        this.load(parent);
        return this.belowSubject(parent);
      case 'hook':
        return [
          ...parent.findings.map((finding) => ({ kind: 'finding', finding, parent }) as const),
          ...parent.hook.events.map((key) => this.eventNode(key, parent)),
        ];
      default:
        return [];
    }
  }

  getTreeItem(node: HooksNode): TreeItem {
    return hookItem(node.kind === 'subject' ? this.current(node) : node);
  }

  resolveTreeItem(item: TreeItem, node: HooksNode): TreeItem {
    item.tooltip = tooltipOf(node);
    return item;
  }

  getParent(node: HooksNode): HooksNode | undefined {
    return node.kind === 'subject' ? undefined : node.parent;
  }

  /** What "Retry" does. Only of rows of this tree: no link can have something asked for. */
  retry(node: unknown): void {
    this.reload([...this.subjects.values()].filter((each) => each === node));
  }

  /** Asks for all anew that is listed. */
  refresh(): void {
    this.reload([...this.subjects.values()]);
  }

  private fire(nodes: readonly SubjectNode[]): void {
    if (nodes.length > 0) {
      this.changes.fire([...nodes]);
    }
  }

  private reload(nodes: readonly SubjectNode[]): void {
    nodes.forEach(({ subject }) => {
      this.showProgress(this.lists.reload(subject));
    });
    this.fire(nodes);
  }

  private load({ subject }: SubjectNode): void {
    const load = this.lists.want(subject);
    if (load) {
      this.showProgress(load);
    }
  }

  private async listed(): Promise<HooksNode[]> {
    const listed = await this.repositories.list();
    this.lists.retain(listed.map(({ subject }) => subject));
    const before = new Map(this.subjects);
    this.subjects.clear();
    return listed.map((each) => {
      const name = subjectName(each.subject);
      const node: SubjectNode = { kind: 'subject', ...each, state: this.lists.get(each.subject) };
      const kept = Object.assign(before.get(name) ?? node, node);
      this.subjects.set(name, kept);
      return kept;
    });
  }

  private current(node: SubjectNode): SubjectNode {
    return Object.assign(node, { state: this.lists.get(node.subject) });
  }

  private belowSubject(node: SubjectNode): HooksNode[] {
    const parent = this.current(node);
    const { list, error, loading } = parent.state;
    const note = (name: 'loading' | 'empty' | 'cut' | 'malformed') => ({ kind: 'note', note: name, parent }) as const;
    const hooks = (list?.hooks ?? []).map((hook): HookNode => {
      const attached = { subject: parent.subject, hook };
      return { kind: 'hook', ...attached, parent, findings: this.findingsOf(attached) };
    });
    return [
      ...(error && !loading ? [{ kind: 'fault', fault: error.fault, parent } as const] : []),
      ...(loading && (!list || error) ? [note('loading')] : []),
      ...hooks,
      ...(list?.isCut === true ? [note('cut')] : []),
      ...(list && list.malformed > 0 ? [note('malformed')] : []),
      ...(list?.hooks.length === 0 && list.malformed === 0 && !list.isCut ? [note('empty')] : []),
    ];
  }

  /** What no hook sends can be told only when all are known. */
  private findingsOfAll(): readonly FindingNode[] {
    const comparison = this.compared();
    const states = [...this.subjects.values()].map(({ subject }) => this.lists.get(subject));
    const areKnown = states.length > 0 && states.every(({ list }) => list && !list.isCut && list.malformed === 0);
    const events = comparison && areKnown ? neverSent(comparison, this.lists.all) : [];
    return events.length > 0 ? [{ kind: 'finding', finding: { kind: 'notSent', events }, parent: undefined }] : [];
  }

  private findingsOf(attached: AttachedHook): readonly Finding[] {
    const comparison = this.compared();
    return findingsOf(attached, this.lists.all, {
      isHandled: comparison && handlerOf(comparison),
      isKnown: (key) => this.catalog.findEvent(key) !== undefined,
      isRemoved,
    });
  }

  private eventNode(key: string, parent: HookNode): HookEventNode {
    const { origin } = this.catalog.listSubjectTypes();
    const unknown = { key, category: '', label: '', description: '', subjectTypes: [], origin };
    const name = subjectTypeOf(parent.subject);
    return { kind: 'event', event: this.catalog.findEvent(key) ?? unknown, subjectType: { name }, parent };
  }
}
