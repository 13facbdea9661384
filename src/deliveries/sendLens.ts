import { CodeLens, type CodeLensProvider, type Disposable, l10n, languages, Range, type TextDocument } from 'vscode';
import { lensTitle } from '../presentation/texts';
import type { BodySource } from './sending';

/** Bodies of events: samples, copies of them, and files that people keep. */
const selector = [
  { scheme: 'bitbucket-webhook' },
  { scheme: 'bitbucket-webhook-copy' },
  { pattern: '**/*.bitbucket.json' },
];

/** Above a body, before all else that can be done with it: sending it. */
class SendLenses implements CodeLensProvider {
  constructor(private readonly bodies: BodySource) {}

  provideCodeLenses({ uri }: TextDocument): CodeLens[] {
    if (this.bodies.eventKeyOf(uri) === undefined && this.bodies.queryFor(uri) === undefined) {
      return [];
    }
    const lens = new CodeLens(new Range(0, 0, 0, 0), {
      title: lensTitle('send', l10n.t('Send')),
      tooltip: l10n.t('Send this body to a handler, as Bitbucket would'),
      command: 'bitbucketWebhooks.sendTestDelivery',
      arguments: [uri],
    });
    return [lens];
  }
}

export function registerSendLenses(bodies: BodySource): Disposable {
  return languages.registerCodeLensProvider(selector, new SendLenses(bodies));
}
