import { EventEmitter, l10n, ThemeColor, ThemeIcon, type TreeDataProvider, TreeItem } from 'vscode';
import { timeText } from '../presentation/dateText';
import { joinTexts } from '../presentation/texts';
import { warningIcon } from '../presentation/treeRows';
import type { DeliveryFilter } from './deliveryFilter';
import { deliveryUri } from './documents';
import { durationText, outcomeParts, outcomeSentences, outcomeWords, purposeWords } from './outcomeText';
import type { DeliverySecrets } from './secrets';
import type { DeliveryTargets } from './targets';
import type { Delivery, KeptTarget } from './wire/delivery';
import { type Grade, gradeOf, maxAttempts } from './wire/deliveryVerdict';
import type { DeliveryHistory } from './wire/history';
import type { PendingDeliveries, PendingDelivery } from './wire/pendingDeliveries';

/** A row of the view. Only its id counts: what it stands for is looked up, whoever hands it in. */
export interface DeliveryNode {
  readonly kind: 'delivery';
  readonly delivery: Delivery;
}

/** The row of a delivery that waits for its answer. */
export interface PendingNode {
  readonly kind: 'pending';
  readonly pending: PendingDelivery;
}

/** What the rows are made of. */
interface Shown {
  readonly history: DeliveryHistory;
  readonly pending: PendingDeliveries;
  readonly targets: DeliveryTargets;
  readonly secrets: DeliverySecrets;
  readonly filter: DeliveryFilter;
}

const icons: Readonly<Record<Grade, ThemeIcon>> = {
  good: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
  odd: warningIcon,
  bad: new ThemeIcon('error', new ThemeColor('testing.iconFailed')),
  cancelled: new ThemeIcon('circle-slash'),
};

/** The view "Deliveries": what is on its way, then what was sent, newest first. */
export class DeliveriesTree implements TreeDataProvider<DeliveryNode | PendingNode> {
  private readonly changes = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.changes.event;
  /** Of all that is kept, whatever the filter leaves. */
  private targetsKept = 0;
  private deliveriesKept = 0;

  constructor(private readonly shown: Shown) {
    const { history, pending, targets, secrets, filter } = shown;
    const changed = [history.onDidChange, pending.onDidChange, targets.onDidRename, secrets.onDidChange];
    for (const event of [...changed, filter.onDidChange]) {
      event(() => {
        this.changes.fire();
      });
    }
  }

  async getChildren(parent?: DeliveryNode | PendingNode): Promise<(DeliveryNode | PendingNode)[]> {
    if (parent) {
      return [];
    }
    const { history, pending, filter } = this.shown;
    const deliveries = await history.list();
    this.targetsKept = new Set(deliveries.map(({ target }) => target.shown)).size;
    this.deliveriesKept = deliveries.length;
    return [
      ...pending.list.map((each): PendingNode => ({ kind: 'pending', pending: each })),
      ...filter.select(deliveries).map((delivery): DeliveryNode => ({ kind: 'delivery', delivery })),
    ];
  }

  getTreeItem(node: DeliveryNode | PendingNode): TreeItem {
    return node.kind === 'pending' ? this.pendingItem(node.pending) : this.deliveryItem(node.delivery);
  }

  /** In the order of what tells rows apart, since a narrow view shows their beginnings. */
  private deliveryItem(delivery: Delivery): TreeItem {
    const { id, eventKey, variant = '', target, outcome, sentAt, attempt, signing } = delivery;
    const words = outcomeWords(outcome);
    const [first = '', ...late] = outcomeParts(outcome);
    const details = [purposeWords(signing), attemptText(attempt), variant];
    const [time, duration] = [timeText(sentAt), durationText(outcome.milliseconds)];
    const place = this.placeOf(target);
    // The same in all rows, it tells none apart.
    const where = this.targetsKept > 1 ? place : '';
    const { name, family } = partsOf(eventKey);
    const hasStatus = outcome.kind === 'answer';
    const label = hasStatus ? `${first} ${name}` : name;
    const said = hasStatus ? late : [first, ...late];
    return Object.assign(new TreeItem(label), {
      id: `delivery:${id}`,
      contextValue: ['delivery', ...this.abilitiesOf(delivery)].join(' '),
      description: joinTexts([...said, ...details, family, where, time, duration], ' · '),
      iconPath: icons[gradeOf(delivery)],
      tooltip: [
        joinTexts([`${eventKey}: ${words}`, ...details], ' · '),
        joinTexts([this.shown.targets.nameOf(target) ?? '', target.shown], ' · '),
        ...outcomeSentences(delivery),
        joinTexts([time, duration], ' · '),
      ].join('\n'),
      accessibilityInformation: { label: joinTexts([eventKey, words, ...details, place, duration, time], ', ') },
      command: {
        command: 'vscode.open',
        title: l10n.t('Open answer'),
        arguments: [deliveryUri(delivery, 'answer')],
      },
    });
  }

  private pendingItem({ id, eventKey, variant = '', target, attempt, signing, position, isLate }: PendingDelivery) {
    const place = this.placeOf(target);
    const { name, family } = partsOf(eventKey);
    const parts = [
      isLate ? l10n.t('too late for Bitbucket, still waiting') : l10n.t('waiting'),
      position ? l10n.t('{0} of {1}', ...position) : '',
      purposeWords(signing),
      attemptText(attempt),
      variant,
      place,
    ];
    return Object.assign(new TreeItem(name), {
      id: `pending:${id}`,
      contextValue: 'pendingDelivery',
      description: joinTexts([...parts.slice(0, -1), family, place], ' · '),
      iconPath: new ThemeIcon('loading~spin'),
      tooltip: joinTexts([`${eventKey}: ${parts[0] ?? ''}`, place], '\n'),
      accessibilityInformation: { label: joinTexts([eventKey, ...parts], ', ') },
    });
  }

  /** What the conditions of menus ask for: what can't be done isn't offered. */
  private abilitiesOf({ target, isBodyCut, attempt }: Delivery): string[] {
    const secret = this.shown.secrets.stateOf(target.shown);
    return [
      ...(isBodyCut ? [] : ['whole']),
      ...(attempt < maxAttempts ? ['retryable'] : []),
      ...(this.deliveriesKept > 1 ? ['comparable'] : []),
      ...(secret === 'none' ? [] : ['withSecret']),
      ...(secret === 'kept' ? ['withKeptSecret'] : []),
    ];
  }

  /** The name of a target, else its address without what all have. */
  private placeOf(target: KeptTarget): string {
    return this.shown.targets.nameOf(target) ?? target.shown.replace(/^https?:\/\//, '');
  }
}

/** A key for a narrow row, which would show no more than its family where that is long: then the family comes later. */
function partsOf(eventKey: string): { readonly name: string; readonly family: string } {
  const [, family = '', name = ''] = /^(\w{6,}):(\w+)$/.exec(eventKey) ?? [];
  return name === '' ? { name: eventKey, family } : { name, family };
}

function attemptText(attempt: number): string {
  return attempt > 1 ? l10n.t('attempt {0}', attempt) : '';
}
