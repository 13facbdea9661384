import { commands, type Disposable, env, l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { CatalogEvent, EventCatalog } from '../catalog/eventCatalog';
import { escapeIcons } from '../presentation/escapeIcons';

const confirmationTime = 4000;

/**
 * "Copy event key": of the given tree items, else of an event picked from a list. With several items selected, VS Code
 * passes the clicked one and then all of them.
 */
export function registerCopyEventKey(catalog: EventCatalog): Disposable {
  return commands.registerCommand('bitbucketWebhooks.copyEventKey', async (item?: unknown, items?: unknown) => {
    const fromTree = (Array.isArray(items) && items.length > 0 ? items : [item]).flatMap(keyOfTreeItem);
    catalog.wake();
    const keys = fromTree.length > 0 ? fromTree : await pickEventKey(catalog.listKnownEvents());
    if (keys.length === 0) {
      return;
    }
    await env.clipboard.writeText(keys.join('\n'));
    const [key = ''] = keys;
    window.setStatusBarMessage(
      keys.length === 1
        ? l10n.t('$(copy) Copied {0}', escapeIcons(key))
        : l10n.t('$(copy) Copied {0} event keys', keys.length),
      confirmationTime,
    );
  });
}

function keyOfTreeItem(item: unknown): string[] {
  if (typeof item !== 'object' || item === null || !('event' in item)) {
    return [];
  }
  return [(item.event as CatalogEvent).key];
}

interface EventPick extends QuickPickItem {
  readonly key?: string;
}

async function pickEventKey(events: readonly CatalogEvent[]): Promise<string[]> {
  const picked = await window.showQuickPick(eventPicks(events), {
    title: l10n.t('Copy Bitbucket webhook event key'),
    placeHolder: l10n.t('Search by key, name, category or description'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.key === undefined ? [] : [picked.key];
}

/** The events as a pick list, grouped by category in the order in which the categories first come up. */
function eventPicks(events: readonly CatalogEvent[]): EventPick[] {
  const categories = [...new Set(events.map(({ category }) => category))];
  return categories.flatMap((category): EventPick[] => [
    { label: escapeIcons(category), kind: QuickPickItemKind.Separator },
    ...events.filter((event) => event.category === category).map(eventPick),
  ]);
}

function eventPick({ key, label, category, description }: CatalogEvent): EventPick {
  return {
    key,
    label: escapeIcons(key),
    // The category again, since a separator isn't searched.
    description: escapeIcons([label, category].filter((text) => text !== '').join(' · ')),
    detail: escapeIcons(description),
  };
}
