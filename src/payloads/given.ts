import { Uri } from 'vscode';
import type { EventCatalog } from '../catalog/eventCatalog';
import { pickEventKey } from '../commands/pickEvents';
import { keysOfTreeItems } from '../commands/treeKeys';
import type { PayloadFiles } from './payloadFiles';
import { activeSample, type ShownSample, shownSample } from './shownSample';

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
  return key ?? (await pickEventKey(catalog, title))[0];
}

/** The sample whose document a command was called for; called for nothing, the one in front. */
export function givenSample(files: PayloadFiles, item: unknown): Promise<ShownSample | undefined> {
  return item instanceof Uri
    ? shownSample(item, files)
    : item === undefined
      ? activeSample(files)
      : Promise.resolve(undefined);
}
