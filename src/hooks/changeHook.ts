import { l10n, type QuickPickItem, window } from 'vscode';
import { joinTexts, withoutLinks } from '../presentation/texts';
import { type HookSubject, subjectName, subjectTypeOf } from '../bitbucket/hookSubject';
import { hidesSomething, shownAddress } from './rest/address';
import type { HookChange } from './rest/change';
import type { AttachedHook, Hook } from './rest/hook';
import type { HooksFault } from './rest/hooksFault';
import type { ChangeContext } from './createHook';
import { fieldText, refusalText, requestWithProgress, sayOthers, unknownText } from './hookChanges';
import { askForAddress, askForTitle, chooseSecret } from './hookQuestions';
import { hookName } from './hookText';
import { pickHookEvents } from './pickHookEvents';

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

/** Carries out a change; asks where somebody else has changed the same. */
export async function applyChange(context: ChangeContext, attached: AttachedHook, change: HookChange): Promise<void> {
  const { access, secrets } = context;
  const { subject, hook: shown } = attached;
  const done = await requestWithProgress(l10n.t('Changing {0}', hookName(shown)), (signal) =>
    access.writer.change(subject, shown, change, signal),
  );
  switch (done.kind) {
    case 'conflict':
      if (await wantsToOverwrite(done.now, done.fields.map(fieldText))) {
        await applyChange(context, { subject, hook: done.now }, change);
        return;
      }
      break;
    case 'fault':
      await sayRefused(context, attached, change, refusalText(done.fault, subject), done.fault.kind === 'invalid');
      break;
    case 'deleted':
      sayGone(shown);
      break;
    case 'fixed':
      void window.showWarningMessage(withoutLinks(fixedText(done.why)));
      break;
    case 'unknown':
      void window.showWarningMessage(withoutLinks(unknownText(done.fault, subject)));
      break;
    case 'changed':
      sayOthers(done.others);
      if (typeof change.secret === 'string') {
        await secrets.keep(done.hook.url, change.secret);
        void offerCopy(context, done.hook, change.secret);
      }
      break;
    case 'unchanged':
      break;
  }
  access.announce(subject);
}

function sayGone(hook: Hook): void {
  void window.showWarningMessage(withoutLinks(l10n.t('The webhook {0} was deleted meanwhile.', hookName(hook))));
}

async function sayNotDeleted(fault: HooksFault, subject: HookSubject): Promise<void> {
  const detail = refusalText(fault, subject);
  await window.showErrorMessage(l10n.t('The webhook wasn’t deleted'), { modal: true, detail });
}

function fixedText(why: 'readOnly' | 'inexact'): string {
  return why === 'readOnly'
    ? l10n.t('Bitbucket lets nobody change this webhook.')
    : l10n.t(
        'The webhook has a title or events with characters that can’t be sent back as they are. Change it in Bitbucket.',
      );
}

async function offerCopy({ secrets }: ChangeContext, hook: Hook, secret: string): Promise<void> {
  const copy = l10n.t('Copy Secret');
  const message = l10n.t('The webhook {0} has another secret now. Give it to the handler too.', hookName(hook));
  if ((await window.showInformationMessage(withoutLinks(message), copy)) === copy) {
    await secrets.copy(hook.url, secret);
  }
}

async function wantsToOverwrite(now: Hook, fields: readonly string[]): Promise<boolean> {
  const overwrite = l10n.t('Overwrite');
  const lines = [
    l10n.t('Changed by somebody else: {0}.', fields.join(', ')),
    l10n.t('Title: {0}', now.title),
    l10n.t('Address: {0}', shownAddress(now.url)),
    now.isActive === false ? l10n.t('It is paused.') : '',
  ];
  const message = l10n.t('Somebody else has changed {0} meanwhile', hookName(now));
  const detail = joinTexts(lines, '\n');
  return (await window.showWarningMessage(message, { modal: true, detail }, overwrite)) === overwrite;
}

/** Offers to leave out what Bitbucket may have refused the rest for. */
async function sayRefused(
  context: ChangeContext,
  attached: AttachedHook,
  change: HookChange,
  detail: string,
  isInvalid: boolean,
): Promise<void> {
  const unknown = attached.hook.events.filter((key) => !context.catalog.findEvent(key));
  const remaining = unknown.filter((key) => !change.events?.remove.includes(key));
  const message = l10n.t('The webhook wasn’t changed');
  if (!isInvalid || remaining.length === 0) {
    await window.showErrorMessage(message, { modal: true, detail });
    return;
  }
  const remove = l10n.t('Remove Unknown Events');
  const more = l10n.t(
    'It subscribes to events that the list doesn’t know, which may be why: {0}.',
    remaining.join(', '),
  );
  const answer = await window.showErrorMessage(message, { modal: true, detail: `${detail}\n${more}` }, remove);
  if (answer === remove) {
    const { add = [], remove: before = [] } = change.events ?? {};
    await applyChange(context, attached, { ...change, events: { add, remove: [...before, ...remaining] } });
  }
}

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
