import { CodeLens, type CodeLensProvider, type Disposable, l10n, languages, Range, type TextDocument } from 'vscode';
import { lensTitle } from '../presentation/texts';
import { batchOf, deliveryIdOf, documentScheme, isAnswer } from './documents';
import type { Delivery } from './wire/delivery';
import { isAsExpected, maxAttempts, verdictOf } from './wire/deliveryVerdict';
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
  /** What only a body that was kept whole can be used for. */
  readonly needsBody?: true;
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
  const steps: Step[] = [
    { needsBody: true, icon: 'refresh', title: l10n.t('Send again'), command: 'bitbucketWebhooks.sendAgain' },
    ...stepsOfVerdict(delivery),
    { icon: 'key', title: l10n.t('Set secret'), command: 'bitbucketWebhooks.setSecret' },
    { icon: 'verified', title: l10n.t('Verify'), command: verifyDeliveryCommand },
    { needsBody: true, icon: 'terminal', title: l10n.t('Copy as curl'), command: 'bitbucketWebhooks.copyAsCurl' },
  ];
  return delivery.isBodyCut ? steps.filter(({ needsBody }) => !needsBody) : steps;
}

function stepsOfVerdict(delivery: Delivery): Step[] {
  switch (verdictOf(delivery)) {
    case 'failed': {
      const command = 'bitbucketWebhooks.sendAsRetry';
      const retry: Step = { needsBody: true, icon: 'history', title: l10n.t('As retry'), command };
      return delivery.attempt < maxAttempts ? [retry] : [];
    }
    case 'arrived': {
      const command = 'bitbucketWebhooks.sendWithWrongSignature';
      return [{ needsBody: true, icon: 'shield', title: l10n.t('Wrong signature'), command }];
    }
    case 'signatureRefused':
    case 'forgeryAccepted':
    case 'forgeryFailed':
      return [{ icon: 'book', title: l10n.t('Recipe'), command: openRecipeCommand }];
    default:
      return [];
  }
}

function batchSteps(deliveries: readonly Delivery[]): Step[] {
  const others = deliveries.filter((delivery) => !isAsExpected(delivery)).length;
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
