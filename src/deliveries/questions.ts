import { commands, env, l10n, window, workspace } from 'vscode';
import { cleanText } from '../bitbucket/cleanText';
import type { DeliveryTargets } from './targets';
import type { Sender } from './wire/delivery';
import type { Target } from './wire/target';

/**
 * Whether deliveries may be sent at all: not in Restricted Mode, where a folder that nobody trusts would have its files
 * signed with the user's secret. Says so where they may not.
 */
export async function isSendingAllowed(): Promise<boolean> {
  if (workspace.isTrusted) {
    return true;
  }
  const manage = l10n.t('Manage Workspace Trust');
  const answer = await window.showWarningMessage(
    l10n.t('Deliveries are sent when you trust this folder'),
    {
      modal: true,
      detail: l10n.t(
        'What is in a folder that you do not trust should not be signed with your secret. Samples and “Verify signature” work in Restricted Mode too.',
      ),
    },
    manage,
  );
  if (answer === manage) {
    await commands.executeCommand('workbench.trust.manage');
  }
  return false;
}

/**
 * Asks before anything is sent to another machine; the answer is remembered for its origin. `elsewhere`: the user wants
 * to choose another address, which is what Enter does: it sends nothing.
 */
export async function mayGoTo(
  target: Target,
  targets: DeliveryTargets,
  sender: Sender,
): Promise<'yes' | 'no' | 'elsewhere'> {
  if (targets.isApproved(target)) {
    return 'yes';
  }
  const { origin } = target.url;
  const from = machineText(sender);
  const detail = [
    l10n.t(
      'It is not on this machine. A handler can’t tell a signed test delivery from one of Bitbucket’s: it may deploy, merge or notify people.',
    ),
    ...(from === undefined ? [] : [l10n.t('The machine that sends: {0}', from)]),
    l10n.t('You are asked once for {0}.', origin),
  ];
  const [elsewhere, send] = [l10n.t('Choose Another Address'), l10n.t('Send')];
  const answer = await window.showWarningMessage(
    l10n.t('Send test deliveries to {0}?', origin),
    { modal: true, detail: detail.join('\n\n') },
    elsewhere,
    send,
  );
  if (answer === send) {
    await targets.approve(target);
    return 'yes';
  }
  return answer === elsewhere ? 'elsewhere' : 'no';
}

/** Asks before a text is sent that Bitbucket never would. */
export async function mayBeSent(body: string): Promise<boolean> {
  try {
    JSON.parse(body);
    return true;
  } catch (error) {
    const cause = error instanceof Error ? cleanText(error.message, 200) : '';
    const detail = `${l10n.t('Bitbucket sends nothing but JSON.')} ${cause}`.trim();
    return confirm(l10n.t('This text is not JSON. Send it all the same?'), detail, l10n.t('Send'));
  }
}

/** Asks whether an event is sent whose body nobody knows. */
export function mayBeEmpty(eventKey: string): Promise<boolean> {
  return confirm(
    l10n.t('Nobody has published what Bitbucket sends with {0}. Send an empty object?', eventKey),
    l10n.t(
      'The headers are those of the event, the body is {0}. With a body of your own, send it from an editor.',
      '{}',
    ),
    l10n.t('Send'),
  );
}

/** Asks whether a text is sent as the body of an event whose body nobody knows. */
export function mayBeGuessed(eventKey: string): Promise<boolean> {
  return confirm(
    l10n.t('Nobody has published what Bitbucket sends with {0}. Send this text all the same?', eventKey),
    l10n.t('A handler that takes it may still break on what Bitbucket sends.'),
    l10n.t('Send'),
  );
}

/** The name of the machine that sends, in windows where it isn't the one that the user sits at. */
export function machineText(sender: Sender): string | undefined {
  return env.remoteName === undefined ? undefined : cleanText(sender.machineName(), 100);
}

export async function confirm(message: string, detail: string, button: string): Promise<boolean> {
  return (await window.showWarningMessage(message, { modal: true, detail }, button)) === button;
}
