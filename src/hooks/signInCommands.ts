import { commands, Disposable, l10n, ProgressLocation, window, workspace } from 'vscode';
import { type HookSubject, subjectName } from '../bitbucket/hookSubject';
import { registerCommand } from '../commands/registerCommand';
import { askForCredential, openTokenPage, type Proposal } from '../credentials/askForCredential';
import { type Credential, type Holder, holderName } from '../credentials/credential';
import { escapeIcons, withoutLinks } from '../presentation/texts';
import { HooksError, type HooksFault } from './rest/hooksFault';
import { hooksFaultText } from './hooksFaultText';
import type { HooksAccess } from './hooksAccess';
import { hooksViewId } from './nodes';
import { askForSubject } from './repositoryCommands';
import type { Repositories } from './repositories';

const messageTime = 6_000;

/** "Sign in to Bitbucket" and "Sign out". */
export function registerSignIn(access: HooksAccess, repositories: Repositories): Disposable {
  return Disposable.from(
    registerCommand('signIn', async () => {
      if (await isAllowed()) {
        await signIn(access, repositories);
      }
    }),
    registerCommand('signOut', () => signOut(access)),
  );
}

/** Not in Restricted Mode: the repositories to ask for would be those of a folder that nobody trusts. */
export async function isAllowed(): Promise<boolean> {
  if (workspace.isTrusted) {
    return true;
  }
  const manage = l10n.t('Manage Workspace Trust');
  const answer = await window.showWarningMessage(
    l10n.t('You can sign in when you trust this folder'),
    { modal: true, detail: l10n.t('In Restricted Mode no token is read or sent.') },
    manage,
  );
  if (answer === manage) {
    await commands.executeCommand('workbench.trust.manage');
  }
  return false;
}

async function signIn(access: HooksAccess, repositories: Repositories): Promise<void> {
  const { origin } = access;
  if (origin === undefined) {
    const { value } = access;
    void window.showErrorMessage(withoutLinks(hooksFaultText({ kind: 'baseUrl', value }, { workspace: '' }).full));
    return;
  }
  const listed = (await repositories.list())[0]?.subject;
  let proposal: Proposal = { reach: listed ? subjectName(listed) : '', otherApi: access.otherApi };
  for (;;) {
    const credential = await askForCredential(proposal);
    const subject = credential && (await subjectFor(credential.holder, listed));
    if (!credential || !subject) {
      return;
    }
    const fault = await tryOut(access, credential, subject, origin);
    if (!fault || !isOfToken(fault)) {
      await repositories.addMissing(subject);
      if (await keep(access, origin, credential)) {
        sayKept(credential.holder, subject, fault);
        await commands.executeCommand(`${hooksViewId}.focus`);
      }
      return;
    }
    if (!(await wantsAnotherTry(credential.holder, subject, fault))) {
      return;
    }
    proposal = { ...proposal, holder: credential.holder };
  }
}

/** Whether another token might do. Else it is kept: what is wrong lies elsewhere, or may pass. */
function isOfToken({ kind }: HooksFault): boolean {
  return kind === 'unauthorized' || kind === 'scope' || kind === 'noToken';
}

/** What to try a token with: a person's own one needs a repository to be asked about. */
async function subjectFor(holder: Holder, listed: HookSubject | undefined): Promise<HookSubject | undefined> {
  return holder.kind === 'accessToken'
    ? holder.reach
    : (listed ?? (await askForSubject(l10n.t('Whose webhooks do you want to see?'))));
}

/** Asks for what the token is for. `undefined`: it serves. */
async function tryOut(
  access: HooksAccess,
  credential: Credential,
  subject: HookSubject,
  origin: string,
): Promise<HooksFault | undefined> {
  const title = l10n.t('Trying the token with {0}', subjectName(subject));
  const options = { location: ProgressLocation.Notification, title, cancellable: false };
  return window.withProgress(options, async () => {
    try {
      await access.tryOut(credential, subject, origin);
      return undefined;
    } catch (error) {
      if (error instanceof HooksError) {
        return error.fault;
      }
      throw error;
    }
  });
}

/** A modal question: who has just been to another page for a token misses a message that goes by itself. */
async function wantsAnotherTry(holder: Holder, subject: HookSubject, fault: HooksFault): Promise<boolean> {
  const again = l10n.t('Try Again');
  const open = l10n.t('Open Token Page');
  const { short, full } = hooksFaultText(fault, subject);
  const detail = l10n.t('{0} The token isn’t kept.', full);
  const answer = await window.showErrorMessage(short, { modal: true, detail }, again, open);
  if (answer === open) {
    await openTokenPage(holder);
  }
  return answer !== undefined;
}

/** Says so where there is no keyring. VS Code's own words may quote what it was given: they stay out. */
async function keep({ tokens }: HooksAccess, origin: string, credential: Credential): Promise<boolean> {
  try {
    await tokens.keep(origin, credential);
    return true;
  } catch {
    void window.showErrorMessage(
      l10n.t('VS Code could not keep the token. Check the system’s keyring, then sign in again.'),
    );
    return false;
  }
}

function sayKept(holder: Holder, subject: HookSubject, fault: HooksFault | undefined): void {
  if (fault) {
    const text = l10n.t('{0} The token is kept.', hooksFaultText(fault, subject).full);
    void window.showWarningMessage(withoutLinks(text));
  } else {
    const text = l10n.t('Signed in to Bitbucket: {0}', holderName(holder));
    window.setStatusBarMessage(`$(key) ${escapeIcons(text)}`, messageTime);
  }
}

/** Lists what is kept, and forgets what the user ticks off. */
async function signOut({ tokens, otherApi, origin }: HooksAccess): Promise<void> {
  const { kept } = tokens;
  if (kept.length === 0) {
    void window.showInformationMessage(l10n.t('You aren’t signed in to Bitbucket: no token is kept.'));
    return;
  }
  const picks = kept.map(({ id, holder, origin: of, isRefused }) => ({
    label: escapeIcons(holderName(holder)),
    description: [
      holder.kind === 'apiToken' ? l10n.t('API token') : l10n.t('Access token'),
      ...(of === origin && otherApi === undefined ? [] : [of]),
      ...(isRefused === true ? [l10n.t('refused by Bitbucket')] : []),
    ].join(' · '),
    picked: kept.length === 1,
    id,
  }));
  const title = l10n.t('Sign out: tokens to forget');
  const chosen = await window.showQuickPick(picks, { title, canPickMany: true });
  if (chosen && chosen.length > 0) {
    await tokens.forget(chosen.map(({ id }) => id));
    const text = l10n.t(
      'Forgotten: {0}. To make it useless, revoke it at Atlassian too.',
      chosen.map(({ label }) => label).join(', '),
    );
    window.setStatusBarMessage(`$(key) ${text}`, messageTime);
  }
}
