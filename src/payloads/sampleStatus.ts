import { type Disposable, l10n, languages, type LanguageStatusItem, window } from 'vscode';
import { certaintyDetail, certaintySentence, certaintyWord } from '../presentation/certaintyText';
import { sampleScheme } from '../presentation/sampleLinks';
import { type PayloadFiles, variantTitle } from './payloadFiles';
import { activeSample, copyScheme, type ShownSample } from './shownSample';

/** Explains how certain the document in front is, with what can be done about it. Not in the palette. */
export const explainCommand = '_bitbucketWebhooks.explainCertainty';

const selector = [{ scheme: sampleScheme }, { scheme: copyScheme }];

/** Beside the language in the status bar: how certain the body in front is, and the headers that come with it. */
export class SampleStatus implements Disposable {
  private readonly subscription: Disposable;
  private items: [certainty: LanguageStatusItem, headers: LanguageStatusItem] | undefined;

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
      this.items ??= [certaintyItem(), headersItem()];
      fill(this.items, sample);
    }
  }
}

function certaintyItem(): LanguageStatusItem {
  const item = languages.createLanguageStatusItem('bitbucketWebhooks.certainty', selector);
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
  [certainty, headers]: readonly [LanguageStatusItem, LanguageStatusItem],
  { key, entry, shown }: ShownSample,
): void {
  certainty.text = `$(info) ${certaintyWord(shown, l10n)}`;
  certainty.detail = certaintySentence(shown, l10n);
  certainty.accessibilityInformation = { label: `${variantTitle(shown)}. ${certaintyDetail(key, shown, l10n)}` };
  headers.text = l10n.t('{0} headers', entry.headers.length);
  headers.detail = `X-Event-Key: ${key}`;
  const lines = entry.headers.map(([name, value]) => `${name}: ${value}`);
  headers.accessibilityInformation = { label: lines.join(', ') };
}
