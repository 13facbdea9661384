import { type Disposable, l10n, type QuickPickItem, window } from 'vscode';
import { registerCommand } from '../commands/registerCommand';
import { escapeIcons } from '../presentation/escapeIcons';
import { givenOrPickedKey, givenSample, type Rooms } from './given';
import type { PayloadVariant } from './library/payloadIndex';
import { surenessWord } from './library/surenessText';
import { entryWithVariants, openSample } from './openSample';
import type { PayloadFiles } from './payloadFiles';
import { variantTitle } from './variantText';

/** "Choose variant": of the sample that it is called for, of the one in front, else of an event that the user picks. */
export function registerChooseVariant(rooms: Rooms): Disposable {
  return registerCommand('chooseVariant', async (item?: unknown) => {
    const sample = await givenSample(rooms.files, item);
    const key = sample?.key ?? (await givenOrPickedKey(rooms, item, l10n.t('Choose an event')));
    const variant = key === undefined ? undefined : await pickVariant(rooms.files, key, sample?.shown.id);
    if (key !== undefined && variant) {
      await openSample({ key, variant: variant.id, names: sample?.names });
    }
  });
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
    description: [surenessWord(variant, l10n), ...(variant.id === shown ? [l10n.t('shown now')] : [])].join(' · '),
    variant,
  }));
  const title = l10n.t('What happened: {0}', key);
  return (await window.showQuickPick(picks, { title, matchOnDescription: true }))?.variant;
}
