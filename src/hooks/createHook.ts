import { commands, l10n, window } from 'vscode';
import { type HookSubject, subjectName, subjectTypeOf } from '../bitbucket/hookSubject';
import type { EventCatalog } from '../catalog/eventCatalog';
import { proposeTargetCommand } from '../deliveries/proposeTarget';
import { joinTexts, withoutLinks } from '../presentation/texts';
import { shownAddress } from './rest/address';
import type { HookDraft } from './rest/change';
import { hrefOf } from './rest/findings';
import type { AttachedHook, Hook, HookList } from './rest/hook';
import { refusalText, requestWithProgress, sayOthers, unknownText } from './hookChanges';
import { askForAddress, askForTitle, chooseSecret, chooseSubject } from './hookQuestions';
import type { HookSecrets } from './hookSecrets';
import type { HooksAccess } from './hooksAccess';
import { hookName } from './hookText';
import { sendToHook } from './hookCommands';
import { offeredEvents, pickHookEvents } from './pickHookEvents';
import type { Repositories } from './repositories';

export interface ChangeContext {
  readonly access: HooksAccess;
  readonly repositories: Repositories;
  readonly catalog: EventCatalog;
  readonly secrets: HookSecrets;
}

/** What is known before anything is asked. */
interface Beginning {
  readonly subject?: HookSubject | undefined;
  readonly events?: readonly string[];
}

/** Asks for all that a webhook takes, and creates it. What was typed stands there again after a failure. */
export async function createHook(context: ChangeContext, { subject: given, events = [] }: Beginning): Promise<void> {
  const title = l10n.t('Create webhook');
  const subject = given ?? (await chooseSubject(context.repositories, title));
  if (!subject) {
    return;
  }
  await context.catalog.ready();
  const offered = new Set(offeredEvents(context.catalog, subjectTypeOf(subject)).map(({ key }) => key));
  let draft: HookDraft = { url: '', title: '', events: events.filter((key) => offered.has(key)), isActive: true };
  for (;;) {
    const asked = await askForDraft(context, subject, draft);
    if (!asked) {
      return;
    }
    draft = asked;
    const result = await create(context, subject, draft);
    if (result === 'over') {
      return;
    }
    const again = l10n.t('Try Again');
    const { short, full } = result;
    const detail = l10n.t('{0} Nothing that you entered is lost.', full);
    if ((await window.showErrorMessage(short, { modal: true, detail }, again)) === undefined) {
      return;
    }
  }
}

async function askForDraft(
  { catalog }: ChangeContext,
  subject: HookSubject,
  draft: HookDraft,
): Promise<HookDraft | undefined> {
  const step = (number: number) => l10n.t('Webhook of {0} ({1}/4)', subjectName(subject), number);
  const events = await pickHookEvents(catalog, {
    title: step(1),
    subjectType: subjectTypeOf(subject),
    ticked: draft.events,
  });
  const url = events && (await askForAddress(step(2), draft.url));
  const title = url === undefined ? undefined : await askForTitle(step(3), draft.title);
  const secret = title === undefined ? undefined : await chooseSecret(step(4), draft.secret);
  return events && url !== undefined && title !== undefined && secret
    ? { ...draft, events, url, title, secret: secret.value }
    : undefined;
}

interface Failure {
  readonly short: string;
  readonly full: string;
}

/** Creates it, if the user agrees; resolves with what has gone wrong, where another try makes sense. */
async function create(context: ChangeContext, subject: HookSubject, draft: HookDraft): Promise<'over' | Failure> {
  const { access, repositories, secrets } = context;
  const name = subjectName(subject);
  const before = await requestWithProgress(l10n.t('Looking at the webhooks of {0}', name), (signal) =>
    access.listHooks(subject, signal),
  );
  if ('fault' in before) {
    return { short: l10n.t('No webhook was created'), full: refusalText(before.fault, subject) };
  }
  const isActive = await confirm(subject, draft, before);
  if (isActive === undefined) {
    return 'over';
  }
  const wanted = { ...draft, isActive };
  const created = await requestWithProgress(l10n.t('Creating a webhook for {0}', name), (signal) =>
    access.writer.create(subject, wanted, before.hooks, signal),
  );
  if (created.kind === 'fault') {
    return { short: l10n.t('No webhook was created'), full: refusalText(created.fault, subject) };
  }
  await repositories.addMissing(subject);
  access.announce(subject);
  switch (created.kind) {
    case 'unknown':
      return {
        short: l10n.t('Nobody knows whether the webhook was created'),
        full: unknownText(created.fault, subject),
      };
    case 'found':
      sayFound(created.hook, wanted);
      break;
    case 'created': {
      sayOthers(created.others);
      const isKept = wanted.secret !== undefined && (await secrets.keep(wanted.url, wanted.secret));
      void sayNext(context, { subject, hook: created.hook }, wanted.secret, isKept);
    }
  }
  return 'over';
}

/** The one question: whose hook it is to be, since a folder may name another repository than the user thinks. */
async function confirm(
  subject: HookSubject,
  draft: HookDraft,
  { hooks, isCut }: HookList,
): Promise<boolean | undefined> {
  const name = subjectName(subject);
  const same = hooks.find(({ url }) => hrefOf(url) === hrefOf(draft.url));
  const lines = [
    subject.repository === undefined
      ? l10n.t('It sends what happens in all repositories of the workspace {0}.', name)
      : l10n.t('It sends what happens in the repository {0}.', name),
    l10n.t('Address: {0}', shownAddress(draft.url)),
    l10n.t('Events: {0}', draft.events.join(', ')),
    same ? l10n.t('There is one with this address already: {0}. What both send arrives twice.', hookName(same)) : '',
    isCut ? l10n.t('There are more webhooks than were read, so there may be one with this address already.') : '',
  ];
  const create = same ? l10n.t('Create Another') : l10n.t('Create');
  const paused = l10n.t('Create Paused');
  const detail = joinTexts(lines, '\n');
  const message = l10n.t('Create a webhook for {0}?', name);
  const answer = await window.showInformationMessage(message, { modal: true, detail }, create, paused);
  return answer === undefined ? undefined : answer === create;
}

function sayFound(hook: Hook, { secret }: HookDraft): void {
  const found = l10n.t('No answer came, but the webhook {0} is there now.', hookName(hook));
  const unsure = l10n.t('Whether it has the secret that you chose can’t be told: give it one with “Edit”.');
  void window.showWarningMessage(withoutLinks(secret === undefined ? found : `${found} ${unsure}`));
}

/** What people do next with a new webhook. */
async function sayNext(
  { secrets }: ChangeContext,
  attached: AttachedHook,
  secret: string | undefined,
  isKept: boolean,
): Promise<void> {
  const { hook } = attached;
  const [send, write, copy] = [l10n.t('Send Test Delivery'), l10n.t('New Webhook Handler'), l10n.t('Copy Secret')];
  // In a browser nothing can be sent.
  const canSend = (await commands.getCommands()).includes(proposeTargetCommand);
  const text = l10n.t('The webhook {0} is created.', hookName(hook));
  const message = isKept ? l10n.t('{0} Test deliveries to its address are signed with its secret.', text) : text;
  const answer = await window.showInformationMessage(
    withoutLinks(message),
    ...(secret === undefined ? [] : [copy]),
    ...(canSend ? [send] : []),
    write,
  );
  if (answer === send) {
    await sendToHook(hook);
  } else if (answer === write) {
    await commands.executeCommand('bitbucketWebhooks.newHandler', attached);
  } else if (answer === copy && secret !== undefined) {
    await secrets.copy(hook.url, secret);
  }
}
