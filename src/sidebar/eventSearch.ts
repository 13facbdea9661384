import type { EventCatalog } from '../catalog/eventCatalog';
import { eventNodeOf, type EventRows } from './eventRows';
import type { EventNode, SubjectTypeNode } from './nodes';
import type { TreeLoads } from './treeLoads';

/** Where an event stands in the tree. */
export class EventSearch {
  /** @param expandedNames The names of the subject types whose events are in sight, the one expanded last at the end. */
  constructor(
    private readonly catalog: EventCatalog,
    private readonly rows: EventRows,
    private readonly loads: TreeLoads,
    private readonly expandedNames: () => readonly string[],
  ) {}

  /** An event among those that are shown now, or would be if all were expanded. */
  atHand(key: string): EventNode | undefined {
    return this.parentsOf(key)
      .map((parent) => eventNodeOf(this.rows.below(parent), key))
      .find((node) => node !== undefined);
  }

  /** Loads what is missing up to an event, and no further; `undefined` where it doesn't come. */
  async loadUpTo(key: string): Promise<EventNode | undefined> {
    for (const parent of this.parentsOf(key)) {
      const { name } = parent;
      await this.loads.run(parent, (signal) => this.catalog.loadEvents(name, signal));
      let loaded = -1;
      for (;;) {
        const node = eventNodeOf(this.rows.below(parent), key);
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

  /** The subject types that have an event: the one expanded last first, then in their order. */
  private parentsOf(key: string): SubjectTypeNode[] {
    const having = this.catalog.findEvent(key)?.subjectTypes ?? [];
    const names = new Set([...this.expandedNames()].reverse().concat(this.catalog.listSubjectTypes().names));
    return [...names].filter((name) => having.includes(name)).map((name) => this.rows.subjectType(name));
  }
}
