import { commands, Disposable, l10n, window, workspace } from 'vscode';
import { registerCommand } from '../commands/registerCommand';
import { gitNames } from './gitNames';
import { type Rooms, sampleFor } from './givenSample';
import { activeSample, openSample } from './shownSample';

const contextKey = 'bitbucketWebhooks.hasRepositoryNames';

/** "Use names of this repository": in the sample in front; offered where the folder is a clone of one at Bitbucket. */
export function registerUseNames(rooms: Rooms): Disposable {
  // Read no sooner than a sample is in front: until then nobody needs it.
  const offer = async () => {
    if (await activeSample(rooms.files)) {
      await commands.executeCommand('setContext', contextKey, (await gitNames()) !== undefined);
    }
  };
  void offer();
  return Disposable.from(
    window.onDidChangeActiveTextEditor(() => void offer()),
    workspace.onDidChangeWorkspaceFolders(() => void offer()),
    registerCommand('useRepositoryNames', async (item?: unknown) => {
      const names = await gitNames();
      if (!names) {
        void window.showInformationMessage(
          l10n.t('The open folder is no clone of a Bitbucket Cloud repository: its .git/config has no such remote.'),
        );
        return;
      }
      const sample = await sampleFor(rooms, item);
      if (sample) {
        await openSample({ key: sample.key, variant: sample.shown.id, names });
      }
    }),
  );
}
