import { l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { byCategory } from '../catalog/byCategory';
import type { CatalogEvent, EventCatalog } from '../catalog/eventCatalog';
import { escapeIcons } from '../presentation/escapeIcons';
import { joinTexts } from '../presentation/joinTexts';

interface EventPick extends QuickPickItem {
  readonly key?: string;
}

const options = {
  placeHolder: l10n.t('Search by key, name, category or description'),
  matchOnDescription: true,
  matchOnDetail: true,
};

/** Lets the user pick an event; resolves with its key, or with none if the user goes away. */
export async function pickEventKey(catalog: EventCatalog, title: string): Promise<string[]> {
  const picked = await window.showQuickPick(eventPicks(catalog), { ...options, title });
  // Not before: the news would come too late for this list, and refresh a tree that has just lost the focus to it.
  catalog.wake();
  return picked?.key === undefined ? [] : [picked.key];
}

/** Lets the user pick several events; resolves with their keys in the order of the list. */
export async function pickEventKeys(catalog: EventCatalog, title: string): Promise<string[]> {
  const picked = await window.showQuickPick(eventPicks(catalog), { ...options, title, canPickMany: true });
  catalog.wake();
  return picked?.flatMap(({ key }) => key ?? []) ?? [];
}

/** The known events, grouped by category in the order in which the categories first come up. */
async function eventPicks(catalog: EventCatalog): Promise<EventPick[]> {
  await catalog.ready();
  return [...byCategory(catalog.listKnownEvents())].flatMap(([category, events]): EventPick[] => [
    { label: escapeIcons(category), kind: QuickPickItemKind.Separator },
    ...events.map(eventPick),
  ]);
}

function eventPick({ key, label, category, description }: CatalogEvent): EventPick {
  return {
    key,
    label: escapeIcons(key),
    // The category again, since a separator isn't searched.
    description: escapeIcons(joinTexts([label, category], ' · ')),
    detail: escapeIcons(description),
  };
}
