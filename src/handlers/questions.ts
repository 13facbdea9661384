import { l10n, type QuickPickItem, QuickPickItemKind, type Uri, window } from 'vscode';
import { byCategory } from '../catalog/byCategory';
import type { CatalogEvent } from '../catalog/eventCatalog';
import { eventIcon } from '../presentation/eventIcon';
import { eventMeaning } from '../presentation/eventText';
import { escapeIcons, joinTexts } from '../presentation/texts';
import type { Framework, GeneratedFile } from './generator/framework';
import { pickStep } from './pickStep';
import type { OpenPlace } from './places';

const title = () => l10n.t('New webhook handler');
const totalSteps = 4;

/** `back` to the question before; nothing where the user goes away. */
type Answer<T> = Promise<T | 'back' | undefined>;

/** Which framework; those that projects use come first, with where they are: that of the nearest project before others. */
export async function askFramework(places: ReadonlyMap<Framework, readonly OpenPlace[]>): Answer<Framework> {
  const items = [...places].map(([framework, open]) => {
    const users = open.filter(({ project }) => project.usesFramework);
    const names = users.slice(0, 3).map(({ name }) => escapeIcons(name));
    return { label: framework.name, description: names.join(', '), framework, nearest: users[0] };
  });
  const rank = ({ framework, nearest }: (typeof items)[number]) =>
    nearest ? (places.get(framework) ?? []).indexOf(nearest) : Infinity;
  const picked = await pickStep({
    title: title(),
    placeholder: l10n.t('What does the handler run on?'),
    step: 1,
    totalSteps,
    items: items.sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b))),
  });
  return picked === 'back' ? picked : picked?.[0]?.framework;
}

/** Which events; those that the command was called for are ticked. */
export async function askEvents(events: readonly CatalogEvent[], ticked: ReadonlySet<string>): Answer<string[]> {
  const items = [...byCategory(events).values()].flat().map(({ key, label, category, description }) => ({
    key,
    label: escapeIcons(key),
    description: escapeIcons(joinTexts([label, category], ' · ')),
    detail: escapeIcons(eventMeaning(key) ?? description),
    iconPath: eventIcon({ key, category }),
  }));
  const picked = await pickStep({
    title: title(),
    placeholder: l10n.t('Which events does it handle?'),
    step: 2,
    totalSteps,
    items,
    ticked: items.filter(({ key }) => ticked.has(key)),
  });
  return picked === 'back' ? picked : picked?.map(({ key }) => key);
}

/** A place, or none where the user wants to choose a folder. */
interface PlaceItem extends QuickPickItem {
  readonly place?: OpenPlace;
}

/** Where: one of the places, or a folder of the user's choice. */
export async function askPlace(places: readonly OpenPlace[]): Answer<OpenPlace | Uri> {
  const items = places.map((place): PlaceItem => ({
    label: `$(folder) ${escapeIcons(place.project.folder)}`,
    description: joinTexts([escapeIcons(place.name), place.project.language], ' · '),
    detail: place.project.isNew ? l10n.t('A new project') : l10n.t('A module for the project that is there'),
    place,
  }));
  const other: PlaceItem = { label: l10n.t('Choose another folder…') };
  const separator: PlaceItem = { label: '', kind: QuickPickItemKind.Separator };
  const picked = await pickStep({
    title: title(),
    placeholder: l10n.t('Where does it belong?'),
    step: 3,
    totalSteps,
    items: items.length > 0 ? [...items, separator, other] : [other],
  });
  if (picked === 'back' || picked === undefined) {
    return picked;
  }
  const place = picked[0]?.place;
  if (place) {
    return place;
  }
  return (await askFolder()) ?? 'back';
}

async function askFolder(): Promise<Uri | undefined> {
  const openLabel = l10n.t('Choose');
  const options = { title: title(), openLabel, canSelectFiles: false, canSelectFolders: true };
  return (await window.showOpenDialog(options))?.[0];
}

/** Which of the files, all of them ticked. */
export async function askFiles(files: readonly GeneratedFile[], place: OpenPlace): Answer<GeneratedFile[]> {
  const items = files.map((file) => {
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    const folder = file.path.slice(0, -name.length - 1);
    const lines = file.contents.split('\n').length - 1;
    const description = joinTexts([folder, l10n.t('{0} lines', lines)], ' · ');
    return { label: `$(file) ${escapeIcons(name)}`, description: escapeIcons(description), file };
  });
  const picked = await pickStep({
    title: title(),
    placeholder: l10n.t('Enter creates these files in {0}', place.name),
    step: 4,
    totalSteps,
    items,
    ticked: items,
    accept: l10n.t('Create'),
  });
  return picked === 'back' ? picked : picked?.map(({ file }) => file);
}
