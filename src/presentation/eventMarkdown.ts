import { MarkdownString } from 'vscode';
import type { CatalogEvent } from '../catalog/eventCatalog';
import { escapeMarkdown } from './escapeMarkdown';
import { eventLines } from './eventLines';

/** What is known of an event, for tooltips and hovers. Bitbucket's texts are escaped: they are data. */
export function eventMarkdown(event: CatalogEvent): MarkdownString {
  const [title = '', ...lines] = eventLines(event);
  const { length } = event.key;
  const heading = `**${escapeMarkdown(title.slice(0, length))}**${escapeMarkdown(title.slice(length))}`;
  return new MarkdownString([heading, ...lines.map(escapeMarkdown)].join('\n\n'));
}
