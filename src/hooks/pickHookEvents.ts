import { l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { byCategory } from '../catalog/byCategory';
import type { EventCatalog } from '../catalog/eventCatalog';
import { isRemoved } from '../events/removed';
import { eventMeaning } from '../presentation/eventText';
import { escapeIcons } from '../presentation/texts';

type SubjectType = 'repository' | 'workspace';

interface EventsQuestion {
  readonly title: string;
  readonly subjectType: SubjectType;
  /** Those that are ticked at first. What Bitbucket no longer sends, or the list doesn't know, comes last. */
  readonly ticked: readonly string[];
}

interface EventPick extends QuickPickItem {
  readonly key?: string;
}

/** The events that a new webhook of a subject type can subscribe to. */
export function offeredEvents(catalog: EventCatalog, subjectType: SubjectType) {
  return catalog
    .listKnownEvents()
    .filter(({ key, subjectTypes }) => subjectTypes.includes(subjectType) && !isRemoved(key));
}

/** Has events of a subject type ticked off, by category; `undefined` if the user goes away. */
export async function pickHookEvents(
  catalog: EventCatalog,
  { title, subjectType, ticked }: EventsQuestion,
): Promise<readonly string[] | undefined> {
  await catalog.ready();
  const offered = offeredEvents(catalog, subjectType);
  const others = ticked.filter((key) => !offered.some((event) => event.key === key));
  const separator = (label: string): EventPick => ({ label, kind: QuickPickItemKind.Separator });
  const picks: EventPick[] = [
    ...[...byCategory(offered)].flatMap(([category, events]) => [
      separator(category),
      ...events.map(({ key, label }) => ({
        label: key,
        description: escapeIcons(label),
        detail: escapeIcons(eventMeaning(key) ?? ''),
        picked: ticked.includes(key),
        key,
      })),
    ]),
    ...(others.length > 0 ? [separator(l10n.t('Subscribed to, but not on offer'))] : []),
    ...others.map((key) => ({
      label: escapeIcons(key),
      description: isRemoved(key) ? l10n.t('no longer sent') : l10n.t('isn’t in the list of events'),
      picked: true,
      key,
    })),
  ];
  const placeHolder = l10n.t('Tick off what it sends');
  for (;;) {
    const options = { title, placeHolder, canPickMany: true, ignoreFocusOut: true, matchOnDetail: true } as const;
    const chosen = await window.showQuickPick(picks, options);
    const keys = chosen?.flatMap(({ key }) => key ?? []);
    if (keys?.length !== 0) {
      return keys;
    }
    // Bitbucket takes no webhook without an event.
    window.setStatusBarMessage(l10n.t('A webhook needs at least one event.'), 4_000);
  }
}
