import { CodeLens, type CodeLensProvider, l10n, Range, type TextDocument } from 'vscode';
import { escapeIcons } from '../presentation/escapeIcons';
import { lensTitle, lensWithList } from '../presentation/lensTitle';
import { surenessWord } from './library/surenessText';
import type { PayloadFiles } from './payloadFiles';
import { copyScheme, shownSample } from './shownSample';
import { surenessDetail, variantTitle } from './variantText';

/** Explains how sure we are of the document in front, with what can be done about it. Not in the palette. */
export const explainCommand = '_bitbucketWebhooks.explainSureness';

/** What can be done with a sample, above its body, and how sure we are of its shape. */
export class SampleLenses implements CodeLensProvider {
  constructor(private readonly files: PayloadFiles) {}

  async provideCodeLenses({ uri }: TextDocument): Promise<CodeLens[]> {
    const sample = await shownSample(uri, this.files);
    if (!sample) {
      return [];
    }
    const { key, entry, shown } = sample;
    const lens = (title: string, tooltip: string, command: string) =>
      new CodeLens(new Range(0, 0, 0, 0), { title, tooltip, command, arguments: [uri] });
    const title = escapeIcons(variantTitle(shown));
    const plain = lens(title, key, '');
    const copy = lens(
      lensTitle('copy', l10n.t('Copy')),
      l10n.t('Copy the body as it is sent'),
      'bitbucketWebhooks.copySamplePayload',
    );
    const sureness = lens(lensTitle('info', surenessWord(shown, l10n)), surenessDetail(key, shown), explainCommand);
    if (uri.scheme === copyScheme) {
      const save = lens(
        lensTitle('save', l10n.t('Save as file')),
        l10n.t('Keep the copy in a file, where its schema goes with it'),
        'bitbucketWebhooks.savePayloadCopy',
      );
      return [plain, copy, save, sureness];
    }
    return [
      entry.variants.length > 1
        ? lens(lensWithList(title), l10n.t('Choose what happened'), 'bitbucketWebhooks.chooseVariant')
        : plain,
      copy,
      lens(
        lensTitle('edit', l10n.t('Edit a copy')),
        l10n.t('Open a copy that can be changed and saved'),
        'bitbucketWebhooks.editPayloadCopy',
      ),
      sureness,
    ];
  }
}
