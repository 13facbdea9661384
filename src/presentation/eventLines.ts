import { l10n } from 'vscode';
import type { CatalogEvent } from '../catalog/eventCatalog';
import { eventMeaning } from './eventMeaning';
import { originText } from './originText';

/**
 * What is said of an event, its key first; plain text. Our words say more than Bitbucket's, where we have any; which
 * are whose can be told.
 */
export function eventLines({ key, label, description, category, subjectTypes, origin }: CatalogEvent): string[] {
  const meaning = eventMeaning(key);
  const source = originText(origin);
  const lines = [
    label === '' ? key : `${key} – ${label}`,
    meaning ?? description,
    meaning === undefined || description === '' ? '' : l10n.t('Bitbucket: “{0}”', description),
    category === '' ? '' : l10n.t('Category: {0}', category),
    l10n.t('Subject types: {0}', subjectTypes.join(', ')),
    meaning === undefined ? l10n.t('Source: {0}', source) : l10n.t('Source: {0}. Explained by this extension.', source),
  ];
  return lines.filter((line) => line !== '');
}
