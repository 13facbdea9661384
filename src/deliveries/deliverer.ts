import { l10n, ProgressLocation, window } from 'vscode';
import { inventedHookUuid } from '../events/headers';
import { withoutLinks } from '../presentation/texts';
import { pickTarget } from './pickTarget';
import { isSendingAllowed, machineText, mayGoTo } from './questions';
import { secretOrNone } from './secretQuestions';
import type { DeliverySecrets } from './secrets';
import type { DeliveryTargets } from './targets';
import { deliver, type Order } from './wire/deliver';
import { bitbucketTimeout, type Delivery, type KeptTarget, type Sender } from './wire/delivery';
import type { DeliveryHistory } from './wire/history';
import type { PendingDeliveries, PendingDelivery } from './wire/pendingDeliveries';
import type { Target } from './wire/target';

/** Somebody may stand at a breakpoint: so long an answer is waited for. Milliseconds. */
const giveUpAfter = 600_000;

/** What is to be sent, but for where. */
export type Draft = Pick<Order, 'eventKey' | 'variant' | 'body' | 'signing' | 'requestUuid' | 'attempt'>;

export interface DeliveryServices {
  readonly sender: Sender;
  readonly history: DeliveryHistory;
  readonly pending: PendingDeliveries;
  readonly targets: DeliveryTargets;
  readonly secrets: DeliverySecrets;
}

/** Where to send, after all questions have been answered. */
interface Route {
  readonly target: Target;
  readonly kept: KeptTarget;
  readonly secret: string | undefined;
}

type BatchDraft = Draft & Pick<Order, 'batch'>;

/** What the deliveries have in common that are waited for one after the other. */
interface Waiting {
  readonly stop: AbortController;
  readonly position: PendingDelivery['position'];
  readonly onLate: () => void;
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
    if (!(await isSendingAllowed())) {
      return undefined;
    }
    const answer = await mayGoTo(target, targets, sender);
    if (answer === 'elsewhere') {
      const other = await pickTarget(this.services, l10n.t('Send to another address'));
      return other && this.routeTo(other, drafts);
    }
    if (answer === 'no') {
      return undefined;
    }
    const needsSecret = drafts.some(({ signing }) => signing === 'signed');
    const secret = needsSecret ? await secretOrNone(target.shown, secrets) : { value: undefined };
    return secret && { target, kept: await targets.remember(target), secret: secret.value };
  }

  private async sendAlong(route: Route, drafts: readonly Draft[], batch?: string): Promise<readonly Delivery[]> {
    const title = withoutLinks(this.titleOf(route, drafts));
    const options = { location: ProgressLocation.Notification, cancellable: true, title };
    return window.withProgress(options, async (progress, token) => {
      const stop = new AbortController();
      token.onCancellationRequested(() => {
        stop.abort();
      });
      const sent: Delivery[] = [];
      for (const [index, draft] of drafts.entries()) {
        if (drafts.length > 1) {
          const message = l10n.t('{0} of {1}: {2}', index + 1, drafts.length, draft.eventKey);
          progress.report({ message: withoutLinks(message), increment: index === 0 ? 0 : 100 / drafts.length });
        }
        const position = drafts.length > 1 ? ([index + 1, drafts.length] as const) : undefined;
        const onLate = () => {
          progress.report({ message: l10n.t('Bitbucket would have given up by now. Still waiting …') });
        };
        sent.push(await this.sendOne(route, { ...draft, batch }, { stop, position, onLate }));
        if (stop.signal.aborted) {
          break;
        }
      }
      return sent;
    });
  }

  /** Sends a draft, which has its row from now on: first as one that waits, then as one of the history. */
  private async sendOne({ target, kept, secret }: Route, draft: BatchDraft, waiting: Waiting): Promise<Delivery> {
    const { sender, history, pending } = this.services;
    const { eventKey, variant, signing, attempt = 1 } = draft;
    const { stop, position } = waiting;
    const cancel = () => {
      stop.abort();
    };
    const row = pending.add({ eventKey, variant, signing, attempt, target: kept, position, cancel });
    const onLate = () => {
      row.late();
      waiting.onLate();
    };
    try {
      const order: Order = { ...draft, hookUuid: inventedHookUuid, url: target.url, target: kept, secret };
      const patience = { lateAfter: bitbucketTimeout, giveUpAfter, onLate };
      const delivery = await deliver(order, (...request) => sender.send(...request), stop.signal, patience);
      await history.add(delivery);
      return delivery;
    } finally {
      row.end();
    }
  }

  private titleOf({ target }: Route, drafts: readonly Draft[]): string {
    const [first] = drafts;
    const what = drafts.length === 1 && first ? first.eventKey : l10n.t('{0} deliveries', drafts.length);
    const from = machineText(this.services.sender);
    return from === undefined
      ? l10n.t('Sending {0} to {1}', what, target.shown)
      : l10n.t('Sending {0} to {1} from {2}', what, target.shown, from);
  }
}
