import { env, l10n, type QuickInputButton, type QuickPickItem, ThemeIcon, Uri, window } from 'vscode';
import { parseSubject, subjectName } from '../bitbucket/hookSubject';
import { joinTexts } from '../presentation/texts';
import { type Credential, type EmailFault, emailFault, type Holder, tokenFault } from './credential';
import { askForText } from './inputBox';

/** Where a person makes API tokens. */
const apiTokenPage = 'https://id.atlassian.com/manage-profile/security/api-tokens';

/** What is known when somebody is asked for a token. */
export interface Proposal {
  /** What was given before, if this is another try. */
  readonly holder?: Holder | undefined;
  /** `workspace/repository`, or empty. */
  readonly reach: string;
  /** The API that it will be sent to, where that isn't Bitbucket Cloud's own. */
  readonly otherApi: string | undefined;
}

/** Asks for a token and what goes with it. `undefined` if the user goes away. */
export async function askForCredential(proposal: Proposal): Promise<Credential | undefined> {
  const kind = proposal.holder?.kind ?? (await askForKind());
  const holder =
    kind === 'apiToken'
      ? await askForEmail(proposal)
      : kind === 'accessToken'
        ? await askForReach(proposal)
        : undefined;
  const token = holder && (await askForToken(holder, proposal));
  return holder && token !== undefined ? { holder, token } : undefined;
}

/** Opens the page where such a token is made. */
export async function openTokenPage(holder: Holder): Promise<void> {
  await env.openExternal(Uri.parse(tokenPage(holder), true));
}

const signInTitle = (step: number) => l10n.t('Sign in to Bitbucket ({0}/3)', step);

async function askForKind(): Promise<Holder['kind'] | undefined> {
  const kinds: (QuickPickItem & { readonly of: Holder['kind'] })[] = [
    {
      label: l10n.t('API token'),
      description: l10n.t('of your Atlassian account'),
      detail: l10n.t('Sees the webhooks of all repositories that you are an admin of.'),
      of: 'apiToken',
    },
    {
      label: l10n.t('Access token'),
      description: l10n.t('of a repository, project or workspace'),
      detail: l10n.t('Sees the webhooks of these alone.'),
      of: 'accessToken',
    },
  ];
  const placeHolder = l10n.t('Which token do you have, or want to create?');
  return (await window.showQuickPick(kinds, { title: signInTitle(1), placeHolder, ignoreFocusOut: true }))?.of;
}

async function askForEmail({ holder }: Proposal): Promise<Holder | undefined> {
  const email = await askForText({
    title: signInTitle(2),
    prompt: l10n.t('The e-mail address of your Atlassian account: with API tokens, Bitbucket takes no user name.'),
    placeholder: 'name@example.com',
    value: holder?.kind === 'apiToken' ? holder.email : undefined,
    check: (text) => emailText(emailFault(text)),
  });
  return email === undefined ? undefined : { kind: 'apiToken', email };
}

function emailText(fault: EmailFault | undefined): string | undefined {
  switch (fault) {
    case undefined:
      return undefined;
    case 'noAddress':
      return l10n.t('This is no e-mail address. With a user name, Bitbucket refuses API tokens.');
    case 'colon':
      return l10n.t('The address can’t contain a colon.');
  }
}

async function askForReach({ reach, holder }: Proposal): Promise<Holder | undefined> {
  const given = await askForText({
    title: signInTitle(2),
    prompt: l10n.t(
      'The repository or workspace that the token may be sent for, since nobody can ask Bitbucket what it reaches.',
    ),
    placeholder: l10n.t('workspace/repository, or workspace'),
    value: holder?.kind === 'accessToken' ? subjectName(holder.reach) : reach,
    check: (text) =>
      parseSubject(text) ? undefined : l10n.t('Write it as workspace/repository or workspace, as in its address.'),
  });
  const subject = given === undefined ? undefined : parseSubject(given);
  return subject && { kind: 'accessToken', reach: subject };
}

async function askForToken(holder: Holder, { otherApi }: Proposal): Promise<string | undefined> {
  const button: QuickInputButton = {
    iconPath: new ThemeIcon('link-external'),
    tooltip: l10n.t('Open the page where tokens are created'),
  };
  return askForText({
    title: signInTitle(3),
    prompt: joinTexts(
      [
        scopesText(holder),
        l10n.t('Whether it may change webhooks is only known at the first change.'),
        otherApi === undefined ? '' : l10n.t('It is sent to {0}.', otherApi),
        env.remoteName === undefined
          ? ''
          : l10n.t('In a remote window, it is the remote machine that holds and sends it.'),
      ],
      ' ',
    ),
    placeholder: holder.kind === 'apiToken' ? l10n.t('API token of {0}', holder.email) : l10n.t('Access token'),
    isPassword: true,
    check: (text) => {
      const fault = tokenFault(text);
      return fault === undefined
        ? undefined
        : fault === 'empty'
          ? l10n.t('Paste the token.')
          : l10n.t('That has a character that no token contains, such as a space or a line break.');
    },
    button: {
      ...button,
      run: () => {
        void openTokenPage(holder);
      },
    },
  });
}

function scopesText(holder: Holder): string {
  return holder.kind === 'apiToken'
    ? l10n.t(
        'Create it “with scopes”, for Bitbucket. To see webhooks: {0}. To change them, also {1}. To delete them, also {2}.',
        'read:webhook:bitbucket',
        'write:webhook:bitbucket, read:repository:bitbucket, read:pullrequest:bitbucket, read:pipeline:bitbucket',
        'delete:webhook:bitbucket',
      )
    : l10n.t(
        'Create it in the settings of the repository, project or workspace. To see webhooks: {0}. To change them, also {1}.',
        'webhook',
        'repository, pullrequest, pipeline',
      );
}

function tokenPage(holder: Holder): string {
  if (holder.kind === 'apiToken') {
    return apiTokenPage;
  }
  const { workspace, repository } = holder.reach;
  const owner = `https://bitbucket.org/${encodeURIComponent(workspace)}`;
  return repository === undefined
    ? `${owner}/workspace/settings/access-tokens`
    : `${owner}/${encodeURIComponent(repository)}/admin/access-tokens`;
}
