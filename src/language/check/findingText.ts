import { l10n } from 'vscode';
import { isConnectKey } from '../../events/words';
import type { Finding } from './findings';

/** What a finding tells the user, with what to write instead: short, since the Problems view cuts long lines. */
export function findingText(finding: Finding): string {
  const { text } = finding;
  switch (finding.kind) {
    case 'unknown':
      return unknownText(finding);
    case 'dataCenter':
      return finding.cloudKey === undefined
        ? l10n.t('“{0}” is Data Center’s: Cloud has none like it.', text)
        : l10n.t('“{0}” is Data Center’s: in Cloud use “{1}”.', text, finding.cloudKey);
    case 'wildcard':
      return l10n.t('Bitbucket has no wildcards: “{0}” matches no event.', text);
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
