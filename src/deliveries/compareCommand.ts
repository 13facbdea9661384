import { commands, type Disposable, l10n, window } from 'vscode';
import { registerRowCommand } from '../commands/registerCommand';
import { timeText } from '../presentation/dateText';
import { deliveryUri } from './documents';
import { type GivenDeliveries, pickDelivery } from './givenDeliveries';
import { outcomeWords } from './outcomeText';
import type { Delivery } from './wire/delivery';
import type { DeliveryHistory } from './wire/history';
import { partnersOf } from './wire/partnersOf';

/** "Compare": two that are selected; or one with another, of which the last of the same event and target comes first. */
export function registerCompare(history: DeliveryHistory, given: GivenDeliveries): Disposable {
  return registerRowCommand('compareDeliveries', async (item?: unknown, items?: unknown) => {
    const [one, other, third] = await given.all(item, items);
    if (third) {
      void window.showInformationMessage(l10n.t('Select two deliveries to compare.'));
      return;
    }
    const partner = one && (other ?? (await pickPartner(await history.list(), one)));
    if (partner) {
      await compare(one, partner);
    }
  });
}

async function pickPartner(all: readonly Delivery[], one: Delivery): Promise<Delivery | undefined> {
  const title = l10n.t('Compare {0}, {1}, with', nameOf(one), one.target.shown);
  return pickDelivery(partnersOf(one, all), title);
}

/** The older one is on the left. */
async function compare(one: Delivery, other: Delivery): Promise<void> {
  const [older, newer] = one.sentAt < other.sentAt ? [one, other] : [other, one];
  await commands.executeCommand(
    'vscode.diff',
    deliveryUri(older, 'comparison'),
    deliveryUri(newer, 'comparison'),
    `${nameOf(older)} ↔ ${nameOf(newer)}`,
  );
}

const nameOf = ({ eventKey, outcome, sentAt }: Delivery) =>
  `${eventKey} (${outcomeWords(outcome)}, ${timeText(sentAt)})`;
