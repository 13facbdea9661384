import { Hover, type HoverProvider, l10n, MarkdownString, type Position, type TextDocument } from 'vscode';
import type { EventCatalog } from '../catalog/eventCatalog';
import { escapeMarkdown } from '../presentation/escapeMarkdown';
import { eventMarkdown } from '../presentation/eventMarkdown';
import { referenceUrl } from '../presentation/referenceUrl';
import { cloudKeyFor, isDataCenterKey } from './keys/dataCenter';
import { lineSource, tokenRange } from './lineSource';
import { type Found, speaksOfBitbucketNear, tokenAt } from './scan';

/** Says of a key what the catalogue knows; of a Data Center key, which Cloud key matches it. */
export class EventKeyHover implements HoverProvider {
  constructor(private readonly catalog: EventCatalog) {}

  provideHover(document: TextDocument, position: Position): Hover | undefined {
    const lines = lineSource(document);
    const found = tokenAt(document.languageId, lines, position);
    if (!found || !isPlaceOfKeys(found)) {
      return undefined;
    }
    const { text } = found.token;
    const event = this.catalog.listKnownEvents().find(({ key }) => key === text);
    const isOfBitbucket = () => speaksOfBitbucketNear(lines, document.uri.path, position);
    if (event && (found.place.strength === 'strong' || isOfBitbucket())) {
      this.catalog.wake();
      return new Hover([eventMarkdown(event), referenceLink()], tokenRange(found.token));
    }
    if (isDataCenterKey(text) && found.place.strength === 'strong' && isOfBitbucket()) {
      return new Hover(dataCenterMarkdown(text), tokenRange(found.token));
    }
    return undefined;
  }
}

/** Keys in sentences, and lists of rights that look like keys, aren't talked about. */
function isPlaceOfKeys({ place }: Found): boolean {
  return place.strength !== 'none' || place.kind === 'propertyName' || place.kind === 'other';
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
