import { type Disposable, Uri, window } from 'vscode';
import { registerEventCommand } from '../commands/registerCommand';
import { sampleFor } from './copySample';
import type { Rooms } from './given';
import type { SampleCopies } from './sampleCopies';
import { copyPath, copyScheme } from './shownSample';

/** "Edit a copy": of the sample in front, of an event's default, else of what the user picks. */
export function registerEditCopy(rooms: Rooms, copies: SampleCopies): Disposable {
  return registerEventCommand('editPayloadCopy', async (item?: unknown) => {
    const sample = await sampleFor(rooms, item);
    const text = sample && (await rooms.files.sample(sample));
    if (!sample || text === undefined) {
      return;
    }
    let number = 1;
    while (copies.has(copyPath(sample, number))) {
      number++;
    }
    const uri = Uri.from({ scheme: copyScheme, path: copyPath(sample, number) });
    copies.add(uri, text);
    await window.showTextDocument(uri, { preview: false });
  });
}
