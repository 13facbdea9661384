import { l10n, type QuickPickItem, window } from 'vscode';
import { type HookSubject, subjectName } from '../bitbucket/hookSubject';
import { askForText } from '../credentials/inputBox';
import { randomSecret } from '../deliveries/randomSecret';
import { askForSecret } from '../deliveries/secretQuestions';
import { whyUnreachable } from './rest/address';
import { unreachableText } from './findingText';
import { askForSubject } from './repositoryCommands';
import type { Repositories } from './repositories';

/** Bitbucket's own limits are unknown; no server takes longer ones. Characters. */
const maxAddressLength = 2000;
const maxTitleLength = 255;

/** Lets the user choose whose webhook it is to be; `undefined` if they go away. */
export async function chooseSubject(repositories: Repositories, title: string): Promise<HookSubject | undefined> {
  const listed = await repositories.list();
  const picks: (QuickPickItem & { readonly subject?: HookSubject })[] = [
    ...listed.map(({ subject }) => ({
      label: subjectName(subject),
      description: subject.repository === undefined ? l10n.t('workspace') : l10n.t('repository'),
      subject,
    })),
    { label: l10n.t('Another one …') },
  ];
  const chosen = await window.showQuickPick(picks, { title, ignoreFocusOut: true });
  return chosen && (chosen.subject ?? askForSubject(title));
}

/** Asks for the address that a webhook sends to: one that Bitbucket can reach. */
export function askForAddress(title: string, value: string): Promise<string | undefined> {
  return askForText({
    title,
    prompt: l10n.t(
      'Where Bitbucket sends the events: an address on the internet. For a handler on this machine, that of a tunnel, such as a forwarded port or ngrok.',
    ),
    placeholder: 'https://example.com/bitbucket',
    value,
    check: (text) => {
      const address = text.trim();
      if (address.length > maxAddressLength) {
        return l10n.t('The address is longer than {0} characters.', maxAddressLength);
      }
      const why = whyUnreachable(address);
      return why === undefined ? undefined : unreachableText(why);
    },
  });
}

export function askForTitle(title: string, value: string): Promise<string | undefined> {
  return askForText({
    title,
    prompt: l10n.t('What people know the webhook by. It may be empty.'),
    value,
    check: (text) =>
      text.trim().length > maxTitleLength
        ? l10n.t('The title is longer than {0} characters.', maxTitleLength)
        : undefined,
  });
}

/** A secret that was chosen; `undefined` as its value: none. */
export interface ChosenSecret {
  readonly value: string | undefined;
}

interface SecretPick extends QuickPickItem {
  readonly ask: (() => Promise<string | undefined>) | undefined;
}

/** Asks for a webhook's secret; `undefined` if the user goes away. */
export async function chooseSecret(title: string, before?: string): Promise<ChosenSecret | undefined> {
  const picks: SecretPick[] = [
    ...(before === undefined
      ? []
      : [{ label: l10n.t('The secret chosen before'), detail: '', ask: () => Promise.resolve(before) }]),
    {
      label: l10n.t('Generate a secret'),
      detail: l10n.t('Bitbucket never gives a secret back: copy it afterwards, for the handler.'),
      ask: () => Promise.resolve(randomSecret()),
    },
    {
      label: l10n.t('Type a secret'),
      detail: l10n.t('One that the handler has already.'),
      ask: () => askForSecret(title),
    },
    {
      label: l10n.t('No secret'),
      detail: l10n.t('Requests aren’t signed, and anyone who knows the address can forge them.'),
      ask: undefined,
    },
  ];
  const chosen = await window.showQuickPick(picks, { title, ignoreFocusOut: true });
  if (!chosen) {
    return undefined;
  }
  const value = await chosen.ask?.();
  return chosen.ask && value === undefined ? undefined : { value };
}
