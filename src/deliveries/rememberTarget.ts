import { commands, type Disposable } from 'vscode';
import type { DeliveryTargets } from './targets';
import { parseTarget } from './wire/target';

/** Run by "New webhook handler": has the address that the new handler listens on stand first in the list of targets. */
const rememberTargetCommand = '_bitbucketWebhooks.rememberTarget';

/**
 * Only an address of this machine is taken: whoever else runs the command can't have the user send elsewhere by mistake.
 */
export function registerRememberTarget(targets: DeliveryTargets): Disposable {
  return commands.registerCommand(rememberTargetCommand, async (address: unknown) => {
    const target = typeof address === 'string' ? parseTarget(address) : undefined;
    if (typeof target === 'object' && target.isLoopback) {
      await targets.remember(target);
    }
  });
}
