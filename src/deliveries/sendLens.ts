import { CodeLens, type CodeLensProvider, type Disposable, l10n, languages, Range, type TextDocument } from 'vscode';
import { lensTitle } from '../presentation/texts';
import { sampleScheme } from '../presentation/sampleLinks';
import type { BodySource } from './sending';

/** Sends all variants of the event whose sample a document shows. */
export const sendVariantsCommand = '_bitbucketWebhooks.sendVariants';

/** Bodies of events: samples, copies of them, and files that people keep. */
const selector = [{ scheme: sampleScheme }, { scheme: 'bitbucket-webhook-copy' }, { pattern: '**/*.bitbucket.json' }];

/** Above a body, before all else that can be done with it: sending it. */
class SendLenses implements CodeLensProvider {
  constructor(private readonly bodies: BodySource) {}

  async provideCodeLenses({ uri }: TextDocument): Promise<CodeLens[]> {
    const eventKey = this.bodies.eventKeyOf(uri);
    if (eventKey === undefined && this.bodies.queryFor(uri) === undefined) {
      return [];
    }
    const lens = (icon: string, title: string, tooltip: string, command: string) =>
      new CodeLens(new Range(0, 0, 0, 0), { title: lensTitle(icon, title), tooltip, command, arguments: [uri] });
    const send = lens(
      'send',
      l10n.t('Send'),
      l10n.t('Send this body to a handler, as Bitbucket would'),
      'bitbucketWebhooks.sendTestDelivery',
    );
    const variants =
      eventKey !== undefined && uri.scheme === sampleScheme ? (await this.bodies.samples(eventKey)).length : 0;
    const all = lens(
      'versions',
      l10n.t('All {0} variants', variants),
      l10n.t('Send one after the other what else may have happened: does the handler take it?'),
      sendVariantsCommand,
    );
    return variants > 1 ? [send, all] : [send];
  }
}

export function registerSendLenses(bodies: BodySource): Disposable {
  return languages.registerCodeLensProvider(selector, new SendLenses(bodies));
}
