import { l10n, MarkdownString, Uri } from 'vscode';
import { unknown } from '../events/event';
import { events } from '../events/events';
import { fileNameOf } from '../events/fileNames';
import type { RepositoryNames } from '../events/inventedNames';
import { certaintySentence, certaintyWord } from './certaintyText';

/** What a sample's document is of. */
export interface SampleAddress {
  readonly key: string;
  /** The default one where there is none. */
  readonly variant?: string | undefined;
  /** In the place of the invented ones. */
  readonly names?: RepositoryNames | undefined;
}

/** The path and query of a document. */
interface Location {
  readonly path: string;
  readonly query: string;
}

/** Of a sample's document: `/sample/repo-push.tag.json?my-team/my-repository`. */
export function sampleLocation({ key, variant, names }: SampleAddress): Location {
  const name = [fileNameOf(key), ...(variant === undefined ? [] : [variant]), 'json'].join('.');
  return { path: `/sample/${name}`, query: names ? `${names.workspace}/${names.repository}` : '' };
}

/** What a location is of: the opposite of `sampleLocation`. `keys`: those that there are samples of. */
export function sampleAt({ path, query }: Location, keys: Iterable<string>): SampleAddress | undefined {
  const [, file, variant] = /^\/sample\/([^./]+)(?:\.([^./]+))?\.json$/.exec(path) ?? [];
  const key = [...keys].find((each) => fileNameOf(each) === file);
  const [, workspace, repository] = /^([\w.-]+)\/([\w.-]+)$/.exec(query) ?? [];
  return key === undefined
    ? undefined
    : {
        key,
        variant,
        names: workspace !== undefined && repository !== undefined ? { workspace, repository } : undefined,
      };
}

/** Of the document about an event without a sample; its path names the event for people, its query for us. */
export function unknownLocation(key: string): Location {
  return { path: `/unknown/${key.slice(0, 100).replace(/[^\w.-]+/g, '-')}.txt`, query: key };
}

/** The scheme of the read-only documents with samples. */
export const sampleScheme = 'bitbucket-webhook';

const showCommand = 'bitbucketWebhooks.showSamplePayload';
const hasSample = (key: string) => (events.get(key) ?? unknown).certainty !== 'unknown';

/** The address of a sample's document; of an event without one, the document that says so. */
export function sampleUri(address: SampleAddress): Uri {
  const location = hasSample(address.key) ? sampleLocation(address) : unknownLocation(address.key);
  return Uri.from({ scheme: sampleScheme, ...location });
}

/** What the addresses in `sampleLink` are relative to. */
export const samplesBase = Uri.from({ scheme: sampleScheme, path: '/' });

/** A link to an event's sample, for Markdown with `samplesBase` as its base; empty of an event without one. */
export function sampleLink(key: string): string {
  return hasSample(key) ? `[${l10n.t('Sample payload')}](${sampleLocation({ key }).path.slice(1)})` : '';
}

/** For hovers: a link that shows the sample of an event, and how certain it is. */
export function payloadMarkdown(key: string): MarkdownString {
  const certainty = events.get(key) ?? unknown;
  const link = `command:${showCommand}?${encodeURIComponent(JSON.stringify([key]))}`;
  const text = `[${l10n.t('Sample payload')}](${link} "${certaintySentence(certainty, l10n)}") · ${certaintyWord(certainty, l10n)}`;
  const markdown = new MarkdownString(text);
  // Nothing but this command, and only with what is written here.
  markdown.isTrusted = { enabledCommands: [showCommand] };
  return markdown;
}
