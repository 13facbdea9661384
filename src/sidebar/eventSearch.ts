import { type Disposable, l10n, type TreeView, window } from 'vscode';
import type { EventCatalog } from '../catalog/eventCatalog';
import { pickKnownEvents } from '../commands/pickEvents';
import { registerCommand } from '../commands/registerCommand';
import { escapeIcons } from '../presentation/texts';
import { eventNodeOf } from './eventRows';
import type { EventsTree } from './eventsTree';
import type { EventNode, SubjectTypeNode, TreeNode } from './nodes';

/**
 * "Search events": shows an event in the tree that the user picks by key, name, category or meaning. VS Code's own
 * search in trees knows the labels only of what is loaded, which are the keys.
 *
 * @param show Brings the view into sight.
 */
export function registerSearchEvents(
  catalog: EventCatalog,
  tree: EventsTree,
  view: TreeView<TreeNode>,
  show: () => Promise<void>,
): Disposable {
  const search = new EventSearch(catalog, tree);
  const reveal = (node: EventNode) => view.reveal(node, { select: true, focus: true });
  return registerCommand('searchEvents', async () => {
    const [key] = await pickKnownEvents(catalog, { title: l10n.t('Search events'), several: false });
    if (key === undefined) {
      return;
    }
    await show();
    const atHand = search.atHand(key);
    if (atHand) {
      await reveal(atHand);
    }
    const loaded = await search.loadUpTo(key);
    const isLeft = view.selection.some((node) => node.kind !== 'event' || node.event.key !== key);
    if (!loaded) {
      window.setStatusBarMessage(l10n.t('Bitbucket doesn’t list {0}', escapeIcons(key)), 5_000);
    } else if (view.visible && (!atHand || !isLeft)) {
      // Where it was at hand it may have gone meanwhile, and come back with a later page.
      await reveal(loaded);
    }
  });
}

/** Where an event stands in the tree. */
export class EventSearch {
  constructor(
    private readonly catalog: EventCatalog,
    private readonly tree: EventsTree,
  ) {}

  /**
   * An event where it is to be shown, if it stands there now, or would if that were expanded. Never where a further page
   * of what is in sight may have it: to show it elsewhere would ask for the events there.
   */
  atHand(key: string): EventNode | undefined {
    const [parent] = this.parentsOf(key);
    return parent && eventNodeOf(this.tree.rows.below(parent), key);
  }

  /** Loads what is missing up to an event, and no further; `undefined` where it doesn't come. */
  async loadUpTo(key: string): Promise<EventNode | undefined> {
    for (const parent of this.parentsOf(key)) {
      const { name } = parent;
      await this.tree.watch(this.catalog.loadEvents(name));
      let loaded = -1;
      for (;;) {
        const node = eventNodeOf(this.tree.rows.below(parent), key);
        const { events, hasMore } = this.catalog.listEvents(name);
        if (node) {
          return node;
        }
        if (!hasMore || events.length === loaded) {
          break;
        }
        loaded = events.length;
        await this.tree.watch(this.catalog.loadMoreEvents(name));
      }
    }
    return undefined;
  }

  /** The subject types that have an event: the one expanded last first, then in their order. */
  private parentsOf(key: string): SubjectTypeNode[] {
    const having = this.catalog.findEvent(key)?.subjectTypes ?? [];
    const names = new Set([...this.tree.expandedNames].reverse().concat(this.catalog.listSubjectTypes().names));
    return [...names].filter((name) => having.includes(name)).map((name) => this.tree.rows.subjectType(name));
  }
}
