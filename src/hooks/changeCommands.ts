import { commands, Disposable, l10n, window } from 'vscode';
import { keysOfTreeItems, registerRowCommand, registerTitleCommand } from '../commands/registerCommand';
import { withoutLinks } from '../presentation/texts';
import { hooksFaultText } from './hooksFaultText';
import { applyChange } from './applyChange';
import { type ChangeContext, createHook } from './createHook';
import { deleteHook } from './deleteHook';
import { editEvents, editHook } from './editHook';
import type { HookNode, HooksNode } from './nodes';
import { isAllowed } from './signInCommands';

/** "Create webhook", and what changes one that is there. */
export function registerChanges(context: ChangeContext): Disposable {
  const ofHook = (name: string, run: (node: HookNode) => Promise<void>) =>
    registerRowCommand(name, async (node?: HooksNode) => {
      if (node?.kind === 'hook' && (await mayChange(context))) {
        await run(node);
      }
    });
  return Disposable.from(
    registerRowCommand('createHook', async (item?: unknown, items?: unknown) => {
      if (await mayChange(context)) {
        await createHook(context, { subject: subjectOf(item), events: keysOfTreeItems(item, items) });
      }
    }),
    registerTitleCommand('createHook', async () => {
      if (await mayChange(context)) {
        await createHook(context, {});
      }
    }),
    ofHook('editHookEvents', (node) => editEvents(context, node)),
    ofHook('editHook', (node) => editHook(context, node)),
    ofHook('pauseHook', (node) => applyChange(context, node, { isActive: false })),
    ofHook('resumeHook', (node) => applyChange(context, node, { isActive: true })),
    ofHook('deleteHook', (node) => deleteHook(context, node)),
  );
}

/** The subject of a row of the view; `undefined` of any other row. */
function subjectOf(item: unknown) {
  const node = item as Partial<HooksNode> | undefined;
  return node?.kind === 'subject' || node?.kind === 'hook' ? node.subject : undefined;
}

/** Not in Restricted Mode, nor without a token: says what is missing. */
async function mayChange({ access }: ChangeContext): Promise<boolean> {
  if (!(await isAllowed())) {
    return false;
  }
  if (access.isSignedIn) {
    return true;
  }
  const { full } = hooksFaultText({ kind: 'noToken', reason: 'signedOut' }, { workspace: 'Bitbucket' });
  const signIn = l10n.t('Sign in');
  if ((await window.showInformationMessage(withoutLinks(full), signIn)) === signIn) {
    await commands.executeCommand('bitbucketWebhooks.signIn');
  }
  return access.isSignedIn;
}
