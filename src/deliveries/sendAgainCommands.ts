import { commands, Disposable, l10n, Uri, window } from 'vscode';
import { registerRowCommand } from '../commands/registerCommand';
import { sendBatchAgainCommand, sendFailedAgainCommand } from './answerLenses';
import type { Draft } from './deliverer';
import { batchOf } from './documents';
import type { GivenDeliveries } from './givenDeliveries';
import { pickTarget } from './pickTarget';
import { isSendingAllowed } from './questions';
import { sendAndShow, type SendContext } from './sendCommands';
import type { Delivery } from './wire/delivery';
import { isAsExpected, maxAttempts } from './wire/deliveryVerdict';

/** The commands that send again what was sent: one delivery, in several ways; or those that were sent in one go. */
export function registerSendAgain(context: SendContext, given: GivenDeliveries): Disposable {
  const { history } = context;
  const again = (name: string, change: (delivery: Delivery) => Change, find = (item: unknown) => given.one(item)) =>
    registerRowCommand(name, async (item?: unknown) => {
      const delivery = await find(item);
      await sendAgain(context, delivery ? [delivery] : [], change);
    });
  const batchAgain = (command: string, isMeant: (delivery: Delivery) => boolean) =>
    commands.registerCommand(command, async (item?: unknown) => {
      const batch = item instanceof Uri ? batchOf(item) : undefined;
      const sent = (await history.list()).filter((delivery) => batch !== undefined && delivery.batch === batch);
      await sendAgain(context, sent.filter(isMeant).reverse(), signed);
    });
  return Disposable.from(
    again('sendAgain', signed, (item) => given.oneOrPicked(item, l10n.t('Send again'))),
    again('sendWithWrongSignature', () => ({ signing: 'wrong' })),
    again('sendWithoutSignature', () => ({ signing: 'unsigned' })),
    again('sendAsRetry', ({ requestUuid, attempt }) => ({
      ...signed(),
      requestUuid,
      attempt: Math.min(maxAttempts, attempt + 1),
    })),
    batchAgain(sendBatchAgainCommand, () => true),
    batchAgain(sendFailedAgainCommand, (delivery) => !isAsExpected(delivery)),
  );
}

type Change = Pick<Draft, 'signing' | 'requestUuid' | 'attempt'>;

const signed = (): Change => ({ signing: 'signed' });

/** Sends deliveries to where the first of them went, in this order. */
async function sendAgain(
  context: SendContext,
  deliveries: readonly Delivery[],
  change: (delivery: Delivery) => Change,
): Promise<void> {
  const whole = deliveries.filter(({ isBodyCut }) => !isBodyCut);
  if (whole.length < deliveries.length) {
    void window.showWarningMessage(l10n.t('The body was too long to be kept whole. Send it again from where it came.'));
  }
  const [first] = whole;
  if (!first || !(await isSendingAllowed())) {
    return;
  }
  const kept = await context.targets.resolve(first.target);
  const lost = l10n.t('The query of {0} is lost: type the address again', first.target.shown);
  const target = kept ?? (await pickTarget(context, lost));
  if (target) {
    const drafts = whole.map((delivery): Draft => {
      const { eventKey, variant, body } = delivery;
      return { eventKey, variant, body, ...change(delivery) };
    });
    await sendAndShow(context, drafts, target);
  }
}
