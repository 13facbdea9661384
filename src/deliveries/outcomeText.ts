import { l10n } from 'vscode';
import { cleanText } from '../bitbucket/cleanText';
import { joinTexts } from '../presentation/texts';
import { faultSentence, faultWords } from './deliveryFaultText';
import { type Answer, bitbucketTimeout, type Outcome } from './wire/delivery';

/** How a delivery went: for icons, and for counting. `odd`: Bitbucket would not count it as delivered as it is. */
export type Grade = 'good' | 'odd' | 'bad' | 'cancelled';

export function gradeOf(outcome: Outcome): Grade {
  if (outcome.kind === 'fault') {
    return outcome.fault.kind === 'cancelled' ? 'cancelled' : 'bad';
  }
  const { status } = outcome.answer;
  if (status >= 400) {
    return 'bad';
  }
  return status < 200 || status >= 300 || isLate(outcome) ? 'odd' : 'good';
}

/** In a few words: “200 OK”, “No answer”. */
export function outcomeWords(outcome: Outcome): string {
  if (outcome.kind === 'fault') {
    return faultWords(outcome.fault);
  }
  const words = statusWords(outcome.answer);
  return isLate(outcome) ? l10n.t('{0}, too late', words) : words;
}

/** In sentences: what it means, and what to do. */
export function outcomeSentences(outcome: Outcome): string[] {
  const late = isLate(outcome)
    ? [
        l10n.t(
          'Too late for Bitbucket, which gives up after {0} seconds: answer first, and do what takes long afterwards.',
          bitbucketTimeout / 1000,
        ),
      ]
    : [];
  return [outcome.kind === 'fault' ? faultSentence(outcome.fault) : statusSentence(outcome.answer), ...late];
}

export function durationText(milliseconds: number): string {
  return milliseconds < 10_000
    ? l10n.t('{0} ms', Math.round(milliseconds))
    : l10n.t('{0} s', Math.round(milliseconds / 1000));
}

function isLate({ milliseconds }: Outcome): boolean {
  return milliseconds > bitbucketTimeout;
}

function statusWords({ status, reason }: Answer): string {
  return joinTexts([String(status), reason], ' ');
}

function statusSentence({ status, headers }: Answer): string {
  if (status >= 500) {
    return l10n.t(
      'The handler failed. Bitbucket would try up to two more times: “Send again as Bitbucket’s retry” shows how that goes.',
    );
  }
  if (status === 401 || status === 403) {
    return l10n.t(
      'The handler refused the delivery. If it checks signatures, set the secret of this target to the one that the handler has. Bitbucket would not try again.',
    );
  }
  if (status === 404 || status === 405) {
    return l10n.t(
      'The handler takes no deliveries at this address. Check its path, and that it takes POST. Bitbucket would not try again.',
    );
  }
  if (status >= 400) {
    return l10n.t('The handler refused the delivery. Bitbucket would not try again.');
  }
  if (status >= 300) {
    const location = headers.find(([name]) => name.toLowerCase() === 'location')?.[1] ?? '';
    return location === ''
      ? l10n.t('The handler points elsewhere, which is not followed. Give Bitbucket the final address.')
      : l10n.t(
          'The handler points to {0}, which is not followed: a delivery ends where it was sent. Give Bitbucket the final address.',
          withoutQuery(location),
        );
  }
  return status >= 200
    ? l10n.t('For Bitbucket, this delivery has arrived.')
    : l10n.t(
        'The handler wants to speak another protocol. Bitbucket would not do that: answer with a status of 200 to 299.',
      );
}

/** For addresses that come from others: what is after `?` may be a token. */
function withoutQuery(address: string): string {
  return cleanText(address.replace(/[?#].*$/s, ''), 200);
}
