import { l10n, MarkdownString, Uri } from 'vscode';
import { surenessByKey, unknown } from '../payloads/library/certainty';
import { sampleLocation, unknownLocation } from '../payloads/library/sampleAddress';
import type { SampleAddress } from '../payloads/library/sampleAddress';
import { surenessSentence, surenessWord } from '../payloads/library/surenessText';

/** The scheme of the read-only documents with samples. */
export const sampleScheme = 'bitbucket-webhook';

const showCommand = 'bitbucketWebhooks.showSamplePayload';

/** The address of a sample's document; of an event without one, the document that says so. */
export function sampleUri(address: SampleAddress): Uri {
  const { certainty } = surenessByKey.get(address.key) ?? unknown;
  const location = certainty === 'unknown' ? unknownLocation(address.key) : sampleLocation(address);
  return Uri.from({ scheme: sampleScheme, ...location });
}

/** What the addresses in `sampleLink` are relative to. */
export const samplesBase = Uri.from({ scheme: sampleScheme, path: '/' });

/** A link to an event's sample, for Markdown with `samplesBase` as its base; empty of an event without one. */
export function sampleLink(key: string): string {
  const { certainty } = surenessByKey.get(key) ?? unknown;
  return certainty === 'unknown' ? '' : `[${l10n.t('Sample payload')}](${sampleLocation({ key }).path.slice(1)})`;
}

/** For hovers: a link that shows the sample of an event, and how sure we are of it. */
export function payloadMarkdown(key: string): MarkdownString {
  const sureness = surenessByKey.get(key) ?? unknown;
  const link = `command:${showCommand}?${encodeURIComponent(JSON.stringify([key]))}`;
  const text = `[${l10n.t('Sample payload')}](${link} "${surenessSentence(sureness, l10n)}") · ${surenessWord(sureness, l10n)}`;
  const markdown = new MarkdownString(text);
  // Nothing but this command, and only with what is written here.
  markdown.isTrusted = { enabledCommands: [showCommand] };
  return markdown;
}
