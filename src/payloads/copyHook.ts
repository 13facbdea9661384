import { type Disposable, l10n, window } from 'vscode';
import { looksLikeEventKey } from '../catalog/eventKey';
import { pickEventKeys } from '../commands/pickEvents';
import { registerRowCommand } from '../commands/registerCommand';
import { isRemoved } from '../events/removed';
import { copyText } from '../presentation/copyText';
import { withoutLinks } from '../presentation/texts';
import { gitNames } from './gitNames';
import { givenKeys, type Rooms } from './givenSample';
import { type Hook, hookBody, hookCurl, hookPowerShell, hookSubject, hookTerraform } from './library/hookRequest';

/** "Copy create-hook request": of the given events, else of those that the user picks, in a form that the user picks. */
export function registerCopyHook({ catalog, files }: Rooms): Disposable {
  return registerRowCommand('copyHookRequest', async (item?: unknown, items?: unknown) => {
    const given = await givenKeys(files, item, items);
    const picked = given.length > 0 ? given : await pickEventKeys(catalog, l10n.t('Copy create-hook request'), true);
    // What comes from the network goes into a command for a shell only if it has the form of a key.
    const keys = picked.filter(looksLikeEventKey);
    if (keys.length === 0) {
      return;
    }
    const subjectType = hookSubject(subjectTypesOf(item, items), keys, catalog.listKnownEvents());
    await copyRequest({ subjectType, events: keys, names: await gitNames() });
  });
}

/** Copies what creates a hook, in a form that the user picks, without what Bitbucket no longer sends. */
export async function copyRequest(hook: Hook): Promise<void> {
  const events = hook.events.filter((key) => !isRemoved(key));
  const removed = hook.events.filter(isRemoved).join(', ');
  if (events.length === 0 && removed !== '') {
    const lack = l10n.t('A webhook can’t subscribe to {0}: Bitbucket no longer sends that.', removed);
    void window.showInformationMessage(withoutLinks(lack));
    return;
  }
  const title =
    hook.subjectType === 'workspace'
      ? l10n.t('Create a webhook of a workspace')
      : l10n.t('Create a webhook of a repository');
  const form = await window.showQuickPick(forms(hook.subjectType), { title });
  if (form) {
    const copied = l10n.t('Copied: {0}', form.label);
    await copyText(
      form.write({ ...hook, events }),
      removed === '' ? copied : l10n.t('{0}, without {1}, which Bitbucket no longer sends', copied, removed),
    );
  }
}

const forms = (subjectType: Hook['subjectType']) => [
  {
    label: l10n.t('curl command for sh'),
    description: l10n.t('with the token and the secret in variables'),
    write: hookCurl,
  },
  {
    label: l10n.t('Command for PowerShell'),
    description: l10n.t('with the token and the secret in variables'),
    write: hookPowerShell,
  },
  {
    label: l10n.t('JSON body'),
    description: subjectType === 'workspace' ? 'POST /2.0/workspaces/…/hooks' : 'POST /2.0/repositories/…/…/hooks',
    write: (hook: Hook) => hookBody(hook),
  },
  {
    label: l10n.t('Terraform resource'),
    description: subjectType === 'workspace' ? 'bitbucket_workspace_hook' : 'bitbucket_hook',
    write: hookTerraform,
  },
];

/** The subject types that tree items are of. */
function subjectTypesOf(item: unknown, items: unknown): string[] {
  return (Array.isArray(items) ? items : [item]).flatMap((each: unknown) => {
    const subjectType =
      typeof each === 'object' && each !== null && 'subjectType' in each ? each.subjectType : undefined;
    return typeof subjectType === 'object' && subjectType !== null && 'name' in subjectType
      ? [String(subjectType.name)]
      : [];
  });
}
