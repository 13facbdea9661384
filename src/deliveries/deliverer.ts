import { l10n, ProgressLocation, window } from 'vscode';
import { inventedHookUuid } from '../events/headers';
import { withoutLinks } from '../presentation/texts';
import { isSendingAllowed, machineText, mayGoTo, maySendUnsigned } from './questions';
import type { DeliverySecrets } from './secrets';
import type { DeliveryTargets } from './targets';
import { deliver, type Order } from './wire/deliver';
import { bitbucketTimeout, type Delivery, type KeptTarget, type Sender } from './wire/delivery';
import type { DeliveryHistory } from './wire/history';
import type { Target } from './wire/target';

/** Somebody may stand at a breakpoint: so long an answer is waited for. Milliseconds. */
const giveUpAfter = 600_000;

/** What is to be sent, but for where. */
export type Draft = Pick<Order, 'eventKey' | 'body' | 'signing' | 'requestUuid' | 'attempt'>;

export interface DeliveryServices {
  readonly sender: Sender;
  readonly history: DeliveryHistory;
  readonly targets: DeliveryTargets;
  readonly secrets: DeliverySecrets;
}

/** Where to send, after all questions have been answered. */
interface Route {
  readonly target: Target;
  readonly kept: KeptTarget;
  readonly secret: string | undefined;
}

/** Sends drafts one after the other, with progress, after what has to be asked; what came of each is in the history. */
export class Deliverer {
  constructor(private readonly services: DeliveryServices) {}

  /**
   * Resolves with what was sent: nothing where the user said no, and not all where they stopped.
   *
   * @param batch What the deliveries have in common, where there are several.
   */
  async send(drafts: readonly Draft[], target: Target, batch?: string): Promise<readonly Delivery[]> {
    const route = await this.routeTo(target, drafts);
    return route ? this.sendAlong(route, drafts, batch) : [];
  }

  /** Asks what has to be asked. `undefined`: nothing is to be sent. */
  private async routeTo(target: Target, drafts: readonly Draft[]): Promise<Route | undefined> {
    const { targets, secrets, sender } = this.services;
    if (!(await isSendingAllowed()) || !(await mayGoTo(target, targets, sender))) {
      return undefined;
    }
    const needsSecret = drafts.some(({ signing }) => signing === 'signed');
    const kept = needsSecret ? await secrets.get(target.shown) : undefined;
    if (kept?.kind === 'lost' && !(await maySendUnsigned(target.shown))) {
      return undefined;
    }
    const secret = kept?.kind === 'kept' ? kept.secret : undefined;
    return { target, kept: await targets.remember(target), secret };
  }

  private async sendAlong(route: Route, drafts: readonly Draft[], batch?: string): Promise<readonly Delivery[]> {
    const { sender, history } = this.services;
    const [first] = drafts;
    const what = drafts.length === 1 && first ? first.eventKey : l10n.t('{0} events', drafts.length);
    const from = machineText(sender);
    const title =
      from === undefined
        ? l10n.t('Sending {0} to {1}', what, route.target.shown)
        : l10n.t('Sending {0} to {1} from {2}', what, route.target.shown, from);
    const options = { location: ProgressLocation.Notification, cancellable: true, title: withoutLinks(title) };
    return window.withProgress(options, async (progress, token) => {
      const stop = new AbortController();
      token.onCancellationRequested(() => {
        stop.abort();
      });
      const onLate = () => {
        progress.report({ message: l10n.t('Bitbucket would have given up by now. Still waiting …') });
      };
      const sent: Delivery[] = [];
      for (const [index, draft] of drafts.entries()) {
        if (drafts.length > 1) {
          const message = l10n.t('{0} of {1}: {2}', index + 1, drafts.length, draft.eventKey);
          progress.report({ message: withoutLinks(message), increment: index === 0 ? 0 : 100 / drafts.length });
        }
        const order: Order = {
          ...draft,
          hookUuid: inventedHookUuid,
          batch,
          url: route.target.url,
          target: route.kept,
          secret: route.secret,
        };
        const patience = { lateAfter: bitbucketTimeout, giveUpAfter, onLate };
        const delivery = await deliver(order, (...request) => sender.send(...request), stop.signal, patience);
        sent.push(delivery);
        await history.add(delivery);
        if (stop.signal.aborted) {
          break;
        }
      }
      return sent;
    });
  }
}
