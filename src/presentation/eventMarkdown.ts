import { l10n, MarkdownString } from 'vscode';
import type { CatalogEvent } from '../catalog/eventCatalog';
import { escapeMarkdown } from './escapeMarkdown';
import { eventMeaning } from './eventMeaning';
import { originText } from './originText';

/**
 * What is known of an event, for tooltips and hovers. Our words say more than Bitbucket's, where we have any; which are
 * whose can be told. All of it is escaped: Bitbucket's texts are data.
 */
export function eventMarkdown({
  key,
  label,
  description,
  category,
  subjectTypes,
  origin,
}: CatalogEvent): MarkdownString {
  const meaning = eventMeaning(key);
  const source = originText(origin);
  const lines = [
    meaning ?? description,
    meaning === undefined || description === '' ? '' : l10n.t('Bitbucket: “{0}”', description),
    category === '' ? '' : l10n.t('Category: {0}', category),
    l10n.t('Subject types: {0}', subjectTypes.join(', ')),
    meaning === undefined ? l10n.t('Source: {0}', source) : l10n.t('Source: {0}. Explained by this extension.', source),
  ];
  const heading = `**${escapeMarkdown(key)}**${label === '' ? '' : ` – ${escapeMarkdown(label)}`}`;
  return new MarkdownString([heading, ...lines.filter((line) => line !== '').map(escapeMarkdown)].join('\n\n'));
}
