import { l10n, MarkdownString } from 'vscode';
import { dialectOf, forgeOnly, keysFor, namesFor } from '../events/dialects';
import { forgeScope } from '../events/forge';
import { eventMeaning } from './eventText';
import { escapeMarkdown } from './texts';

const bold = (names: readonly string[]) => names.map((name) => `**${escapeMarkdown(name)}**`).join(', ');

/** For the hover of a webhook's key: what the same is called elsewhere. Each in a line. */
export function elsewhereMarkdown(key: string): MarkdownString[] {
  if (dialectOf(key) === undefined) {
    return [];
  }
  const dataCenter = namesFor(key, 'dataCenter');
  const pipelines = namesFor(key, 'pipelines');
  const lines = [
    dataCenter.length > 0 ? l10n.t('In Bitbucket Data Center: {0}', bold(dataCenter)) : '',
    inForge(key),
    pipelines.length > 0 ? l10n.t('Starts a pipeline as: {0}', bold(pipelines)) : '',
  ];
  return [new MarkdownString(lines.filter((line) => line !== '').join('\n\n'))];
}

function inForge(key: string): string {
  const [name] = namesFor(key, 'forge');
  if (name === undefined) {
    return l10n.t('Forge has no event for it.');
  }
  const sharing = keysFor(name).filter((other) => other !== key);
  const shared = sharing.length > 0 ? ` ${l10n.t('It stands for these, too: {0}.', bold(sharing))}` : '';
  return `${l10n.t('In a Forge app: {0}.', bold([name]))}${shared} ${l10n.t('Its body is another one.')}`;
}

/** What is said of a name of another dialect; `undefined` of what is none. */
export function otherNameMarkdown(name: string): MarkdownString | undefined {
  switch (dialectOf(name)) {
    case 'forge':
      return forgeMarkdown(name);
    case 'pipelines':
      return markdown(name, [
        keysFor(name).length === 0
          ? l10n.t('A trigger of Bitbucket Pipelines. Webhooks have no event for it.')
          : l10n.t('A trigger of Bitbucket Pipelines. For webhooks: {0}', bold(keysFor(name))),
      ]);
    case 'dataCenter':
      return markdown(name, [
        keysFor(name).length === 0
          ? l10n.t('An event key of Bitbucket Data Center. Bitbucket Cloud has none like it.')
          : l10n.t('An event key of Bitbucket Data Center. In Bitbucket Cloud: {0}', bold(keysFor(name))),
      ]);
    default:
      return undefined;
  }
}

/** What is said of an event of Forge apps: also to screen readers, which are given the source of it. */
export function forgeMarkdown(name: string): MarkdownString {
  const keys = keysFor(name);
  const [key, ...others] = keys;
  return markdown(name, [
    key !== undefined && others.length === 0 ? (eventMeaning(key) ?? '') : forgeMeaning(name),
    key === undefined
      ? l10n.t('An event of Forge apps. Webhooks have none like it.')
      : l10n.t('An event of Forge apps. For webhooks: {0}', bold(keys)),
    l10n.t('The app needs the scope {0}.', `**${escapeMarkdown(forgeScope(name))}**`),
    l10n.t('Its body is not that of a webhook: no sample or schema here fits it.'),
  ]);
}

function forgeMeaning(name: string): string {
  const meaning = forgeOnly.get(name)?.meaning;
  return meaning === undefined
    ? l10n.t('Sent when a reviewer approves a pull request, requests changes, or withdraws that.')
    : l10n.t(meaning);
}

function markdown(name: string, lines: readonly string[]): MarkdownString {
  return new MarkdownString([bold([name]), ...lines.filter((line) => line !== '')].join('\n\n'));
}
