import { commands, l10n, type QuickPickItem, window } from 'vscode';
import { byCategory } from '../catalog/byCategory';
import type { CatalogEvent, EventCatalog } from '../catalog/eventCatalog';
import { wordsFor } from '../events/words';
import { eventIcon, eventMeaning } from '../presentation/eventText';
import { escapeIcons, joinTexts } from '../presentation/texts';

/** A row of the list; its key is what the list resolves with. */
interface EventPick extends QuickPickItem {
  readonly key: string;
}

/** Moves the focus of a pick list to its first row, where it is on none. */
const focusFirstCommand = 'workbench.action.quickOpenSelectNext';

/**
 * Lets the user pick events; resolves with their keys in the order of the list, or with none if the user goes away.
 *
 * @param several Whether more than one can be picked, by ticking them off.
 * @param first Stands before the events, with a key that none of them has.
 */
export async function pickKnownEvents(
  catalog: EventCatalog,
  title: string,
  several: boolean,
  first: readonly EventPick[] = [],
): Promise<string[]> {
  await catalog.ready();
  return pick([...first, ...eventPicks(catalog)], title, several);
}

/** The same where nothing else has Bitbucket asked for what is new. */
export async function pickEventKeys(...args: Parameters<typeof pickKnownEvents>): Promise<string[]> {
  const [catalog] = args;
  const picked = await pickKnownEvents(...args);
  // Not before: the news would come too late for this list, and refresh a tree that has just lost the focus to it.
  catalog.wake();
  return picked;
}

function pick(picks: readonly EventPick[], title: string, several: boolean): Promise<string[]> {
  const picker = window.createQuickPick<EventPick>();
  picker.title = title;
  picker.placeholder = l10n.t('Search by key, name, category or description');
  picker.matchOnDescription = picker.matchOnDetail = true;
  picker.canSelectMany = several;
  picker.items = picks;
  return new Promise((resolve) => {
    picker.onDidHide(() => {
      picker.dispose();
      resolve([]);
    });
    picker.onDidAccept(async () => {
      const chosen = new Set(await chosenIn(picker));
      if (chosen.size > 0) {
        resolve(picks.filter((each) => chosen.has(each)).map(({ key }) => key));
        picker.hide();
      } else {
        window.setStatusBarMessage(l10n.t('No event matches “{0}”', escapeIcons(picker.value)), 4_000);
      }
    });
    picker.show();
  });
}

/** What is ticked off, else the row that has the focus, else the first: who types and presses Enter means that one. */
async function chosenIn(picker: ReturnType<typeof window.createQuickPick<EventPick>>): Promise<readonly EventPick[]> {
  if (picker.selectedItems.length > 0) {
    return picker.selectedItems;
  }
  if (picker.activeItems.length === 0) {
    await commands.executeCommand(focusFirstCommand);
  }
  return picker.activeItems;
}

/** The known events, by category in the order in which the categories first come up. */
function eventPicks(catalog: EventCatalog): EventPick[] {
  return [...byCategory(catalog.listKnownEvents()).values()].flat().map(eventPick);
}

function eventPick({ key, label, category, description, subjectTypes }: CatalogEvent): EventPick {
  // A row without any would be less high than the others.
  const meaning = eventMeaning(key) ?? (description || l10n.t('Subject types: {0}', subjectTypes.join(', ')));
  const words = wordsFor(key).filter((word) => !`${key} ${label} ${meaning}`.toLowerCase().includes(word));
  const details = [meaning, words.length > 0 ? l10n.t('Found by: {0}', words.join(', ')) : ''];
  return {
    key,
    label: escapeIcons(key),
    description: escapeIcons(joinTexts([label, category], ' · ')),
    detail: escapeIcons(joinTexts(details, ' · ')),
    iconPath: eventIcon(category),
  };
}
