import { commands, Disposable, env, l10n, window } from 'vscode';
import { registerRowCommand, registerTitleCommand, sayRowIsGone } from '../commands/registerCommand';
import { escapeIcons, joinTexts, withoutLinks } from '../presentation/texts';
import { idsOf } from './givenDeliveries';
import { nameTarget, pickTarget } from './pickTarget';
import { randomSecret } from './randomSecret';
import { keepSecret, setSecret } from './secretQuestions';
import type { DeliverySecrets } from './secrets';
import type { DeliveryTargets } from './targets';
import type { KeptTarget } from './wire/delivery';
import type { DeliveryHistory } from './wire/history';

const confirmationTime = 6_000;

/** Known to the conditions of menus: that some target has a secret. */
const hasSecrets = 'bitbucketWebhooks.hasSecrets';

interface SecretContext {
  readonly secrets: DeliverySecrets;
  readonly targets: DeliveryTargets;
  readonly history: DeliveryHistory;
}

/** How a command finds its target where it isn't called for a row; `undefined` if the user goes away. */
type Choose = (context: SecretContext, title: string) => Promise<KeptTarget | undefined>;

/** The commands for targets and their secrets: of the target of a row of the view, else of one that the user chooses. */
export function registerSecretCommands(context: SecretContext): Disposable {
  const { secrets, targets } = context;
  const command = (name: string, title: string, choose: Choose, run: (target: KeptTarget) => Promise<void>) => {
    const runFor = async (item?: unknown) => {
      const target = await targetFor(context, item, () => choose(context, title));
      if (target) {
        await run(target);
      }
    };
    return Disposable.from(registerRowCommand(name, runFor), registerTitleCommand(name, runFor));
  };
  const tell = () => void commands.executeCommand('setContext', hasSecrets, secrets.names.length > 0);
  tell();
  return Disposable.from(
    secrets.onDidChange(tell),
    command('setSecret', l10n.t('Set the secret of a target'), chooseAny, async ({ shown }) => {
      await setAndSay(secrets, shown);
    }),
    command('generateSecret', l10n.t('Generate a secret for a target'), chooseAny, async ({ shown }) => {
      await generateSecret(secrets, shown);
    }),
    command('copySecret', l10n.t('Copy the secret of a target'), chooseWithSecret, async ({ shown }) => {
      await copySecret(secrets, shown);
    }),
    command('forgetSecret', l10n.t('Forget the secret of a target'), chooseWithSecret, async ({ shown }) => {
      await forgetSecret(secrets, shown);
    }),
    command('nameTarget', l10n.t('Name a target'), chooseAny, async (target) => {
      await nameTarget(targets, target);
    }),
  );
}

async function targetFor(
  { history }: SecretContext,
  item: unknown,
  choose: () => Promise<KeptTarget | undefined>,
): Promise<KeptTarget | undefined> {
  const [id] = idsOf(item);
  if (id === undefined) {
    return choose();
  }
  const delivery = await history.find(id);
  if (!delivery) {
    sayRowIsGone();
  }
  return delivery?.target;
}

const chooseAny: Choose = async (context, title) => {
  const target = await pickTarget(context, title);
  return target && context.targets.remember(target);
};

/** Lets the user choose among the targets that have a secret. */
const chooseWithSecret: Choose = async ({ secrets, targets }, title) => {
  await secrets.check();
  const { names } = secrets;
  if (names.length === 0) {
    void window.showInformationMessage(l10n.t('No target has a secret. “Set secret” gives it one.'));
    return undefined;
  }
  const picks = names.map((shown) => {
    const name = targets.nameOf({ shown });
    const lost = secrets.stateOf(shown) === 'lost' ? l10n.t('its secret is lost') : '';
    const description = joinTexts([name === undefined ? '' : shown, lost], ' · ');
    return { label: escapeIcons(name ?? shown), description: escapeIcons(description), target: { shown } };
  });
  return (await window.showQuickPick(picks, { title, matchOnDescription: true }))?.target;
};

async function setAndSay(secrets: DeliverySecrets, target: string): Promise<void> {
  if ((await setSecret(secrets, target)) !== undefined) {
    say(l10n.t('Deliveries to {0} are signed from now on', target));
  }
}

async function generateSecret(secrets: DeliverySecrets, target: string): Promise<void> {
  const copy = l10n.t('Copy Secret');
  if ((await secrets.get(target)).kind === 'kept') {
    const replace = l10n.t('Replace');
    const answer = await window.showWarningMessage(
      l10n.t('Replace the secret of {0}?', target),
      { modal: true, detail: l10n.t('A handler that has the present one would refuse what is signed with another.') },
      // The first one is what Enter chooses.
      copy,
      replace,
    );
    if (answer === copy) {
      await copySecret(secrets, target);
    }
    if (answer !== replace) {
      return;
    }
  }
  if (await keepSecret(secrets, target, randomSecret())) {
    const message = l10n.t('A new secret for {0} is kept. Give it to the handler too.', target);
    if ((await window.showInformationMessage(withoutLinks(message), copy)) === copy) {
      await copySecret(secrets, target);
    }
  }
}

async function forgetSecret(secrets: DeliverySecrets, target: string): Promise<void> {
  try {
    await secrets.forget(target);
    say(l10n.t('The secret of {0} is forgotten', target));
  } catch {
    const message = l10n.t(
      'VS Code could not delete the secret of {0}, which is still kept. Check the system’s keyring, then try again.',
      target,
    );
    void window.showErrorMessage(withoutLinks(message));
  }
}

async function copySecret(secrets: DeliverySecrets, target: string): Promise<void> {
  const kept = await secrets.get(target);
  if (kept.kind === 'kept') {
    await putOnClipboard(target, kept.secret);
    return;
  }
  const message =
    kept.kind === 'lost'
      ? l10n.t('The secret of {0} is lost: the system’s keyring no longer has it.', target)
      : l10n.t('{0} has no secret.', target);
  const set = l10n.t('Set Secret');
  if ((await window.showWarningMessage(withoutLinks(message), set)) === set) {
    await setAndSay(secrets, target);
  }
}

export async function putOnClipboard(target: string, secret: string): Promise<void> {
  await env.clipboard.writeText(secret);
  say(l10n.t('The secret of {0} is in the clipboard, where other programs can read it', target));
}

function say(text: string): void {
  window.setStatusBarMessage(`$(key) ${escapeIcons(text)}`, confirmationTime);
}
