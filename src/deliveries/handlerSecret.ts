import { commands, type Disposable } from 'vscode';
import { randomSecret } from './randomSecret';
import { putOnClipboard } from './secretCommands';
import { keepSecret } from './secretQuestions';
import type { DeliverySecrets } from './secrets';
import { parseTarget } from './wire/target';

/** Takes an address; not in the palette. */
const copyHandlerSecretCommand = '_bitbucketWebhooks.copyHandlerSecret';

/**
 * Puts the secret of a new handler on the clipboard, a new one if it has none. Only for addresses of this machine, where
 * handlers are tried: nobody can have the secret of another target copied by this.
 */
export function registerHandlerSecret(secrets: DeliverySecrets): Disposable {
  return commands.registerCommand(copyHandlerSecretCommand, async (address: unknown) => {
    const target = typeof address === 'string' ? parseTarget(address) : undefined;
    if (typeof target === 'object' && target.isLoopback) {
      await copySecretFor(target.shown, secrets);
    }
  });
}

async function copySecretFor(name: string, secrets: DeliverySecrets): Promise<void> {
  const kept = await secrets.get(name);
  const secret = kept.kind === 'kept' ? kept.secret : randomSecret();
  if (await keepSecret(secrets, name, secret)) {
    await putOnClipboard(name, secret);
  }
}
