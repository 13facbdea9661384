import { commands, type Disposable } from 'vscode';
import type { DeliveryTargets } from './targets';
import { parseTarget } from './wire/target';

/** Takes an address; not in the palette. */
export const proposeTargetCommand = '_bitbucketWebhooks.proposeTarget';

/** Puts an address first in the list that the user chooses a target from. Nothing is sent, nor allowed, by that. */
export function registerProposeTarget(targets: DeliveryTargets): Disposable {
  return commands.registerCommand(proposeTargetCommand, async (address: unknown) => {
    const target = typeof address === 'string' ? parseTarget(address) : undefined;
    if (typeof target === 'object') {
      await targets.remember(target);
    }
  });
}
