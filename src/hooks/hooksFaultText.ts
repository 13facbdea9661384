import { l10n } from 'vscode';
import { type HookSubject, subjectName } from '../bitbucket/hookSubject';
import type { NoTokenReason } from '../credentials/authorizedFetch';
import { timeText } from '../presentation/dateText';
import { faultText } from '../presentation/faultText';
import { joinTexts } from '../presentation/texts';
import type { HooksFault } from './rest/hooksFault';

/** A fault in the user's language: in a few words, in sentences that say what happened and what to do, and a button. */
interface HooksFaultText {
  readonly short: string;
  readonly full: string;
  readonly action: string | undefined;
}

export function hooksFaultText(fault: HooksFault, subject: HookSubject): HooksFaultText {
  const isSignIn = fault.kind === 'unauthorized' || fault.kind === 'noToken';
  const isOpened = fault.kind === 'gone' && fault.announcement !== undefined;
  const action = isSignIn ? l10n.t('Sign in') : isOpened ? l10n.t('Open announcement') : l10n.t('Retry');
  const [short, full] = textsOf(fault, subject);
  return { short, full, action };
}

function textsOf(fault: HooksFault, subject: HookSubject): readonly [short: string, full: string] {
  const name = subjectName(subject);
  switch (fault.kind) {
    case 'noToken':
      return noTokenTexts(fault.reason, name);
    case 'unauthorized':
      return [
        l10n.t('Token refused'),
        withWords(
          l10n.t(
            'Bitbucket has refused the token (HTTP status 401): it is wrong or has expired, or the e-mail address isn’t that of its Atlassian account. It won’t be sent again. Sign in with another one.',
          ),
          fault.message,
        ),
      ];
    case 'scope':
      return [
        l10n.t('Scope missing'),
        l10n.t(
          'The token lacks a scope (HTTP status 403): {0}. A token can’t be given scopes later: create another one with it, then sign in again.',
          fault.required.join(', '),
        ),
      ];
    case 'rights':
      return [l10n.t('Not allowed'), withWords(rightsText(subject), fault.message)];
    case 'notFound':
      return [
        l10n.t('Not found'),
        withWords(
          l10n.t(
            'Bitbucket can’t find {0}, or the token isn’t allowed to see it (HTTP status 404). Check the name, and what the token has access to.',
            name,
          ),
          fault.message,
        ),
      ];
    case 'gone':
      return [
        l10n.t('Removed by Atlassian'),
        withWords(
          l10n.t('Bitbucket no longer offers this (HTTP status 410). This extension needs a newer version.'),
          fault.message,
        ),
      ];
    case 'invalid':
      return [
        l10n.t('Refused'),
        withWords(
          l10n.t('Bitbucket doesn’t take this (HTTP status 400). Check what it says, then try again.'),
          joinTexts([fault.message, ...fault.fields], ' · '),
        ),
      ];
    case 'redirect':
      return [
        l10n.t('Redirect not followed'),
        l10n.t(
          'The answer is a redirect, which is not followed: your token would go along. Check the setting bitbucketWebhooks.apiBaseUrl and whether your network redirects requests, then retry.',
        ),
      ];
    case 'rateLimit':
      return [
        l10n.t('Rate limit reached'),
        l10n.t(
          'Bitbucket takes no further requests just now (HTTP status 429), so none are sent. Retry after {0}.',
          timeText(fault.retryAt ?? Date.now()),
        ),
      ];
    case 'unreachable':
      return [
        l10n.t('Server not reachable'),
        l10n.t(
          'Nothing came back from {0}. A browser may not be allowed to send it a token: use a desktop or remote window then. Otherwise check the network connection and the setting http.proxy, then retry.',
          fault.host,
        ),
      ];
    case 'brokenLink':
      return [
        l10n.t('Broken link'),
        l10n.t(
          'The answer leads in a circle or to an address that cannot be used ({0}). Retry to start over.',
          fault.target,
        ),
      ];
    default: {
      const { short, full } = faultText(fault);
      return [short, full];
    }
  }
}

function noTokenTexts(reason: NoTokenReason, name: string): readonly [short: string, full: string] {
  switch (reason) {
    case 'signedOut':
    case 'origin':
      return [l10n.t('No token'), l10n.t('None of your tokens is for {0}. Sign in with one that is.', name)];
    case 'lost':
      return [
        l10n.t('Token lost'),
        l10n.t(
          'The token was kept in the system’s keyring, which no longer has it. Sign in again; if that happens often, check the keyring.',
        ),
      ];
    case 'refused':
      return [
        l10n.t('Token refused'),
        l10n.t('Bitbucket refused this token earlier, so it isn’t sent again. Sign in with another one.'),
      ];
    case 'restricted':
      return [
        l10n.t('Restricted Mode'),
        l10n.t('In Restricted Mode no token is read or sent. Trust the folder first.'),
      ];
  }
}

function rightsText({ workspace, repository }: HookSubject): string {
  return repository === undefined
    ? l10n.t(
        'You can’t see the webhooks of {0} (HTTP status 403): only owners of the workspace can. Ask one of them.',
        workspace,
      )
    : l10n.t(
        'You can’t see the webhooks of {0} (HTTP status 403): only admins of the repository can. Ask one of them to make you an admin.',
        `${workspace}/${repository}`,
      );
}

/** A sentence of ours, and Bitbucket's words as such. */
function withWords(sentence: string, words: string): string {
  return words === '' ? sentence : l10n.t('{0} Bitbucket: “{1}”', sentence, words);
}
