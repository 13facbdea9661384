import { commands, Disposable, env, l10n, Uri, window } from 'vscode';
import { registerRowCommand } from '../commands/registerCommand';
import { certaintyDetail } from '../presentation/certaintyText';
import { payloadReference } from '../presentation/references';
import { withoutLinks } from '../presentation/texts';
import { givenOrPickedKey, givenSample, type Rooms } from './givenSample';
import { explainCommand } from './sampleStatus';

/** "Open payload reference": the event's place on Atlassian's page; and what the certainty of a sample in the status bar leads to. */
export function registerPayloadReference(rooms: Rooms): Disposable {
  return Disposable.from(
    registerRowCommand('openPayloadReference', async (item?: unknown) => {
      const key = await givenOrPickedKey(rooms, item, l10n.t('Open payload reference'));
      if (key !== undefined) {
        await env.openExternal(Uri.parse(payloadReference(key)));
      }
    }),
    commands.registerCommand(explainCommand, async (item?: unknown) => {
      const sample = await givenSample(rooms.files, item);
      if (sample) {
        const [open, copy] = [l10n.t('Open payload reference'), l10n.t('Copy headers')];
        const detail = certaintyDetail(sample.key, sample.shown, l10n);
        const chosen = await window.showInformationMessage(withoutLinks(detail), open, copy);
        if (chosen === open) {
          await env.openExternal(Uri.parse(payloadReference(sample.key)));
        } else if (chosen === copy) {
          await commands.executeCommand('bitbucketWebhooks.copyPayloadHeaders', item);
        }
      }
    }),
  );
}
