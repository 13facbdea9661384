import { type Uri, window } from 'vscode';
import { fileNameOf } from '../events/fileNames';
import { type SampleAddress, sampleAt, sampleScheme, sampleUri } from '../presentation/sampleLinks';
import type { PayloadEntry, PayloadVariant } from './library/payloadIndex';
import type { PayloadFiles } from './payloadFiles';

/** The scheme of the copies that can be edited; they live in memory. */
export const copyScheme = 'bitbucket-webhook-copy';

/** A sample that a document shows, or that a copy was made of. */
export interface ShownSample extends SampleAddress {
  readonly entry: PayloadEntry;
  readonly shown: PayloadVariant;
}

/** What a document shows; `undefined` where it isn't one of ours. */
export async function shownSample(uri: Uri | undefined, files: PayloadFiles): Promise<ShownSample | undefined> {
  if (uri?.scheme !== sampleScheme && uri?.scheme !== copyScheme) {
    return undefined;
  }
  const { events } = await files.index();
  const keys = Object.keys(events);
  const address = uri.scheme === sampleScheme ? sampleAt(uri, keys) : copyAt(uri.path, keys);
  const entry = address && events[address.key];
  const shown =
    address?.variant === undefined ? entry?.variants[0] : entry?.variants.find(({ id }) => id === address.variant);
  return address && entry && shown ? { ...address, entry, shown } : undefined;
}

/** What the document in front shows. */
export const activeSample = (files: PayloadFiles): Promise<ShownSample | undefined> =>
  shownSample(window.activeTextEditor?.document.uri, files);

/** Shows a sample as the Explorer shows a file: in the preview tab. */
export async function openSample(address: SampleAddress): Promise<void> {
  await window.showTextDocument(sampleUri(address), { preview: true });
}

/** The path of a copy: its name has the form of the files that people keep, so that the schema goes with it. */
export function copyPath({ key, shown }: ShownSample, number: number): string {
  return `/${[fileNameOf(key), shown.id, ...(number > 1 ? [number] : []), 'bitbucket.json'].join('.')}`;
}

function copyAt(path: string, keys: readonly string[]): SampleAddress | undefined {
  const [, file, variant] = /^\/([^./]+)\.([^./]+)(?:\.\d+)?\.bitbucket\.json$/.exec(path) ?? [];
  const key = keys.find((each) => fileNameOf(each) === file);
  return key === undefined ? undefined : { key, variant };
}
