import { byCategory } from '../catalog/byCategory';
import type { CatalogEvent, EventCatalog } from '../catalog/eventCatalog';
import type {
  CategoryNode,
  EventNode,
  LoadedParent,
  LoadMoreNode,
  RetryNode,
  SubjectTypeNode,
  TreeNode,
} from './nodes';

/** Gives a row the object that it had before, if it had one, with what is known of it now. */
type KeepRow = <N extends TreeNode>(id: string, row: N) => N;

/**
 * The tree's rows as the catalogue has them now, each the same object for as long as it stands in the same place: VS Code
 * knows rows by their objects, and can be told what is new of a row only by the one that it has.
 */
export class EventRows {
  isGrouped = false;
  /** Whose "Load more…" or "Retry" is at work. */
  readonly atWork = new Set<LoadedParent>();
  /** One object for each name, also of subject types that have gone and may come back. */
  private readonly subjectTypes = new Map<string, SubjectTypeNode>();
  private readonly kept = new Map<LoadedParent, ReadonlyMap<string, TreeNode>>();

  constructor(private readonly catalog: EventCatalog) {}

  /** The rows below another one; without one, the tree's own. */
  below(parent?: TreeNode): TreeNode[] {
    switch (parent?.kind) {
      case undefined:
      case 'subjectType':
        return this.keepBelow(parent, (keep) => (parent ? this.ofSubjectType(parent, keep) : this.ofTree(keep)));
      case 'category':
        return [...parent.events];
      default:
        return [];
    }
  }

  subjectType(name: string): SubjectTypeNode {
    const row: SubjectTypeNode = { kind: 'subjectType', name, isGrouped: this.isGrouped };
    const node = Object.assign(this.subjectTypes.get(name) ?? row, row);
    this.subjectTypes.set(name, node);
    return node;
  }

  /** @param make Makes the rows as they are now; the id tells them apart, and which kind they are of. */
  private keepBelow(parent: LoadedParent, make: (keep: KeepRow) => TreeNode[]): TreeNode[] {
    const before = this.kept.get(parent);
    const now = new Map<string, TreeNode>();
    this.kept.set(parent, now);
    return make((id, row) => {
      const kept = Object.assign(before?.get(id) ?? row, row);
      now.set(id, kept);
      return kept;
    });
  }

  private ofTree(keep: KeepRow): TreeNode[] {
    const { names, fault } = this.catalog.listSubjectTypes();
    const nodes = names.map((name) => this.subjectType(name));
    const isAtWork = this.atWork.has(undefined);
    return fault
      ? [keep('retry', { kind: 'retry', parent: undefined, fault: fault.fault, isAtWork }), ...nodes]
      : nodes;
  }

  /** Its events, flat or by category, and what can be done about those not loaded. */
  private ofSubjectType(parent: SubjectTypeNode, keep: KeepRow): TreeNode[] {
    const { events, origin, hasMore, total, fault, isPageFault } = this.catalog.listEvents(parent.name);
    // All that is known of an event, not only what the one list says.
    const known = events.map(
      (event) => this.catalog.findEvent(event.key) ?? { ...event, subjectTypes: [parent.name], origin },
    );
    const nodes = this.isGrouped
      ? this.categories(parent, known, keep)
      : known.map((event) => eventNode(event, parent, parent, keep));
    const isAtWork = this.atWork.has(parent);
    const retry = fault && keep<RetryNode>('retry', { kind: 'retry', parent, fault: fault.fault, isAtWork });
    const more =
      hasMore && !isPageFault
        ? keep<LoadMoreNode>('more', { kind: 'loadMore', parent, loaded: events.length, total, isAtWork })
        : undefined;
    const all = isPageFault ? [...nodes, retry] : [retry, ...nodes, more];
    const shown = all.filter((node) => node !== undefined);
    return shown.length > 0 ? shown : [keep('empty', { kind: 'empty', parent })];
  }

  /** In the order in which the categories first come up. */
  private categories(parent: SubjectTypeNode, events: readonly CatalogEvent[], keep: KeepRow): CategoryNode[] {
    const ofParent = this.catalog.listKnownEvents().filter(({ subjectTypes }) => subjectTypes.includes(parent.name));
    const known = byCategory(ofParent);
    return [...byCategory(events)].map(([name, group]) => {
      const members: EventNode[] = [];
      const node = keep<CategoryNode>(`category:${name}`, {
        kind: 'category',
        name,
        parent,
        events: members,
        known: Math.max(group.length, known.get(name)?.length ?? 0),
        family: commonFamily(group),
      });
      members.push(...group.map((event) => eventNode(event, parent, node, keep)));
      return node;
    });
  }
}

/** The node of an event among the rows below a subject type. */
export function eventNodeOf(rows: readonly TreeNode[], key: string): EventNode | undefined {
  return rows
    .flatMap((node) => (node.kind === 'category' ? node.events : node))
    .find((node): node is EventNode => node.kind === 'event' && node.event.key === key);
}

/** What loads further events of a subject type, or else again what could not be had; `undefined` where all is well. */
export function leafOf(rows: readonly TreeNode[]): LoadMoreNode | RetryNode | undefined {
  return rows.find((node) => node.kind === 'loadMore') ?? rows.find((node) => node.kind === 'retry');
}

function eventNode(
  event: CatalogEvent,
  subjectType: SubjectTypeNode,
  parent: SubjectTypeNode | CategoryNode,
  keep: KeepRow,
): EventNode {
  return keep(`event:${event.key}`, { kind: 'event', event, subjectType, parent });
}

function commonFamily(events: readonly CatalogEvent[]): string {
  const [family = '', ...others] = new Set(events.map(({ key }) => key.slice(0, key.indexOf(':') + 1)));
  return others.length === 0 ? family : '';
}
