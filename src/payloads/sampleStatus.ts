import { Disposable, l10n, languages, type LanguageStatusItem, window } from 'vscode';
import { sampleScheme } from '../presentation/payloadLinks';
import { surenessWord } from './library/surenessText';
import type { PayloadFiles } from './payloadFiles';
import { activeSample, copyScheme } from './shownSample';
import { surenessDetail, variantTitle } from './variantText';

const selector = [{ scheme: sampleScheme }, { scheme: copyScheme }];

/** Beside the language in the status bar: how sure we are of the body in front, and the headers that come with it. */
export function showSampleStatus(files: PayloadFiles): Disposable {
  const sureness = languages.createLanguageStatusItem('bitbucketWebhooks.sureness', selector);
  sureness.name = l10n.t('How sure the sample is');
  sureness.command = { command: 'bitbucketWebhooks.openPayloadReference', title: l10n.t('Open payload reference') };
  const headers = languages.createLanguageStatusItem('bitbucketWebhooks.headers', selector);
  headers.name = l10n.t('Headers of the sample');
  headers.command = { command: 'bitbucketWebhooks.copyPayloadHeaders', title: l10n.t('Copy headers') };
  const update = () => void updateItems(files, sureness, headers);
  update();
  return Disposable.from(sureness, headers, window.onDidChangeActiveTextEditor(update));
}

async function updateItems(
  files: PayloadFiles,
  sureness: LanguageStatusItem,
  headers: LanguageStatusItem,
): Promise<void> {
  const sample = await activeSample(files);
  if (sample) {
    const { key, entry, shown } = sample;
    sureness.text = `$(info) ${surenessWord(shown, l10n)}`;
    sureness.detail = `${variantTitle(shown)}. ${surenessDetail(key, shown)}`;
    headers.text = l10n.t('{0} headers', entry.headers.length);
    headers.detail = entry.headers.map(([name, value]) => `${name}: ${value}`).join('  ·  ');
  }
}
