import { l10n, window } from 'vscode';
import { type HookSubject, subjectName } from '../bitbucket/hookSubject';
import { withoutLinks } from '../presentation/texts';
import type { ChangeContext } from './createHook';
import { refusalText, requestWithProgress, sayGone, unknownText } from './hookChanges';
import { hookName } from './hookText';
import { shownAddress } from './rest/address';
import type { AttachedHook } from './rest/hook';
import type { HooksFault } from './rest/hooksFault';

/** Deletes a hook after a question that names it, and offers to forget its secret. */
export async function deleteHook(context: ChangeContext, { hook: shown, subject }: AttachedHook): Promise<void> {
  const { access, secrets } = context;
  const now = await requestWithProgress(l10n.t('Looking at {0}', hookName(shown)), (signal) =>
    access.writer.find(subject, shown, signal),
  );
  const hook = 'fault' in now ? undefined : now.hook;
  if (!hook) {
    access.announce(subject);
    if ('fault' in now) {
      await sayNotDeleted(now.fault, subject);
    } else {
      sayGone(shown);
    }
    return;
  }
  const remove = l10n.t('Delete');
  const lines = [
    l10n.t('Address: {0}', shownAddress(hook.url)),
    subject.repository === undefined
      ? l10n.t('Workspace: {0}', subjectName(subject))
      : l10n.t('Repository: {0}', subjectName(subject)),
    l10n.t('Nobody can take that back.'),
  ];
  const message = l10n.t('Delete the webhook {0}?', hookName(hook));
  const detail = lines.join('\n');
  if ((await window.showWarningMessage(message, { modal: true, detail }, remove)) !== remove) {
    return;
  }
  const done = await requestWithProgress(l10n.t('Deleting {0}', hookName(hook)), (signal) =>
    access.writer.remove(subject, hook, signal),
  );
  access.announce(subject);
  if (done.kind === 'fault') {
    await sayNotDeleted(done.fault, subject);
  } else if (done.kind === 'unknown') {
    void window.showWarningMessage(withoutLinks(unknownText(done.fault, subject)));
  } else if (secrets.has(hook.url)) {
    const forget = l10n.t('Forget Secret');
    const text = l10n.t(
      'The webhook is deleted. Its secret is still kept for test deliveries to {0}.',
      shownAddress(hook.url),
    );
    if ((await window.showInformationMessage(withoutLinks(text), forget)) === forget) {
      await secrets.forget(hook.url);
    }
  }
}

async function sayNotDeleted(fault: HooksFault, subject: HookSubject): Promise<void> {
  const detail = refusalText(fault, subject);
  await window.showErrorMessage(l10n.t('The webhook wasn’t deleted'), { modal: true, detail });
}
