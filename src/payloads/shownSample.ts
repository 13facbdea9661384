import { type Uri, window } from 'vscode';
import { sampleScheme } from '../presentation/payloadLinks';
import { fileNameOf } from './library/fileNames';
import type { PayloadEntry, PayloadVariant } from './library/payloadIndex';
import { type SampleAddress, sampleAt } from './library/sampleAddress';
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
  const address = uri.scheme === sampleScheme ? sampleAt(uri.path, uri.query, keys) : copyAt(uri.path, keys);
  const entry = address && events[address.key];
  const shown =
    address?.variant === undefined ? entry?.variants[0] : entry?.variants.find(({ id }) => id === address.variant);
  return address && entry && shown ? { ...address, entry, shown } : undefined;
}

/** What the document in front shows. */
export const activeSample = (files: PayloadFiles): Promise<ShownSample | undefined> =>
  shownSample(window.activeTextEditor?.document.uri, files);

/** The path of a copy: its name has the form of the files that people keep, so that the schema goes with it. */
export function copyPath({ key, shown }: ShownSample, number: number): string {
  return `/${[fileNameOf(key), shown.id, ...(number > 1 ? [number] : []), 'bitbucket.json'].join('.')}`;
}

function copyAt(path: string, keys: readonly string[]): SampleAddress | undefined {
  const [, file, variant] = /^\/([^./]+)\.([^./]+)(?:\.\d+)?\.bitbucket\.json$/.exec(path) ?? [];
  const key = keys.find((each) => fileNameOf(each) === file);
  return key === undefined ? undefined : { key, variant };
}
