import { commands, Disposable, env, l10n, Uri, window } from 'vscode';
import { subjectTypeOf } from '../bitbucket/hookSubject';
import { looksLikeEventKey } from '../catalog/eventKey';
import { registerRowCommand } from '../commands/registerCommand';
import { proposeTargetCommand } from '../deliveries/proposeTarget';
import { copyRequest } from '../payloads/copyHook';
import { copyText } from '../presentation/copyText';
import { escapeIcons } from '../presentation/texts';
import { hidesSomething, shownAddress } from './rest/address';
import type { Hook } from './rest/hook';
import { atAtlassian } from './rest/schemas';
import { openAnnouncementCommand } from './hookItems';
import { hookName } from './hookText';
import type { HookNode, HooksNode } from './nodes';

/** The commands of a hook's own menu, and what rows of the view open. */
export function registerHookCommands(): Disposable {
  const ofHook = (name: string, run: (node: HookNode) => unknown) =>
    registerRowCommand(name, (node?: HooksNode) => (node?.kind === 'hook' ? run(node) : undefined));
  return Disposable.from(
    ofHook('copyHookAddress', async ({ hook }) => {
      const shown = shownAddress(hook.url);
      const said = escapeIcons(shown);
      await copyText(
        shown,
        hidesSomething(hook.url)
          ? l10n.t('Copied {0} without its query or user name', said)
          : l10n.t('Copied {0}', said),
      );
    }),
    ofHook('copyHookAsRequest', ({ hook, subject }) =>
      copyRequest({
        subjectType: subjectTypeOf(subject),
        // What comes from the network goes into a command for a shell only if it has the form of a key.
        events: hook.events.filter(looksLikeEventKey),
        names: { workspace: subject.workspace, repository: subject.repository ?? '' },
        url: shownAddress(hook.url),
        description: hook.title,
      }),
    ),
    ofHook('sendToHook', ({ hook }) => sendToHook(hook)),
    registerRowCommand('openHook', (node?: HooksNode) => {
      const subject = node?.kind === 'hook' || node?.kind === 'subject' ? node.subject : undefined;
      return subject?.repository === undefined
        ? undefined
        : env.openExternal(Uri.parse(settingsPage(subject.workspace, subject.repository), true));
    }),
    commands.registerCommand(openAnnouncementCommand, (address: unknown) => {
      const page = typeof address === 'string' ? atAtlassian(address) : undefined;
      return page === undefined ? undefined : env.openExternal(Uri.parse(page, true));
    }),
  );
}

/** Sends events of a hook as everything is sent, with its address as the first one to choose. */
export async function sendToHook(hook: Hook): Promise<void> {
  const keys = hook.events.filter(looksLikeEventKey);
  const picks = keys.map((key) => ({ label: key, picked: true, event: { key } }));
  const title = l10n.t('Send test deliveries to {0}', hookName(hook));
  const chosen = picks.length > 1 ? await window.showQuickPick(picks, { title, canPickMany: true }) : picks;
  if (chosen && chosen.length > 0) {
    await commands.executeCommand(proposeTargetCommand, hook.url);
    // As rows of a view are handed to commands.
    await commands.executeCommand('bitbucketWebhooks.sendTestDelivery', chosen[0], chosen);
  }
}

/** Where Bitbucket's pages show a repository's hooks. They show none of a workspace to change. */
function settingsPage(workspace: string, repository: string): string {
  return `https://bitbucket.org/${encodeURIComponent(workspace)}/${encodeURIComponent(repository)}/admin/webhooks`;
}
