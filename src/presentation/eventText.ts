import { l10n, MarkdownString } from 'vscode';
import type { CatalogEvent } from '../catalog/eventCatalog';
import type { ListOrigin } from '../catalog/storedList';
import { events } from '../events/events';
import { dayText, momentText } from './dateText';
import { referenceUrl } from './references';
import { sampleLink, samplesBase } from './sampleLinks';
import { escapeMarkdown, joinTexts } from './texts';

/** What an event means, in our words and the user's language; `undefined` of one that is new to us. */
export function eventMeaning(key: string): string | undefined {
  const meaning = events.get(key)?.meaning;
  return meaning && l10n.t(meaning);
}

/**
 * What is known of an event, for tooltips and hovers. Our words say more than Bitbucket's, where we have any; which are
 * whose can be told. All of it is escaped: Bitbucket's texts are data.
 */
export function eventMarkdown(event: CatalogEvent): MarkdownString {
  const { key, label, description, category, subjectTypes, origin } = event;
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

/** Where a list comes from, at one glance: "Live from Bitbucket", or with the day that it is of. */
export function originText(origin: ListOrigin): string {
  switch (origin.kind) {
    case 'live':
      return l10n.t('Live from Bitbucket');
    case 'cached':
      return l10n.t('Fetched {0}', momentText(origin.date));
    case 'bundled':
      return l10n.t('Bundled list of {0}', dayText(origin.date));
  }
}
