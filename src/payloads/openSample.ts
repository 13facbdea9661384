import { l10n, window } from 'vscode';
import { escapeIcons } from '../presentation/escapeIcons';
import { sampleUri } from '../presentation/payloadLinks';
import type { SampleAddress } from './library/sampleAddress';
import type { PayloadFiles } from './payloadFiles';

/** Shows a sample as the Explorer shows a file: in the preview tab. */
export async function openSample(address: SampleAddress): Promise<void> {
  await window.showTextDocument(sampleUri(address), { preview: true });
}

/** Says that there is no sample of an event, and shows what there is to say about it. */
export async function sayUnknown(key: string): Promise<void> {
  void window.showInformationMessage(l10n.t('There is no sample of {0}.', escapeIcons(key)));
  await openSample({ key });
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
