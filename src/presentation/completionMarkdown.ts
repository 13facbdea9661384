import { l10n, MarkdownString } from 'vscode';
import type { CatalogEvent } from '../catalog/eventCatalog';
import { escapeMarkdown } from './escapeMarkdown';
import { eventMeaning } from './eventMeaning';
import { joinTexts } from './joinTexts';
import { sampleLink, samplesBase } from './payloadLinks';
import { referenceUrl } from './referenceUrl';

/**
 * What is said of an event beside a list of completions: what it means, where it belongs, what it is called elsewhere,
 * and where to read on.
 *
 * A screen reader is given the source of this, so that it has to read as text: what is ours needs no escapes, and links
 * to samples are relative.
 *
 * @param words What people call the event.
 */
export function completionMarkdown(event: CatalogEvent, words: readonly string[]): MarkdownString {
  const { key, category, description } = event;
  const subjectTypes = event.subjectTypes.map(escapeMarkdown).join(', ');
  const links = [sampleLink(key), `[${l10n.t('API reference')}](${referenceUrl})`];
  const lines = [
    eventMeaning(key) ?? (description && l10n.t('Bitbucket: “{0}”', escapeMarkdown(description))),
    joinTexts([escapeMarkdown(category), l10n.t('Subject types: {0}', subjectTypes)], ' · '),
    words.length > 0 ? l10n.t('Bitbucket’s key for {0}', words.map((word) => l10n.t('“{0}”', word)).join(', ')) : '',
    joinTexts(links, ' · '),
  ];
  const markdown = new MarkdownString(joinTexts(lines, '\n\n'));
  markdown.baseUri = samplesBase;
  return markdown;
}
