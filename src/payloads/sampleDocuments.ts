import { l10n, type TextDocumentContentProvider, type Uri } from 'vscode';
import { payloadReference } from '../presentation/references';
import { sampleAt } from '../presentation/sampleLinks';
import type { PayloadFiles } from './payloadFiles';

/** The texts of the read-only documents: a sample's body and nothing else, or what there is to say without one. */
export class SampleDocuments implements TextDocumentContentProvider {
  constructor(private readonly files: PayloadFiles) {}

  async provideTextDocumentContent({ path, query }: Uri): Promise<string> {
    const { events } = await this.files.index();
    if (path.startsWith('/unknown/')) {
      return Object.hasOwn(events, query) ? unpublished(query) : unheardOf(query);
    }
    const address = sampleAt({ path, query }, Object.keys(events));
    const text = address && (await this.files.sample(address));
    if (text === undefined) {
      throw new Error(l10n.t('There is no such sample.'));
    }
    return text;
  }
}

const unpublished = (key: string): string =>
  lines([
    l10n.t('Nobody has published what Bitbucket sends with {0}.', key),
    l10n.t('So there is no sample and no schema of it, and none is made up.'),
    ...reference(key),
  ]);

/** An event that Bitbucket lists and that this version of the extension has never heard of. */
const unheardOf = (key: string): string =>
  lines([
    l10n.t('Bitbucket lists {0}, which this version of the extension does not know.', key),
    l10n.t('So there is no sample and no schema of it, and none is made up.'),
    ...reference(key),
  ]);

const reference = (key: string): string[] => [
  '',
  l10n.t('Bitbucket’s reference of event payloads:'),
  payloadReference(key),
];
const lines = (texts: readonly string[]): string => `${texts.join('\n')}\n`;
