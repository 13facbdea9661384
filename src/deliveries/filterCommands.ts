import { commands, Disposable, l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { registerCommand } from '../commands/registerCommand';
import { escapeIcons } from '../presentation/texts';
import type { Criteria, DeliveryFilter } from './deliveryFilter';
import { type Grade, gradeOf } from './wire/deliveryVerdict';
import type { DeliveryHistory } from './wire/history';

/** Known to the conditions of menus. */
const isFiltered = 'bitbucketWebhooks.deliveriesAreFiltered';

const grades: readonly Grade[] = ['good', 'odd', 'bad', 'cancelled'];

interface CriterionItem extends QuickPickItem {
  readonly criterion?: { readonly of: keyof Criteria; readonly value: string };
}

/** "Filter deliveries" by event, target and outcome, and "Clear filter". */
export function registerFilter(filter: DeliveryFilter, history: DeliveryHistory): Disposable {
  return Disposable.from(
    filter.onDidChange(() => {
      void commands.executeCommand('setContext', isFiltered, filter.isActive);
    }),
    registerCommand('filterDeliveries', async () => {
      const items = await criterionItems(filter, history);
      const chosen = await window.showQuickPick(items, {
        canPickMany: true,
        title: l10n.t('Filter deliveries'),
        placeHolder: l10n.t('Show only what is ticked; of what has no tick, all'),
      });
      if (chosen) {
        const valuesOf = (of: keyof Criteria) =>
          chosen.flatMap(({ criterion }) => (criterion?.of === of ? [criterion.value] : []));
        filter.set({
          events: valuesOf('events'),
          targets: valuesOf('targets'),
          outcomes: valuesOf('outcomes') as Grade[],
        });
      }
    }),
    registerCommand('clearDeliveryFilter', () => {
      filter.clear();
    }),
  );
}

/** What there is to choose among: what the deliveries have, and what the filter asks for already. */
async function criterionItems(filter: DeliveryFilter, history: DeliveryHistory): Promise<CriterionItem[]> {
  const deliveries = await history.list();
  const { criteria } = filter;
  const outcomes = deliveries.map(gradeOf).sort((one, other) => grades.indexOf(one) - grades.indexOf(other));
  const group = (of: keyof Criteria, title: string, values: readonly string[], text = (value: string) => value) => {
    const ticked: readonly string[] = criteria[of];
    const items = [...new Set([...values, ...ticked])].map((value): CriterionItem => {
      const count = values.filter((each) => each === value).length;
      const label = escapeIcons(text(value));
      return { label, description: String(count), picked: ticked.includes(value), criterion: { of, value } };
    });
    return items.length === 0 ? [] : [{ label: title, kind: QuickPickItemKind.Separator }, ...items];
  };
  return [
    ...group('outcomes', l10n.t('Outcome'), outcomes, (value) => gradeText(value as Grade)),
    ...group(
      'events',
      l10n.t('Event'),
      deliveries.map(({ eventKey }) => eventKey),
    ),
    ...group(
      'targets',
      l10n.t('Target'),
      deliveries.map(({ target }) => target.shown),
    ),
  ];
}

/** What a filter leaves, for the line above the rows; empty where there is none. */
export function filterText({ isActive, criteria }: DeliveryFilter, shown: number, all: number): string {
  const values = [...criteria.outcomes.map(gradeText), ...criteria.events, ...criteria.targets];
  return isActive ? l10n.t('{0} of {1}: {2}', shown, all, values.join(', ')) : '';
}

function gradeText(grade: Grade): string {
  switch (grade) {
    case 'good':
      return l10n.t('As expected');
    case 'odd':
      return l10n.t('With a warning');
    case 'bad':
      return l10n.t('Failed');
    case 'cancelled':
      return l10n.t('Cancelled');
  }
}
