import { l10n, window } from 'vscode';
import type { DeliverySecrets } from './secrets';
import { maxSecretLength } from './wire/signature';
import { tidySecret } from './wire/tidySecret';

/** Asks for a target's secret without showing it, and keeps it. Resolves with it; `undefined` where none is kept. */
export async function setSecret(secrets: DeliverySecrets, target: string): Promise<string | undefined> {
  const secret = await askForSecret(l10n.t('Secret of {0}', target));
  return secret !== undefined && (await keepSecret(secrets, target, secret)) ? secret : undefined;
}

/** Says so where there is no keyring to keep it in. VS Code's own words may quote what it was given: they stay out. */
export async function keepSecret(secrets: DeliverySecrets, target: string, secret: string): Promise<boolean> {
  try {
    await secrets.set(target, secret);
    return true;
  } catch {
    void window.showErrorMessage(
      l10n.t('VS Code could not keep the secret. Check the system’s keyring, then try again.'),
    );
    return false;
  }
}

/**
 * The secret to sign with: none where a target has none, or where the user sends unsigned because it is lost.
 *
 * @returns `undefined` where nothing is to be sent.
 */
export async function secretOrNone(
  target: string,
  secrets: DeliverySecrets,
): Promise<{ readonly value: string | undefined } | undefined> {
  const kept = await secrets.get(target);
  if (kept.kind !== 'lost') {
    return { value: kept.kind === 'kept' ? kept.secret : undefined };
  }
  const [set, unsigned] = [l10n.t('Set Secret'), l10n.t('Send Unsigned')];
  const answer = await window.showWarningMessage(
    l10n.t('The secret of {0} is lost. Set it anew?', target),
    {
      modal: true,
      detail: l10n.t(
        'It was kept in the system’s keyring, which no longer has it. Without it the delivery has no signature.',
      ),
    },
    // The first one is what Enter chooses.
    set,
    unsigned,
  );
  if (answer === set) {
    const value = await setSecret(secrets, target);
    return value === undefined ? undefined : { value };
  }
  return answer === unsigned ? { value: undefined } : undefined;
}

/** `undefined` where the user goes away. */
async function askForSecret(title: string): Promise<string | undefined> {
  const typed = await window.showInputBox({
    title,
    prompt: l10n.t('The secret of the webhook, as the handler knows it. It is kept by VS Code, encrypted.'),
    password: true,
    ignoreFocusOut: true,
    validateInput: (value) => {
      if (value === '') {
        return l10n.t('A secret has at least one character.');
      }
      return Array.from(tidySecret(value)).length > maxSecretLength
        ? l10n.t('Bitbucket takes at most {0} characters.', maxSecretLength)
        : undefined;
    },
  });
  return typed === undefined ? undefined : confirmSecret(typed);
}

/** Asks about what is hardly part of a secret, such as the quotes of the file that it was copied from. */
async function confirmSecret(typed: string): Promise<string | undefined> {
  const tidied = tidySecret(typed);
  if (tidied === typed) {
    return typed;
  }
  const [tidy, keep] = [l10n.t('Leave Them Out'), l10n.t('Keep Them')];
  const answer = await window.showWarningMessage(
    l10n.t('The secret has quotes around it, or blanks at its ends. Are they part of it?'),
    {
      modal: true,
      detail: l10n.t('They often come along when a secret is copied out of a file. Every character counts.'),
    },
    tidy,
    keep,
  );
  return answer === tidy ? tidied : answer === keep ? typed : undefined;
}
