import { l10n, MarkdownString } from 'vscode';
import type { CatalogEvent } from '../catalog/eventCatalog';
import { originText } from './originText';

/** What is known of an event, for tooltips and documentation. Bitbucket's texts are escaped: they are data. */
export function eventMarkdown(event: CatalogEvent): MarkdownString {
  const markdown = new MarkdownString();
  // Keys are as little trusted as the rest; escaped text in bold needs no fence that a key could close.
  markdown.appendMarkdown('**').appendText(event.key).appendMarkdown('**');
  if (event.label) {
    markdown.appendText(` – ${event.label}`);
  }
  if (event.description) {
    markdown.appendMarkdown('\n\n').appendText(event.description);
  }
  appendRow(markdown, l10n.t('Category'), event.category);
  appendRow(markdown, l10n.t('Subject types'), event.subjectTypes.join(', '));
  appendRow(markdown, l10n.t('Source'), originText(event.origin));
  return markdown;
}

function appendRow(markdown: MarkdownString, name: string, value: string): void {
  if (value) {
    markdown.appendMarkdown('\n\n').appendText(`${name}: ${value}`);
  }
}
