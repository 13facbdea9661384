import { Hover, type HoverProvider, l10n, MarkdownString, type Position, type TextDocument } from 'vscode';
import type { EventCatalog } from '../catalog/eventCatalog';
import { escapeMarkdown } from '../presentation/texts';
import { eventMarkdown } from '../presentation/eventText';
import { payloadMarkdown } from '../presentation/sampleLinks';
import { referenceUrl } from '../presentation/references';
import { documentPath } from './documentPath';
import type { Found } from './find';
import type { Finder } from './lazyFinder';
import { cloudKeyFor, dataCenterKeysFor, isDataCenterKey } from '../events/dataCenter';
import { isExpected } from './place/place';
import { isName } from './place/rules';
import { rangeOf } from './rangeOf';

/** Says of a key what the catalogue knows, and which key of Bitbucket Data Center or Cloud matches it. */
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
        [eventMarkdown(event), ...dataCenterTwin(event.key), payloadMarkdown(event.key), referenceLink()],
        rangeOf(document, found),
      );
    }
    return isDataCenterKey(found.text) && found.mentionsBitbucket && isExpected(found.place)
      ? new Hover(dataCenterMarkdown(found.text), rangeOf(document, found))
      : undefined;
  }
}

/** Keys in sentences, and rights that look like keys, aren't; names of properties are. */
function isTalkedAbout(found: Found): boolean {
  const isEntry = found.place.context.slice(0, 1).some(isName);
  return isExpected(found.place) || (found.mentionsBitbucket && (found.place.strength !== 'none' || isEntry));
}

function dataCenterTwin(cloudKey: string): MarkdownString[] {
  const twins = dataCenterKeysFor(cloudKey).map((key) => `**${escapeMarkdown(key)}**`);
  return twins.length === 0 ? [] : [new MarkdownString(l10n.t('In Bitbucket Data Center: {0}', twins.join(', ')))];
}

function dataCenterMarkdown(key: string): MarkdownString {
  const cloudKey = cloudKeyFor(key);
  return new MarkdownString(
    [
      `**${escapeMarkdown(key)}**`,
      cloudKey === undefined
        ? l10n.t('An event key of Bitbucket Data Center. Bitbucket Cloud has none like it.')
        : l10n.t('An event key of Bitbucket Data Center. In Bitbucket Cloud: {0}', `**${escapeMarkdown(cloudKey)}**`),
    ].join('\n\n'),
  );
}

function referenceLink(): MarkdownString {
  return new MarkdownString(`[${escapeMarkdown(l10n.t('Bitbucket’s webhooks API reference'))}](${referenceUrl})`);
}
