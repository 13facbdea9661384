import { CodeLens, type CodeLensProvider, type Disposable, l10n, languages, Range, type TextDocument } from 'vscode';
import { lensTitle } from '../presentation/texts';
import { batchOf, deliveryIdOf, documentScheme, isAnswer } from './documents';
import type { Delivery } from './wire/delivery';
import { gradeOf, maxAttempts, verdictOf } from './wire/deliveryVerdict';
import type { DeliveryHistory } from './wire/history';

/** What can be done next, above an answer: what is always of use, then what its verdict speaks of. */
class AnswerLenses implements CodeLensProvider {
  readonly onDidChangeCodeLenses;

  constructor(private readonly history: DeliveryHistory) {
    this.onDidChangeCodeLenses = history.onDidChange;
  }

  async provideCodeLenses({ uri }: TextDocument): Promise<CodeLens[]> {
    const batch = batchOf(uri);
    const steps =
      batch === undefined
        ? deliverySteps(isAnswer(uri) ? await this.history.find(deliveryIdOf(uri) ?? '') : undefined)
        : batchSteps((await this.history.list()).filter((delivery) => delivery.batch === batch));
    return steps.map(
      ({ icon, title, command }) =>
        new CodeLens(new Range(0, 0, 0, 0), { title: lensTitle(icon, title), command, arguments: [uri] }),
    );
  }
}

export function registerAnswerLenses(history: DeliveryHistory): Disposable {
  return languages.registerCodeLensProvider({ scheme: documentScheme }, new AnswerLenses(history));
}

/** Commands on the delivery, or the batch, of the document that they are called for. */
interface Step {
  readonly icon: string;
  readonly title: string;
  readonly command: string;
}

export const verifyDeliveryCommand = '_bitbucketWebhooks.verifyDelivery';
export const openRecipeCommand = '_bitbucketWebhooks.openRecipe';
export const sendBatchAgainCommand = '_bitbucketWebhooks.sendBatchAgain';
export const sendFailedAgainCommand = '_bitbucketWebhooks.sendFailedAgain';

function deliverySteps(delivery: Delivery | undefined): Step[] {
  if (!delivery) {
    return [];
  }
  const step = (icon: string, title: string, command: string): Step => ({ icon, title, command });
  const whole = (...steps: Step[]) => (delivery.isBodyCut ? [] : steps);
  return [
    ...whole(step('refresh', l10n.t('Send again'), 'bitbucketWebhooks.sendAgain')),
    ...stepsOfVerdict(delivery),
    step('key', l10n.t('Set secret'), 'bitbucketWebhooks.setSecret'),
    step('verified', l10n.t('Verify'), verifyDeliveryCommand),
    ...whole(step('terminal', l10n.t('Copy as curl'), 'bitbucketWebhooks.copyAsCurl')),
  ];
}

function stepsOfVerdict(delivery: Delivery): Step[] {
  const recipe = { icon: 'book', title: l10n.t('Recipe'), command: openRecipeCommand };
  switch (verdictOf(delivery)) {
    case 'failed':
      return delivery.attempt < maxAttempts && !delivery.isBodyCut
        ? [{ icon: 'history', title: l10n.t('As retry'), command: 'bitbucketWebhooks.sendAsRetry' }]
        : [];
    case 'arrived':
      return delivery.isBodyCut
        ? []
        : [
            {
              icon: 'shield',
              title: l10n.t('Wrong signature'),
              command: 'bitbucketWebhooks.sendWithWrongSignature',
            },
          ];
    case 'signatureRefused':
    case 'forgeryAccepted':
    case 'forgeryFailed':
      return [recipe];
    default:
      return [];
  }
}

function batchSteps(deliveries: readonly Delivery[]): Step[] {
  const others = deliveries.filter((delivery) => gradeOf(delivery) !== 'good').length;
  if (deliveries.length === 0) {
    return [];
  }
  const all = { icon: 'refresh', title: l10n.t('Send again: all'), command: sendBatchAgainCommand };
  return others === 0 || others === deliveries.length
    ? [all]
    : [
        {
          icon: 'refresh',
          title: l10n.t('Send again: {0} not as expected', others),
          command: sendFailedAgainCommand,
        },
        all,
      ];
}
