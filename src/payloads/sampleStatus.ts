import { type Disposable, l10n, languages, type LanguageStatusItem, window } from 'vscode';
import { sampleScheme } from '../presentation/payloadLinks';
import { surenessSentence, surenessWord } from './library/surenessText';
import type { PayloadFiles } from './payloadFiles';
import { explainCommand } from './sampleLenses';
import { activeSample, copyScheme, type ShownSample } from './shownSample';
import { surenessDetail, variantTitle } from './variantText';

const selector = [{ scheme: sampleScheme }, { scheme: copyScheme }];

/** Beside the language in the status bar: how sure we are of the body in front, and the headers that come with it. */
export class SampleStatus implements Disposable {
  private readonly subscription: Disposable;
  private items: [sureness: LanguageStatusItem, headers: LanguageStatusItem] | undefined;

  constructor(private readonly files: PayloadFiles) {
    this.subscription = window.onDidChangeActiveTextEditor(() => void this.update());
    void this.update();
  }

  dispose(): void {
    this.subscription.dispose();
    this.items?.forEach((item) => {
      item.dispose();
    });
  }

  private async update(): Promise<void> {
    const sample = await activeSample(this.files);
    if (sample) {
      // Not before the first sample: most windows never show one.
      this.items ??= [surenessItem(), headersItem()];
      fill(this.items, sample);
    }
  }
}

function surenessItem(): LanguageStatusItem {
  const item = languages.createLanguageStatusItem('bitbucketWebhooks.sureness', selector);
  item.name = l10n.t('How sure the sample is');
  item.command = { command: explainCommand, title: l10n.t('Explain') };
  return item;
}

function headersItem(): LanguageStatusItem {
  const item = languages.createLanguageStatusItem('bitbucketWebhooks.headers', selector);
  item.name = l10n.t('Headers of the sample');
  item.command = { command: 'bitbucketWebhooks.copyPayloadHeaders', title: l10n.t('Copy headers') };
  return item;
}

/** One line each, which VS Code doesn't wrap: what doesn't fit is what the command says, and what is read aloud. */
function fill(
  [sureness, headers]: readonly [LanguageStatusItem, LanguageStatusItem],
  { key, entry, shown }: ShownSample,
): void {
  sureness.text = `$(info) ${surenessWord(shown, l10n)}`;
  sureness.detail = surenessSentence(shown, l10n);
  sureness.accessibilityInformation = { label: `${variantTitle(shown)}. ${surenessDetail(key, shown)}` };
  headers.text = l10n.t('{0} headers', entry.headers.length);
  headers.detail = `X-Event-Key: ${key}`;
  const lines = entry.headers.map(([name, value]) => `${name}: ${value}`);
  headers.accessibilityInformation = { label: lines.join(', ') };
}
