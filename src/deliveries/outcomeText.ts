import { l10n } from 'vscode';
import { cleanText } from '../bitbucket/cleanText';
import { joinTexts } from '../presentation/texts';
import { faultSentence, faultWords } from './deliveryFaultText';
import { type Answer, bitbucketTimeout, type Outcome } from './wire/delivery';
import { type DeliveryVerdict, isLate, type Judged, maxAttempts, verdictOf } from './wire/deliveryVerdict';

/** In a few words: “200 OK”, “No answer”. */
export function outcomeWords(outcome: Outcome): string {
  if (outcome.kind === 'fault') {
    return faultWords(outcome.fault);
  }
  const words = statusWords(outcome.answer);
  return isLate(outcome) ? l10n.t('{0}, too late', words) : words;
}

/** The same for where there is little room: “200”, “too late”. */
export function outcomeParts(outcome: Outcome): string[] {
  const words = outcome.kind === 'fault' ? faultWords(outcome.fault) : String(outcome.answer.status);
  return isLate(outcome) && outcome.kind === 'answer' ? [words, l10n.t('too late')] : [words];
}

/** In sentences: what it means for what it was sent for, and what to do. */
export function outcomeSentences(delivery: Judged): string[] {
  const { outcome } = delivery;
  const verdict = verdictOf(delivery);
  const meaning =
    outcome.kind === 'fault' ? [faultSentence(outcome.fault)] : answerSentences(verdict, outcome.answer, delivery);
  return [...meaning, ...(isLate(outcome) ? [lateSentence()] : retrySentences(verdict, delivery))];
}

export function durationText(milliseconds: number): string {
  return milliseconds < 10_000
    ? l10n.t('{0} ms', Math.round(milliseconds))
    : l10n.t('{0} s', Math.round(milliseconds / 1000));
}

/** A delivery's purpose where it is sent to be refused; else empty. */
export function purposeWords(signing: Judged['signing']): string {
  switch (signing) {
    case 'wrong':
      return l10n.t('wrong signature');
    case 'unsigned':
      return l10n.t('no signature');
    default:
      return '';
  }
}

function statusWords({ status, reason }: Answer): string {
  return joinTexts([String(status), reason], ' ');
}

function answerSentences(verdict: DeliveryVerdict, { status, headers }: Answer, { signing }: Judged): string[] {
  switch (verdict) {
    case 'arrived':
      return [l10n.t('For Bitbucket, this delivery has arrived.'), ...signatureSentences(signing)];
    case 'forgeryAccepted':
      return [
        signing === 'wrong'
          ? l10n.t('It accepted a wrong signature: anyone can send to it.')
          : l10n.t('It accepted a delivery without a signature: anyone can send to it.'),
        l10n.t('Check the signature of the bytes that came, before anything else is done with them.'),
      ];
    case 'forgeryRefused':
      return [
        status === 401 || status === 403
          ? l10n.t('Refused, as it should be.')
          : l10n.t('Refused, as it should be, if it was because of the signature: 401 or 403 would say so.'),
      ];
    case 'forgeryFailed':
      return [l10n.t('The handler failed where it should have refused the signature: answer with 401.')];
    case 'signatureRefused':
      return [
        l10n.t('The handler refused a signed delivery.'),
        l10n.t('Either the secrets differ: set the one that the handler has.'),
        l10n.t(
          'Or it checks something else than the bytes that came, such as JSON that was parsed and written anew: verify what it checks, and see the recipe.',
        ),
      ];
    case 'signatureMissing':
      return [
        l10n.t('The handler refused a delivery that is not signed, since its target has no secret here.'),
        l10n.t('If it checks signatures, set the secret that the handler has.'),
      ];
    case 'notThere':
      return [l10n.t('The handler takes no deliveries at this address. Check its path, and that it takes POST.')];
    case 'refused':
      return [l10n.t('The handler refused the delivery.')];
    case 'failed':
      return [l10n.t('The handler failed.')];
    case 'redirected':
      return [redirectSentence(headers.find(([name]) => name.toLowerCase() === 'location')?.[1] ?? '')];
    case 'otherProtocol':
      return [
        l10n.t(
          'The handler wants to speak another protocol. Bitbucket would not do that: answer with a status of 200 to 299.',
        ),
      ];
    case 'late':
    case 'fault':
      return [];
  }
}

/** What an arrival says of a handler's checks. */
function signatureSentences(signing: Judged['signing']): string[] {
  return signing === 'noSecret'
    ? [l10n.t('It was not signed: its target has no secret here.')]
    : [l10n.t('To see whether the handler checks signatures, send it again with a wrong one.')];
}

function redirectSentence(location: string): string {
  return location === ''
    ? l10n.t('The handler points elsewhere, which is not followed. Give Bitbucket the final address.')
    : l10n.t(
        'The handler points to {0}, which is not followed: a delivery ends where it was sent. Give Bitbucket the final address.',
        withoutQuery(location),
      );
}

function lateSentence(): string {
  return l10n.t(
    'Too late for Bitbucket, which gives up after {0} seconds: answer first, and do what takes long afterwards.',
    bitbucketTimeout / 1000,
  );
}

/** What Bitbucket would do next. */
function retrySentences(verdict: DeliveryVerdict, { attempt }: Judged): string[] {
  switch (verdict) {
    case 'failed':
      return [
        attempt < maxAttempts
          ? l10n.t('Bitbucket would try again: “Send again as Bitbucket’s retry” shows how that goes.')
          : l10n.t('Bitbucket would not try again: this was its last attempt.'),
      ];
    case 'signatureRefused':
    case 'signatureMissing':
    case 'notThere':
    case 'refused':
      return [l10n.t('Bitbucket would not try again.')];
    default:
      return [];
  }
}

/** For addresses that come from others: what is after `?` may be a token. */
function withoutQuery(address: string): string {
  return cleanText(address.replace(/[?#].*$/s, ''), 200);
}
