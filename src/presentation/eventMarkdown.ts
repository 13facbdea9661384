import { l10n, MarkdownString } from 'vscode';
import type { CatalogEvent } from '../catalog/eventCatalog';
import { escapeMarkdown } from './escapeMarkdown';
import { originText } from './originText';

/** What is known of an event, for tooltips and documentation. Bitbucket's texts are escaped: they are data. */
export function eventMarkdown({
  key,
  label,
  description,
  category,
  subjectTypes,
  origin,
}: CatalogEvent): MarkdownString {
  const title = `**${escapeMarkdown(key)}**`;
  const paragraphs = [
    label === '' ? title : `${title} – ${escapeMarkdown(label)}`,
    escapeMarkdown(description),
    category === '' ? '' : escapeMarkdown(l10n.t('Category: {0}', category)),
    escapeMarkdown(l10n.t('Subject types: {0}', subjectTypes.join(', '))),
    escapeMarkdown(l10n.t('Source: {0}', originText(origin))),
  ];
  return new MarkdownString(paragraphs.filter((paragraph) => paragraph !== '').join('\n\n'));
}
