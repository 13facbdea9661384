import { l10n } from 'vscode';
import { joinTexts } from '../../presentation/joinTexts';
import { originText } from '../../presentation/originText';
import type { Finding } from './findings';

/** What a finding tells the user, with what to write instead. */
export function findingText(finding: Finding): string {
  const { text } = finding;
  switch (finding.kind) {
    case 'unknown':
      return joinTexts(
        [
          l10n.t('“{0}” is no event key of Bitbucket Cloud webhooks.', text),
          adviceFor(finding),
          finding.origin.kind === 'bundled' ? l10n.t('(Looked up in: {0}.)', originText(finding.origin)) : '',
        ],
        ' ',
      );
    case 'dataCenter':
      return finding.cloudKey === undefined
        ? l10n.t('“{0}” is an event key of Bitbucket Data Center; Cloud has none like it.', text)
        : l10n.t('“{0}” is an event key of Bitbucket Data Center; in Cloud it is “{1}”.', text, finding.cloudKey);
    case 'duplicate':
      return l10n.t('“{0}” is in this list already.', text);
    case 'otherSubjectType':
      return l10n.t(
        'Webhooks of a {0} can’t subscribe to “{1}”; those of these can: {2}.',
        finding.subjectType,
        text,
        finding.subjectTypes.join(', '),
      );
  }
}

function adviceFor({ candidates, isKnownMistake }: Extract<Finding, { kind: 'unknown' }>): string {
  const [first, ...others] = candidates;
  if (first === undefined) {
    return isKnownMistake ? l10n.t('There is no event for that.') : '';
  }
  const all = [first, ...others].map((key) => `“${key}”`);
  if (isKnownMistake) {
    return l10n.t('It is called {0}.', all.join(l10n.t(' or ')));
  }
  return l10n.t('Did you mean {0}?', all.join(l10n.t(' or ')));
}
