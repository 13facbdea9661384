import { l10n, window } from 'vscode';
import { joinTexts, withoutLinks } from '../presentation/texts';
import type { ChangeContext } from './createHook';
import { fieldText, refusalText, requestWithProgress, sayGone, sayOthers, unknownText } from './hookChanges';
import { hookName } from './hookText';
import { shownAddress } from './rest/address';
import type { HookChange } from './rest/change';
import type { AttachedHook, Hook } from './rest/hook';

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
