import { l10n, type QuickPickItem, Uri, window } from 'vscode';
import type { EventCatalog } from '../catalog/eventCatalog';
import { pickEventKeys } from '../commands/pickEvents';
import { keysOfTreeItems } from '../commands/registerCommand';
import { certaintyWord } from '../presentation/certaintyText';
import { escapeIcons, withoutLinks } from '../presentation/texts';
import type { PayloadVariant } from './library/payloadIndex';
import { type PayloadFiles, variantTitle } from './payloadFiles';
import { activeSample, openSample, type ShownSample, shownSample } from './shownSample';

/** What commands on payloads need. */
export interface Rooms {
  readonly catalog: EventCatalog;
  readonly files: PayloadFiles;
}

/**
 * The event keys that a command was called for: those of tree items, the key that a link names, that of a sample's
 * document or of the sample in front. None where it wasn't called for anything.
 */
export async function givenKeys(files: PayloadFiles, item: unknown, items?: unknown): Promise<string[]> {
  if (typeof item === 'string') {
    return [item];
  }
  const fromTree = keysOfTreeItems(item, items);
  if (fromTree.length > 0) {
    return fromTree;
  }
  const sample = await givenSample(files, item);
  return sample ? [sample.key] : [];
}

/** The key that a command was called for, else one that the user picks; `undefined` if the user goes away. */
export async function givenOrPickedKey({ files, catalog }: Rooms, item: unknown, title: string) {
  const [key] = await givenKeys(files, item);
  return key ?? (await pickEventKeys(catalog, title, false))[0];
}

/** The sample whose document a command was called for; called for nothing, the one in front. */
export function givenSample(files: PayloadFiles, item: unknown): Promise<ShownSample | undefined> {
  return item instanceof Uri
    ? shownSample(item, files)
    : item === undefined
      ? activeSample(files)
      : Promise.resolve(undefined);
}

/** The sample that a command was called for; called for nothing, the one in front or one that the user picks. */
export async function sampleFor(rooms: Rooms, item: unknown): Promise<ShownSample | undefined> {
  const sample = await givenSample(rooms.files, item);
  if (sample) {
    return sample;
  }
  const key = await givenOrPickedKey(rooms, item, l10n.t('Choose an event'));
  const entry = key === undefined ? undefined : await entryWithVariants(rooms.files, key);
  if (key === undefined || !entry) {
    return undefined;
  }
  // Whoever names an event, as by a row of the view, means its default.
  const shown = item === undefined ? await pickVariant(rooms.files, key) : entry.variants[0];
  return shown && { key, variant: shown.id, entry, shown };
}

/** Lets the user say what happened; `shown` stands first. `undefined` if the user goes away, or there is nothing to pick. */
export async function pickVariant(
  files: PayloadFiles,
  key: string,
  shown?: string,
): Promise<PayloadVariant | undefined> {
  const entry = await entryWithVariants(files, key);
  const [first, ...others] = entry?.variants ?? [];
  if (!first || others.length === 0) {
    return first;
  }
  const variants = [...(entry?.variants ?? [])].sort((a, b) => Number(b.id === shown) - Number(a.id === shown));
  const picks = variants.map((variant): QuickPickItem & { variant: PayloadVariant } => ({
    label: escapeIcons(variantTitle(variant)),
    description: [certaintyWord(variant, l10n), ...(variant.id === shown ? [l10n.t('shown now')] : [])].join(' · '),
    variant,
  }));
  const title = l10n.t('What happened: {0}', key);
  return (await window.showQuickPick(picks, { title, matchOnDescription: true }))?.variant;
}

/** The entry of an event with variants; without any, the user has been told so and gets `undefined`. */
export async function entryWithVariants(files: PayloadFiles, key: string) {
  const entry = await files.entry(key);
  if (!entry || entry.variants.length === 0) {
    await sayUnknown(key);
    return undefined;
  }
  return entry;
}

/** Says that there is no sample of an event, and shows what there is to say about it. */
async function sayUnknown(key: string): Promise<void> {
  void window.showInformationMessage(withoutLinks(l10n.t('There is no sample of {0}.', key)));
  await openSample({ key });
}
