import { commands, Disposable, env, l10n, Uri, window } from 'vscode';
import { registerEventCommand } from '../commands/registerCommand';
import { givenOrPickedKey, givenSample, type Rooms } from './given';
import { payloadReference } from './library/reference';
import { explainCommand } from './sampleLenses';
import { surenessDetail } from './variantText';

/** "Open payload reference": the event's place on Atlassian's page; and what a click on the sureness of a sample says. */
export function registerPayloadReference(rooms: Rooms): Disposable {
  return Disposable.from(
    registerEventCommand('openPayloadReference', async (item?: unknown) => {
      const key = await givenOrPickedKey(rooms, item, l10n.t('Open payload reference'));
      if (key !== undefined) {
        await env.openExternal(Uri.parse(payloadReference(key)));
      }
    }),
    commands.registerCommand(explainCommand, async (item?: unknown) => {
      const sample = await givenSample(rooms.files, item);
      if (sample) {
        const [open, copy] = [l10n.t('Open payload reference'), l10n.t('Copy headers')];
        const chosen = await window.showInformationMessage(surenessDetail(sample.key, sample.shown), open, copy);
        if (chosen === open) {
          await env.openExternal(Uri.parse(payloadReference(sample.key)));
        } else if (chosen === copy) {
          await commands.executeCommand('bitbucketWebhooks.copyPayloadHeaders', item);
        }
      }
    }),
  );
}
