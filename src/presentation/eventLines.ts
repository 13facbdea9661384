import { l10n } from 'vscode';
import type { CatalogEvent } from '../catalog/eventCatalog';
import { originText } from './originText';

/** What is known of an event, its key first; plain text. */
export function eventLines({ key, label, description, category, subjectTypes, origin }: CatalogEvent): string[] {
  const lines = [
    label === '' ? key : `${key} – ${label}`,
    description,
    category === '' ? '' : l10n.t('Category: {0}', category),
    l10n.t('Subject types: {0}', subjectTypes.join(', ')),
    l10n.t('Source: {0}', originText(origin)),
  ];
  return lines.filter((line) => line !== '');
}
