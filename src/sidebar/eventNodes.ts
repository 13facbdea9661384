import { byCategory } from '../catalog/byCategory';
import type { EventList } from '../catalog/eventCatalog';
import type { CategoryNode, EventNode, LoadMoreNode, RetryNode, SubjectTypeNode, TreeNode } from './nodes';

/** The children of a subject type: its events, flat or by category, and what can be done about those not loaded. */
export function childrenOf(subjectType: SubjectTypeNode, list: EventList, isGrouped: boolean): TreeNode[] {
  const nodes: TreeNode[] = isGrouped ? groupNodes(subjectType, list) : eventNodes(subjectType, subjectType, list);
  const leaf = leafOf(subjectType, list);
  if (leaf) {
    return [...nodes, leaf];
  }
  return nodes.length > 0 ? nodes : [{ kind: 'empty', parent: subjectType }];
}

/** What can be done about events that aren't loaded; `undefined` where all are. */
export function leafOf(parent: SubjectTypeNode, list: EventList): LoadMoreNode | RetryNode | undefined {
  if (list.fault) {
    return { kind: 'retry', parent, fault: list.fault.fault };
  }
  return list.hasMore ? { kind: 'loadMore', parent, loaded: list.events.length, total: list.total } : undefined;
}

/** The node of the event at an index of the list. */
export function eventNodeAt(nodes: readonly TreeNode[], { events }: EventList, index: number): EventNode | undefined {
  const key = events[index]?.key;
  return nodes
    .flatMap((node) => (node.kind === 'category' ? node.events : node))
    .find((node): node is EventNode => node.kind === 'event' && node.event.key === key);
}

function eventNodes(
  subjectType: SubjectTypeNode,
  parent: SubjectTypeNode | CategoryNode,
  { events, origin }: Pick<EventList, 'events' | 'origin'>,
): EventNode[] {
  return events.map((event) => ({
    kind: 'event',
    event: { ...event, subjectTypes: [subjectType.name], origin },
    subjectType,
    parent,
  }));
}

/** In the order in which the categories first come up. */
function groupNodes(parent: SubjectTypeNode, { events, origin }: EventList): CategoryNode[] {
  return [...byCategory(events)].map(([name, group]) => {
    const members: EventNode[] = [];
    const node: CategoryNode = { kind: 'category', name, parent, events: members };
    members.push(...eventNodes(parent, node, { events: group, origin }));
    return node;
  });
}
