import { byCategory } from '../catalog/byCategory';
import type { CatalogEvent, EventCatalog, EventList } from '../catalog/eventCatalog';
import type { CategoryNode, EventNode, LoadMoreNode, RetryNode, SubjectTypeNode, TreeNode } from './nodes';

/** The children of a subject type: its events, flat or by category, and what can be done about those not loaded. */
export function childrenOf(subjectType: SubjectTypeNode, catalog: EventCatalog, isGrouped: boolean): TreeNode[] {
  const list = catalog.listEvents(subjectType.name);
  const { name } = subjectType;
  // All that is known of an event, not only what the one list says.
  const events = list.events.map(
    (event) => catalog.findEvent(event.key) ?? { ...event, subjectTypes: [name], origin: list.origin },
  );
  const nodes: TreeNode[] = isGrouped
    ? groupNodes(subjectType, events, catalog)
    : events.map((event) => ({ kind: 'event', event, subjectType, parent: subjectType }));
  const retry = retryNode(subjectType, list);
  const more = loadMoreNode(subjectType, list);
  const all = list.isPageFault ? [...nodes, retry] : [retry, ...nodes, more];
  const shown = all.filter((node) => node !== undefined);
  return shown.length > 0 ? shown : [{ kind: 'empty', parent: subjectType }];
}

/** What loads further events of a subject type, or else again what could not be had; `undefined` where all is well. */
export function leafOf(parent: SubjectTypeNode, list: EventList): LoadMoreNode | RetryNode | undefined {
  return (list.isPageFault ? undefined : loadMoreNode(parent, list)) ?? retryNode(parent, list);
}

/** The node of the event at an index of the list. */
export function eventNodeAt(nodes: readonly TreeNode[], { events }: EventList, index: number): EventNode | undefined {
  const key = events[index]?.key;
  return key === undefined ? undefined : eventNodeOf(nodes, key);
}

/** The node of an event among the children of a subject type. */
export function eventNodeOf(nodes: readonly TreeNode[], key: string): EventNode | undefined {
  return nodes
    .flatMap((node) => (node.kind === 'category' ? node.events : node))
    .find((node): node is EventNode => node.kind === 'event' && node.event.key === key);
}

function retryNode(parent: SubjectTypeNode, { fault }: EventList): RetryNode | undefined {
  return fault && { kind: 'retry', parent, fault: fault.fault };
}

function loadMoreNode(parent: SubjectTypeNode, { events, hasMore, total }: EventList): LoadMoreNode | undefined {
  return hasMore ? { kind: 'loadMore', parent, loaded: events.length, total } : undefined;
}

/** In the order in which the categories first come up. */
function groupNodes(parent: SubjectTypeNode, events: readonly CatalogEvent[], catalog: EventCatalog): CategoryNode[] {
  const known = byCategory(catalog.listKnownEvents().filter(({ subjectTypes }) => subjectTypes.includes(parent.name)));
  return [...byCategory(events)].map(([name, group]) => {
    const members: EventNode[] = [];
    const node: CategoryNode = {
      kind: 'category',
      name,
      parent,
      events: members,
      known: Math.max(group.length, known.get(name)?.length ?? 0),
      family: commonFamily(group),
    };
    members.push(...group.map((event): EventNode => ({ kind: 'event', event, subjectType: parent, parent: node })));
    return node;
  });
}

function commonFamily(events: readonly CatalogEvent[]): string {
  const [family = '', ...others] = new Set(events.map(({ key }) => key.slice(0, key.indexOf(':') + 1)));
  return others.length === 0 ? family : '';
}
