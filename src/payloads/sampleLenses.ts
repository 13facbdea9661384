import { CodeLens, type CodeLensProvider, l10n, Range, type TextDocument } from 'vscode';
import { certaintyDetail, certaintyWord } from '../presentation/certaintyText';
import { escapeIcons, lensTitle, lensWithList } from '../presentation/texts';
import { type PayloadFiles, variantTitle } from './payloadFiles';
import { copyScheme, shownSample } from './shownSample';

/** What can be done with a sample, above its body, and how certain its shape is. */
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
    // No link: all that is known stands in the tooltip, and in the status bar for those without a mouse.
    const certainty = lens(certaintyWord(shown, l10n), certaintyDetail(key, shown, l10n), '');
    if (uri.scheme === copyScheme) {
      const save = lens(
        lensTitle('save', l10n.t('Save as file')),
        l10n.t('Keep the copy in a file, where its schema goes with it'),
        'bitbucketWebhooks.savePayloadCopy',
      );
      return [plain, copy, save, certainty];
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
      certainty,
    ];
  }
}
