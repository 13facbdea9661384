import { byCategory } from '../catalog/byCategory';
import type { CatalogEvent, EventCatalog, EventList } from '../catalog/eventCatalog';
import { type KeepRow, KeptRows } from './keptRows';
import type { CategoryNode, EventNode, LoadMoreNode, RetryNode, SubjectTypeNode, TreeNode } from './nodes';

/** The tree's rows as the catalogue has them now. */
export class EventRows {
  isGrouped = false;
  /** One object for each name, also of subject types that have gone and may come back. */
  private readonly subjectTypes = new Map<string, SubjectTypeNode>();
  private readonly kept = new Map<SubjectTypeNode | undefined, KeptRows>();

  constructor(private readonly catalog: EventCatalog) {}

  /** The rows below another one; without one, the tree's own. */
  below(parent?: TreeNode): TreeNode[] {
    switch (parent?.kind) {
      case undefined:
        return this.keptBelow(undefined).update((keep) => this.ofTree(keep));
      case 'subjectType':
        return this.keptBelow(parent).update((keep) => this.ofSubjectType(parent, keep));
      case 'category':
        return [...parent.events];
      default:
        return [];
    }
  }

  subjectType(name: string): SubjectTypeNode {
    const node = this.subjectTypes.get(name) ?? { kind: 'subjectType', name };
    this.subjectTypes.set(name, node);
    return node;
  }

  private keptBelow(parent: SubjectTypeNode | undefined): KeptRows {
    const kept = this.kept.get(parent) ?? new KeptRows();
    this.kept.set(parent, kept);
    return kept;
  }

  private ofTree(keep: KeepRow): TreeNode[] {
    const { names, fault } = this.catalog.listSubjectTypes();
    const nodes = names.map((name) => this.subjectType(name));
    return fault ? [keep('retry', { kind: 'retry', parent: undefined, fault: fault.fault }), ...nodes] : nodes;
  }

  /** Its events, flat or by category, and what can be done about those not loaded. */
  private ofSubjectType(parent: SubjectTypeNode, keep: KeepRow): TreeNode[] {
    const { catalog } = this;
    const list = catalog.listEvents(parent.name);
    // All that is known of an event, not only what the one list says.
    const events = list.events.map(
      (event) => catalog.findEvent(event.key) ?? { ...event, subjectTypes: [parent.name], origin: list.origin },
    );
    const nodes = this.isGrouped
      ? this.categories(parent, events, keep)
      : events.map((event) => eventNode(event, parent, parent, keep));
    const retry = list.fault && keep<RetryNode>('retry', { kind: 'retry', parent, fault: list.fault.fault });
    const more = list.hasMore ? keep('more', loadMoreNode(parent, list)) : undefined;
    const all = list.isPageFault ? [...nodes, retry] : [retry, ...nodes, more];
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

function loadMoreNode(parent: SubjectTypeNode, { events, total }: EventList): LoadMoreNode {
  return { kind: 'loadMore', parent, loaded: events.length, total };
}

function commonFamily(events: readonly CatalogEvent[]): string {
  const [family = '', ...others] = new Set(events.map(({ key }) => key.slice(0, key.indexOf(':') + 1)));
  return others.length === 0 ? family : '';
}
