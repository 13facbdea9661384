import { EventEmitter, l10n, ThemeColor, ThemeIcon, type TreeDataProvider, TreeItem } from 'vscode';
import { timeText } from '../presentation/dateText';
import { joinTexts } from '../presentation/texts';
import { deliveryUri } from './documents';
import { durationText, outcomeSentences, outcomeWords, type Grade, gradeOf } from './outcomeText';
import type { Delivery } from './wire/delivery';
import type { DeliveryHistory } from './wire/history';

/** A row of the view. Only its id counts: what it stands for is looked up, whoever hands it in. */
export interface DeliveryNode {
  readonly kind: 'delivery';
  readonly delivery: Delivery;
}

const icons: Readonly<Record<Grade, ThemeIcon>> = {
  good: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
  odd: new ThemeIcon('warning', new ThemeColor('list.warningForeground')),
  bad: new ThemeIcon('error', new ThemeColor('testing.iconFailed')),
  cancelled: new ThemeIcon('circle-slash'),
};

/** The view "Deliveries": what was sent, newest first. */
export class DeliveriesTree implements TreeDataProvider<DeliveryNode> {
  private readonly changes = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.changes.event;

  constructor(private readonly history: DeliveryHistory) {
    history.onDidChange(() => {
      this.changes.fire();
    });
  }

  async getChildren(parent?: DeliveryNode): Promise<DeliveryNode[]> {
    return parent ? [] : (await this.history.list()).map((delivery) => ({ kind: 'delivery', delivery }));
  }

  getTreeItem({ delivery }: DeliveryNode): TreeItem {
    const { id, eventKey, target, outcome, sentAt, attempt, signing } = delivery;
    const words = outcomeWords(outcome);
    const attemptText = attempt > 1 ? l10n.t('attempt {0}', attempt) : '';
    const signature = signing === 'wrong' ? l10n.t('with a wrong signature') : '';
    const time = timeText(sentAt);
    const place = target.shown.replace(/^https?:\/\//, '');
    const parts = [words, attemptText, signature, place, durationText(outcome.milliseconds), time];
    return Object.assign(new TreeItem(eventKey), {
      id: `delivery:${id}`,
      contextValue: 'delivery',
      description: joinTexts(parts, ' · '),
      iconPath: icons[gradeOf(outcome)],
      tooltip: [`${eventKey}: ${words}`, target.shown, ...outcomeSentences(outcome), time].join('\n'),
      accessibilityInformation: { label: joinTexts([eventKey, ...parts], ', ') },
      command: {
        command: 'vscode.open',
        title: l10n.t('Open answer'),
        arguments: [deliveryUri(delivery, 'answer')],
      },
    });
  }
}

/** The ids of the rows that a command was called for. With several selected, VS Code passes the clicked one, then all. */
export function idsOfNodes(item: unknown, items: unknown): string[] {
  return (Array.isArray(items) && items.length > 0 ? (items as unknown[]) : [item]).flatMap((node) => {
    const isNode = typeof node === 'object' && node !== null && 'kind' in node && node.kind === 'delivery';
    return isNode && 'delivery' in node ? [(node as DeliveryNode).delivery.id] : [];
  });
}
