import { l10n } from 'vscode';
import { connectEnd } from '../../events/connect';
import { isConnectKey } from '../../events/words';
import { dayText } from '../../presentation/dateText';
import { removalMonth } from '../../presentation/removalText';
import type { Finding } from './finding';

/** What a finding tells the user, with what to write instead: short, since the Problems view cuts long lines. */
export function findingText(finding: Finding, now = Date.now()): string {
  const { text } = finding;
  switch (finding.kind) {
    case 'unknown':
      return unknownText(finding);
    case 'dataCenter':
      return finding.cloudKey === undefined
        ? l10n.t('“{0}” is Data Center’s: Cloud has none like it.', text)
        : l10n.t('“{0}” is Data Center’s: in Cloud use “{1}”.', text, finding.cloudKey);
    case 'otherDialect':
      return otherDialectText(finding);
    case 'removed':
      return l10n.t('Bitbucket no longer sends “{0}”: its issue tracker was removed in {1}.', text, removalMonth(text));
    case 'connectEnds':
      return now < dayAfter(connectEnd)
        ? l10n.t('Connect for Bitbucket Cloud ends on {0}.', dayText(connectEnd))
        : l10n.t('Connect for Bitbucket Cloud ended on {0}.', dayText(connectEnd));
    case 'wildcard':
      return l10n.t('Bitbucket has no wildcards: “{0}” matches no event.', text);
    case 'wrongHeader':
      return headerText(text, finding);
    case 'duplicate':
      return l10n.t('“{0}” is in this list already.', text);
    case 'otherSubjectType':
      return l10n.t(
        '“{0}” is no event of a {1}, only of: {2}.',
        text,
        finding.subjectType,
        finding.subjectTypes.join(', '),
      );
  }
}

function headerText(text: string, { header, means }: Extract<Finding, { kind: 'wrongHeader' }>): string {
  switch (means) {
    case 'X-Hub-Signature':
      return l10n.t('Bitbucket doesn’t send “{0}”: its SHA-256 signature is in “{1}”.', text, header);
    case 'X-Event-Key':
      return l10n.t('Bitbucket doesn’t send “{0}”: the event key is in “{1}”.', text, header);
    default:
      return l10n.t('Bitbucket doesn’t send “{0}”: use “{1}”.', text, header);
  }
}

const dayAfter = (day: Date): number => day.getTime() + 24 * 3_600_000;

function otherDialectText({ text, dialect, names }: Extract<Finding, { kind: 'otherDialect' }>): string {
  const [name, second] = names;
  if (dialect === 'webhook') {
    return name === undefined
      ? l10n.t('“{0}” is a webhook’s: Forge has no event for it.', text)
      : l10n.t('“{0}” is a webhook’s: in Forge use “{1}”.', text, name);
  }
  if (name === undefined) {
    return l10n.t('“{0}” is Forge’s: webhooks have no event for it.', text);
  }
  return second === undefined
    ? l10n.t('“{0}” is Forge’s: for webhooks use “{1}”.', text, name)
    : l10n.t('“{0}” is Forge’s: webhooks have {1} events for it.', text, names.length);
}

function unknownText({ text, candidates, isKnownMistake, origin }: Extract<Finding, { kind: 'unknown' }>): string {
  const [first, second] = candidates;
  if (first === undefined) {
    return isKnownMistake
      ? l10n.t('Unknown Bitbucket event “{0}”: there is no event for that.', text)
      : l10n.t('Unknown Bitbucket event “{0}”.', text) + bundledText(origin.kind);
  }
  if (isConnectKey(text)) {
    return l10n.t('Unknown Bitbucket event “{0}”: branches come with “{1}”.', text, first);
  }
  if (isKnownMistake && second !== undefined) {
    return l10n.t('Unknown event “{0}”: use “{1}” or “{2}”.', text, first, second);
  }
  return isKnownMistake
    ? l10n.t('Unknown Bitbucket event “{0}”: use “{1}”.', text, first)
    : l10n.t('Unknown Bitbucket event “{0}”: did you mean “{1}”?', text, first) + bundledText(origin.kind);
}

/** The list that the extension brings along may be older than the event. */
function bundledText(origin: string): string {
  return origin === 'bundled' ? ` ${l10n.t('(By the bundled list.)')}` : '';
}
