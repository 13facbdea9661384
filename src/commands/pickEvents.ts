import { l10n, type QuickPick, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { byCategory } from '../catalog/byCategory';
import type { CatalogEvent, EventCatalog } from '../catalog/eventCatalog';
import { eventIndex, type FoundEvents } from '../catalog/eventIndex';
import { removedLast } from '../events/removed';
import { eventIcon } from '../presentation/eventIcon';
import { eventMeaning } from '../presentation/eventText';
import { removalWords } from '../presentation/removalText';
import { escapeIcons, joinTexts } from '../presentation/texts';

/** A row: of an event, or of what is said about the list. */
interface EventPick extends QuickPickItem {
  readonly key?: string;
}

interface PickOptions {
  readonly title: string;
  /** Whether more than one can be picked, by ticking them off. */
  readonly several: boolean;
  /** Which events there are to pick; all where nothing is said. */
  readonly isOffered?: (key: string) => boolean;
  /** What is in the box at first. */
  readonly query?: string | undefined;
  /** Stands before the events while nothing is typed, with keys that none of them has. */
  readonly first?: readonly EventPick[];
}

/**
 * Lets the user pick events; resolves with their keys in the order of the list, or with none if the user goes away.
 */
export async function pickKnownEvents(catalog: EventCatalog, options: PickOptions): Promise<string[]> {
  await catalog.ready();
  const { isOffered = () => true } = options;
  const events = [...byCategory(catalog.listKnownEvents()).values()].flat().filter(({ key }) => isOffered(key));
  return pick(events.sort(removedLast), options);
}

/** The same where nothing else has Bitbucket asked for what is new. */
export async function pickEventKeys(
  catalog: EventCatalog,
  title: string,
  several: boolean,
  more: Pick<PickOptions, 'query' | 'first' | 'isOffered'> = {},
): Promise<string[]> {
  const picked = await pickKnownEvents(catalog, { title, several, ...more });
  // Not before: the news would come too late for this list, and refresh a tree that has just lost the focus to it.
  catalog.wake();
  return picked;
}

function pick(
  events: readonly CatalogEvent[],
  { title, several, query = '', first = [] }: PickOptions,
): Promise<string[]> {
  const search = eventIndex(events, (key) => eventMeaning(key) ?? '');
  const picker = window.createQuickPick<EventPick>();
  picker.title = title;
  picker.placeholder = l10n.t('Search by key, name, or what happens: “PR merged”');
  picker.matchOnDescription = picker.matchOnDetail = true;
  picker.canSelectMany = several;
  // Else VS Code sorts what is found by the letters of its label. A property that the API has only as a proposal.
  Object.assign(picker, { sortByLabel: false });
  /** The row that Enter means where none has the focus. */
  let best: EventPick | undefined;
  const list = () => {
    const ticked = new Set(picker.selectedItems.map(({ key }) => key));
    const found = search(picker.value);
    const rows = [...(picker.value === '' ? first : []), ...rowsFor(events, found, picker.value, several)];
    best = found.events.length > 0 ? rows.find(({ key }) => key !== undefined) : undefined;
    // What is ticked off stays in sight, since it will be picked.
    const others = events.filter(({ key }) => ticked.has(key) && !rows.some((row) => row.key === key));
    picker.items = [...rows, ...others.map(eventPick)];
    picker.selectedItems = picker.items.filter(({ key }) => key !== undefined && ticked.has(key));
  };
  picker.value = query;
  list();
  return new Promise((resolve) => {
    picker.onDidChangeValue(list);
    picker.onDidHide(() => {
      picker.dispose();
      resolve([]);
    });
    picker.onDidAccept(() => {
      const chosen = new Set(chosenIn(picker, best).map(({ key }) => key));
      const keys = [...first, ...events].flatMap(({ key }) => (key !== undefined && chosen.has(key) ? [key] : []));
      if (keys.length > 0) {
        resolve(keys);
        picker.hide();
      } else {
        window.setStatusBarMessage(noEventText(picker.value), 4_000);
      }
    });
    picker.show();
  });
}

/** The rows for what is typed: never none. */
function rowsFor(
  events: readonly CatalogEvent[],
  found: FoundEvents<CatalogEvent>,
  typed: string,
  several: boolean,
): EventPick[] {
  if (found.events.length > 0) {
    const rows = found.events.map(eventPick);
    return found.isExact ? rows : [separator(l10n.t('No exact match. Did you mean …')), ...rows];
  }
  const rows = events.map(eventPick);
  // A row of its own is what Enter means then; among boxes that can be ticked off, nothing is.
  return several
    ? [separator(noEventText(typed)), ...rows]
    : [{ label: noEventText(typed), detail: l10n.t('All events are below.'), alwaysShow: true }, ...rows];
}

const noEventText = (typed: string): string => l10n.t('No event matches “{0}”', escapeIcons(typed));

const separator = (label: string): EventPick => ({ label, kind: QuickPickItemKind.Separator });

/** What is ticked off, else the row that has the focus, else the best: who types and presses Enter means that one. */
function chosenIn(
  { selectedItems, activeItems, items, canSelectMany }: QuickPick<EventPick>,
  best: EventPick | undefined,
): readonly EventPick[] {
  if (canSelectMany && selectedItems.length > 0) {
    return selectedItems;
  }
  // Who types fast presses Enter before VS Code has the rows for it.
  const active = activeItems.filter((item) => items.includes(item) && item.kind !== QuickPickItemKind.Separator);
  return active.length > 0 ? active : best ? [best] : [];
}

function eventPick({ key, label, category, description, subjectTypes }: CatalogEvent): EventPick {
  // A row without any would be less high than the others.
  const meaning = eventMeaning(key) ?? (description || l10n.t('Subject types: {0}', subjectTypes.join(', ')));
  return {
    key,
    label: escapeIcons(key),
    description: escapeIcons(joinTexts([label, category, removalWords(key)], ' · ')),
    detail: escapeIcons(meaning),
    iconPath: eventIcon({ key, category }),
    // It was found by words that need not stand in the row.
    alwaysShow: true,
  };
}
