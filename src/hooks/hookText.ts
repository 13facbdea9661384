import { l10n } from 'vscode';
import { subjectName } from '../bitbucket/hookSubject';
import { momentText } from '../presentation/dateText';
import { hidesSomething, shortAddress, shownAddress } from './rest/address';
import type { AttachedHook, Hook } from './rest/hook';

/** What people know a hook by: its title, else its address. */
export function hookName({ title, url }: Hook): string {
  return title || shortAddress(url) || l10n.t('without an address');
}

/** All that Bitbucket says of a hook, a line each. What it doesn't say has none. */
export function hookDetails({ hook, subject }: AttachedHook): string {
  const { url, title, isActive, hasSecret, skipsCertificates, keepsHistory, isReadOnly, created, source, uuid } = hook;
  const whole = hidesSomething(url)
    ? l10n.t('{0} (its query or user name isn’t shown)', shownAddress(url))
    : shownAddress(url);
  const lines = [
    title,
    l10n.t('Address: {0}', whole),
    subject.repository === undefined
      ? l10n.t('Workspace: {0}', subjectName(subject))
      : l10n.t('Repository: {0}', subjectName(subject)),
    choose(isActive, l10n.t('Active'), l10n.t('Paused: it sends nothing.')),
    choose(hasSecret, l10n.t('It has a secret. Bitbucket never gives it back.'), l10n.t('It has no secret.')),
    choose(skipsCertificates, l10n.t('Certificates are not verified.'), l10n.t('Certificates are verified.')),
    choose(
      keepsHistory,
      l10n.t('Bitbucket keeps a history of its requests.'),
      l10n.t('Bitbucket keeps no history of its requests.'),
    ),
    choose(isReadOnly, l10n.t('It can’t be changed.'), ''),
    created ? l10n.t('Created: {0}', momentText(created)) : '',
    source === '' ? '' : l10n.t('Created by: {0}', source),
    l10n.t('UUID: {0}', uuid),
  ];
  return lines.filter((line) => line !== '').join('\n');
}

function choose(flag: boolean | undefined, yes: string, no: string): string {
  return flag === undefined ? '' : flag ? yes : no;
}
