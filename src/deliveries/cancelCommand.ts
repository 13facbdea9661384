import { commands, Disposable, l10n, window } from 'vscode';
import { registerRowCommand, sayRowIsGone } from '../commands/registerCommand';
import { escapeIcons } from '../presentation/texts';
import type { PendingNode } from './deliveriesTree';
import type { PendingDeliveries, PendingDelivery } from './wire/pendingDeliveries';

/** Known to the conditions of menus: that a delivery waits for its answer. */
const isWaiting = 'bitbucketWebhooks.deliveryIsWaiting';

/** "Cancel delivery": that of a row, else the one that waits, or of several one that the user chooses. */
export function registerCancel(pending: PendingDeliveries): Disposable {
  return Disposable.from(
    pending.onDidChange(() => {
      void commands.executeCommand('setContext', isWaiting, pending.list.length > 0);
    }),
    registerRowCommand('cancelDelivery', async (item?: unknown) => {
      const id = pendingIdOf(item);
      const delivery =
        id === undefined ? await onlyOrPicked(pending.list) : pending.list.find((each) => each.id === id);
      if (delivery) {
        delivery.cancel();
      } else if (id !== undefined) {
        sayRowIsGone();
      }
    }),
  );
}

async function onlyOrPicked(all: readonly PendingDelivery[]): Promise<PendingDelivery | undefined> {
  if (all.length < 2) {
    return all[0];
  }
  const picks = all.map((delivery) => ({
    label: escapeIcons(l10n.t('{0} to {1}', delivery.eventKey, delivery.target.shown)),
    delivery,
  }));
  return (await window.showQuickPick(picks, { title: l10n.t('Cancel delivery') }))?.delivery;
}

function pendingIdOf(item: unknown): string | undefined {
  const isNode = typeof item === 'object' && item !== null && 'kind' in item && item.kind === 'pending';
  return isNode && 'pending' in item ? (item as PendingNode).pending.id : undefined;
}
