import { l10n, Uri, window } from 'vscode';
import { sayRowIsGone } from '../commands/registerCommand';
import { timeText } from '../presentation/dateText';
import { escapeIcons, joinTexts } from '../presentation/texts';
import type { DeliveryNode, PendingNode } from './deliveriesTree';
import { deliveryIdOf } from './documents';
import { outcomeWords, purposeWords } from './outcomeText';
import type { Delivery } from './wire/delivery';
import type { DeliveryHistory } from './wire/history';

const messageTime = 5_000;

/** What commands for deliveries are called for. */
export class GivenDeliveries {
  /** @param selected The rows that are selected in the view, for keys of the keyboard, which pass nothing. */
  constructor(
    private readonly history: DeliveryHistory,
    private readonly selected: () => readonly (DeliveryNode | PendingNode)[],
  ) {}

  /** Those that a command is called for; where there are none, it has been said so. Newest first. */
  async all(item: unknown, items?: unknown): Promise<readonly Delivery[]> {
    const called = idsOf(item, items);
    const ids = called.length > 0 ? called : this.current();
    const all = await this.history.list();
    const found = all.filter(({ id }) => ids.includes(id));
    if (found.length === 0) {
      this.sayNone(called.length > 0, all.length > 0);
    }
    return found;
  }

  /** The one that a command is called for, whole if that is kept. */
  async one(item: unknown): Promise<Delivery | undefined> {
    const [delivery] = await this.all(item);
    return delivery && (await this.history.find(delivery.id));
  }

  /** The same; called for nothing, one that the user chooses by its event and its target. */
  async oneOrPicked(item: unknown, title: string): Promise<Delivery | undefined> {
    const all = await this.history.list();
    if (idsOf(item).length > 0 || all.length === 0) {
      return this.one(item);
    }
    const [first] = this.current();
    const proposed = all.filter(({ id }) => id === first);
    const picked = await pickDelivery([...proposed, ...all.filter(({ id }) => id !== first)], title);
    return picked && this.history.find(picked.id);
  }

  /** What is selected in the view, or else in front. */
  private current(): string[] {
    const selected = idsOf(undefined, this.selected());
    return selected.length > 0 ? selected : idsOf(window.activeTextEditor?.document.uri);
  }

  private sayNone(wasNamed: boolean, hasOthers: boolean): void {
    if (wasNamed) {
      sayRowIsGone();
    } else if (hasOthers) {
      window.setStatusBarMessage(l10n.t('Select a delivery in the view “Deliveries”.'), messageTime);
    } else {
      void window.showInformationMessage(l10n.t('Nothing has been sent yet. “Send test delivery” does that.'));
    }
  }
}

/** The ids that rows of the view and documents are of. With several rows selected, VS Code passes the clicked one, then all. */
export function idsOf(item: unknown, items?: unknown): string[] {
  return (Array.isArray(items) && items.length > 0 ? (items as unknown[]) : [item]).flatMap((each) => {
    if (each instanceof Uri) {
      return deliveryIdOf(each) ?? [];
    }
    const isNode = typeof each === 'object' && each !== null && 'kind' in each && each.kind === 'delivery';
    return isNode && 'delivery' in each ? [(each as DeliveryNode).delivery.id] : [];
  });
}

/** Lets the user choose a delivery: the first is what Enter takes. */
export async function pickDelivery(deliveries: readonly Delivery[], title: string): Promise<Delivery | undefined> {
  const picks = deliveries.map((delivery) => {
    const { eventKey, variant = '', target, outcome, signing, sentAt } = delivery;
    const detail = [outcomeWords(outcome), purposeWords(signing), timeText(sentAt)];
    return {
      label: escapeIcons(l10n.t('{0} to {1}', eventKey, target.shown)),
      description: escapeIcons(variant),
      detail: escapeIcons(joinTexts(detail, ' · ')),
      delivery,
    };
  });
  const options = { title, matchOnDescription: true, matchOnDetail: true };
  return (await window.showQuickPick(picks, options))?.delivery;
}
