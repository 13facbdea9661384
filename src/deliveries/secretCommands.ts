import { Disposable, env, l10n, window } from 'vscode';
import { registerCommand } from '../commands/registerCommand';
import { escapeIcons, withoutLinks } from '../presentation/texts';
import { idsOfNodes } from './deliveriesTree';
import { pickTarget } from './pickTarget';
import type { DeliverySecrets } from './secrets';
import type { DeliveryTargets } from './targets';
import type { DeliveryHistory } from './wire/history';
import { maxSecretLength } from './wire/signature';

const confirmationTime = 6_000;

interface SecretContext {
  readonly secrets: DeliverySecrets;
  readonly targets: DeliveryTargets;
  readonly history: DeliveryHistory;
}

/** The commands for secrets: of the target of a row of the view, else of one that the user chooses. */
export function registerSecretCommands(context: SecretContext): Disposable {
  const { secrets, history, targets } = context;
  const targetOf = async (item: unknown): Promise<string | undefined> => {
    const [id] = idsOfNodes(item, undefined);
    return id === undefined ? undefined : (await history.find(id))?.target.shown;
  };
  const chosen = async (item: unknown, title: string): Promise<string | undefined> => {
    const shown = await targetOf(item);
    if (shown !== undefined) {
      return shown;
    }
    const target = await pickTarget(context, title);
    return target && (await targets.remember(target)).shown;
  };
  return Disposable.from(
    registerCommand('setSecret', async (item?: unknown) => {
      const target = await chosen(item, l10n.t('Set the secret of a target'));
      const secret = target === undefined ? undefined : await askForSecret(l10n.t('Secret of {0}', target));
      if (target !== undefined && secret !== undefined && (await keep(secrets, target, secret))) {
        say(l10n.t('Deliveries to {0} are signed from now on', target));
      }
    }),
    registerCommand('generateSecret', async (item?: unknown) => {
      const target = await chosen(item, l10n.t('Generate a secret for a target'));
      if (target !== undefined && (await keep(secrets, target, randomSecret()))) {
        const copy = l10n.t('Copy Secret');
        const message = l10n.t('A new secret for {0} is kept. Give it to the handler too.', target);
        if ((await window.showInformationMessage(withoutLinks(message), copy)) === copy) {
          await copySecret(secrets, target);
        }
      }
    }),
    registerCommand('copySecret', async (item?: unknown) => {
      const target = (await targetOf(item)) ?? (await pickName(secrets, l10n.t('Copy the secret of a target')));
      if (target !== undefined) {
        await copySecret(secrets, target);
      }
    }),
    registerCommand('forgetSecret', async (item?: unknown) => {
      const target = (await targetOf(item)) ?? (await pickName(secrets, l10n.t('Forget the secret of a target')));
      if (target !== undefined) {
        await secrets.forget(target);
        say(l10n.t('The secret of {0} is forgotten', target));
      }
    }),
  );
}

/** Asks for a secret without showing it. `undefined` where the user goes away. */
function askForSecret(title: string): Thenable<string | undefined> {
  return window.showInputBox({
    title,
    prompt: l10n.t('The secret of the webhook, as the handler knows it. It is kept by VS Code, encrypted.'),
    password: true,
    ignoreFocusOut: true,
    validateInput: (value) => {
      if (value === '') {
        return l10n.t('A secret has at least one character.');
      }
      return Array.from(value).length > maxSecretLength
        ? l10n.t('Bitbucket takes at most {0} characters.', maxSecretLength)
        : undefined;
    },
  });
}

/** Lets the user choose among the targets that have a secret. */
async function pickName(secrets: DeliverySecrets, title: string): Promise<string | undefined> {
  const { names } = secrets;
  if (names.length === 0) {
    void window.showInformationMessage(l10n.t('No target has a secret. “Set secret” gives it one.'));
    return undefined;
  }
  const picks = names.map((name) => ({ label: escapeIcons(name), name }));
  return (await window.showQuickPick(picks, { title }))?.name;
}

/** Says so where there is no keyring to keep it in. VS Code's own words may quote what it was given: they stay out. */
async function keep(secrets: DeliverySecrets, target: string, secret: string): Promise<boolean> {
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

async function copySecret(secrets: DeliverySecrets, target: string): Promise<void> {
  const kept = await secrets.get(target);
  if (kept.kind === 'kept') {
    await env.clipboard.writeText(kept.secret);
    say(l10n.t('The secret of {0} is in the clipboard, where other programs can read it', target));
  } else {
    const message =
      kept.kind === 'lost'
        ? l10n.t('The secret of {0} is lost: the system’s keyring no longer has it. Set it again.', target)
        : l10n.t('{0} has no secret. “Set secret” gives it one.', target);
    void window.showWarningMessage(withoutLinks(message));
  }
}

/** 64 hexadecimal digits: as strong as the hash, and safe in any configuration file. */
export function randomSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function say(text: string): void {
  window.setStatusBarMessage(`$(key) ${escapeIcons(text)}`, confirmationTime);
}
