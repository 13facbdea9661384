import { commands, Disposable, env, l10n, window } from 'vscode';
import { escapeIcons } from '../presentation/texts';
import { randomSecret } from './secretCommands';
import { keepSecret } from './secretQuestions';
import type { DeliverySecrets } from './secrets';
import type { DeliveryTargets } from './targets';
import { parseTarget, type Target } from './wire/target';

interface HandlerTargetContext {
  readonly targets: DeliveryTargets;
  readonly secrets: DeliverySecrets;
}

/**
 * What "New webhook handler" runs: has the address of the new handler stand first in the list of targets, and puts its
 * secret on the clipboard, a new one if it has none. Only addresses of this machine are taken: whoever else runs these
 * can't have the user send elsewhere by mistake.
 */
export function registerHandlerTarget({ targets, secrets }: HandlerTargetContext): Disposable {
  return Disposable.from(
    commands.registerCommand('_bitbucketWebhooks.rememberTarget', async (address: unknown) => {
      const target = loopbackTarget(address);
      if (target) {
        await targets.remember(target);
      }
    }),
    commands.registerCommand('_bitbucketWebhooks.copySecretFor', async (address: unknown) => {
      const target = loopbackTarget(address);
      if (target) {
        await copySecretFor(target.shown, secrets);
      }
    }),
  );
}

function loopbackTarget(address: unknown): Target | undefined {
  const target = typeof address === 'string' ? parseTarget(address) : undefined;
  return typeof target === 'object' && target.isLoopback ? target : undefined;
}

async function copySecretFor(name: string, secrets: DeliverySecrets): Promise<void> {
  const kept = await secrets.get(name);
  const secret = kept.kind === 'kept' ? kept.secret : randomSecret();
  if (await keepSecret(secrets, name, secret)) {
    await env.clipboard.writeText(secret);
    const text = l10n.t('The secret of {0} is in the clipboard, where other programs can read it', name);
    window.setStatusBarMessage(`$(key) ${escapeIcons(text)}`, 6_000);
  }
}
