import { Hover, type HoverProvider, l10n, MarkdownString, type Position, type TextDocument } from 'vscode';
import type { EventCatalog } from '../catalog/eventCatalog';
import { escapeMarkdown } from '../presentation/texts';
import { elsewhereMarkdown, otherNameMarkdown } from '../presentation/dialectText';
import { eventMarkdown } from '../presentation/eventText';
import { payloadMarkdown } from '../presentation/sampleLinks';
import { referenceUrl } from '../presentation/references';
import { documentPath } from './documentPath';
import type { Found } from './find';
import type { Finder } from './lazyFinder';
import { dialectOf } from '../events/dialects';
import { isExpected } from './place/place';
import { isName } from './place/rules';
import { rangeOf } from './rangeOf';

/** Says of a key what the catalogue knows, and what the same is called in Forge apps, Pipelines and Data Center. */
export class EventKeyHover implements HoverProvider {
  constructor(
    private readonly catalog: EventCatalog,
    private readonly finder: Finder,
  ) {}

  async provideHover(document: TextDocument, position: Position): Promise<Hover | undefined> {
    const found = await this.finder.at(document, documentPath(document.uri), document.offsetAt(position));
    if (found === undefined || !isTalkedAbout(found)) {
      return undefined;
    }
    const event = this.catalog.findEvent(found.text);
    if (event) {
      this.catalog.wake();
      return new Hover(
        [eventMarkdown(event), ...elsewhereMarkdown(event.key), payloadMarkdown(event.key), referenceLink()],
        rangeOf(document, found),
      );
    }
    const markdown = isOtherName(found) ? otherNameMarkdown(found.text) : undefined;
    return markdown && new Hover(markdown, rangeOf(document, found));
  }
}

/** Keys in sentences, and rights that look like keys, aren't; names of properties are. */
function isTalkedAbout(found: Found): boolean {
  const isEntry = found.place.context.slice(0, 1).some(isName);
  return isExpected(found.place) || (found.mentionsBitbucket && (found.place.strength !== 'none' || isEntry));
}

/** Whether a text is another dialect's name where that is meant: those of Pipelines are words that may mean anything. */
function isOtherName({ text, place, mentionsBitbucket }: Found): boolean {
  switch (dialectOf(text)) {
    case 'forge':
      return true;
    case 'pipelines':
      return place.context.some(({ name }) => name.text === 'triggers');
    default:
      return mentionsBitbucket && isExpected(place);
  }
}

function referenceLink(): MarkdownString {
  return new MarkdownString(`[${escapeMarkdown(l10n.t('Bitbucket’s webhooks API reference'))}](${referenceUrl})`);
}
