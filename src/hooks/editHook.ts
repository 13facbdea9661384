import { l10n, type QuickPickItem, window } from 'vscode';
import { subjectTypeOf } from '../bitbucket/hookSubject';
import { applyChange } from './applyChange';
import type { ChangeContext } from './createHook';
import { askForAddress, askForTitle, chooseSecret } from './hookQuestions';
import { hookName } from './hookText';
import { pickHookEvents } from './pickHookEvents';
import { hidesSomething, shownAddress } from './rest/address';
import type { HookChange } from './rest/change';
import type { AttachedHook, Hook } from './rest/hook';

/** Has a hook's events ticked off and on. */
export async function editEvents(context: ChangeContext, attached: AttachedHook): Promise<void> {
  const { hook, subject } = attached;
  const title = l10n.t('Events of {0}', hookName(hook));
  const wanted = await pickHookEvents(context.catalog, {
    title,
    subjectType: subjectTypeOf(subject),
    ticked: hook.events,
  });
  if (wanted) {
    const add = wanted.filter((key) => !hook.events.includes(key));
    const remove = hook.events.filter((key) => !wanted.includes(key));
    await applyChange(context, attached, { events: { add, remove } });
  }
}

interface EditPick extends QuickPickItem {
  readonly ask: () => Promise<HookChange | undefined>;
}

/** Lets the user choose what is to be another in a hook, and asks for it. */
export async function editHook(context: ChangeContext, attached: AttachedHook): Promise<void> {
  const { hook } = attached;
  const title = l10n.t('Edit {0}', hookName(hook));
  const picks: EditPick[] = [
    {
      label: l10n.t('Title'),
      description: hook.title,
      ask: async () => {
        const text = await askForTitle(title, hook.title);
        return text === undefined ? undefined : { title: text };
      },
    },
    {
      label: l10n.t('Address'),
      description: shownAddress(hook.url),
      detail: hidesSomething(hook.url) ? l10n.t('Its query isn’t shown: enter the whole address anew.') : '',
      ask: async () => {
        const url = await askForAddress(title, hidesSomething(hook.url) ? shownAddress(hook.url) : hook.url);
        return url === undefined ? undefined : { url };
      },
    },
    {
      label: l10n.t('Secret'),
      description: hook.hasSecret === false ? l10n.t('none') : '',
      detail: l10n.t('Bitbucket never gives a secret back; it can only be given another one.'),
      ask: () => askForSecretChange(title, hook),
    },
    ...toggle(hook.skipsCertificates === true, l10n.t('Verify certificates'), '', { skipsCertificates: false }),
    ...toggle(
      hook.keepsHistory === false,
      l10n.t('Switch history on'),
      l10n.t(
        'Bitbucket then keeps the requests for some time; admins see them on its page of the webhook, under “View requests”.',
      ),
      { keepsHistory: true },
    ),
    ...toggle(hook.keepsHistory === true, l10n.t('Switch history off'), '', { keepsHistory: false }),
  ];
  const chosen = await window.showQuickPick(picks, { title, ignoreFocusOut: true });
  const change = await chosen?.ask();
  if (change) {
    await applyChange(context, attached, change);
  }
}

function toggle(isOffered: boolean, label: string, detail: string, change: HookChange): EditPick[] {
  return isOffered ? [{ label, detail, ask: () => Promise.resolve(change) }] : [];
}

async function askForSecretChange(title: string, { hasSecret }: Hook): Promise<HookChange | undefined> {
  const secret = await chooseSecret(title);
  if (secret?.value !== undefined || !secret) {
    return secret?.value === undefined ? undefined : { secret: secret.value };
  }
  if (hasSecret === false) {
    return undefined;
  }
  const remove = l10n.t('Remove Secret');
  const detail = l10n.t('Its requests aren’t signed any more; a handler that verifies signatures refuses them.');
  const answer = await window.showWarningMessage(l10n.t('Remove the secret?'), { modal: true, detail }, remove);
  return answer === remove ? { secret: null } : undefined;
}
