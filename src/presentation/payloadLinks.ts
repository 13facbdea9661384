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

/** For hovers and the documentation of completions: a link that shows the sample of an event, and how sure we are of it. */
export function payloadMarkdown(key: string): MarkdownString {
  const sureness = surenessByKey.get(key) ?? unknown;
  const link = `command:${showCommand}?${encodeURIComponent(JSON.stringify([key]))}`;
  const text = `[${l10n.t('Sample payload')}](${link} "${surenessSentence(sureness, l10n)}") · ${surenessWord(sureness, l10n)}`;
  const markdown = new MarkdownString(text);
  // Nothing but this command, and only with what is written here.
  markdown.isTrusted = { enabledCommands: [showCommand] };
  return markdown;
}
