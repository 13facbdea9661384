import { l10n } from 'vscode';
import { subjectName } from '../bitbucket/hookSubject';
import type { Unreachable } from './rest/address';
import type { Finding } from './rest/findings';
import { hookName } from './hookText';

interface FindingText {
  readonly short: string;
  /** With what to do. */
  readonly full: string;
  /** Tells the findings of a hook apart. */
  readonly id: string;
}

/** What is wrong with a hook, in the user's language. */
export function findingText(finding: Finding): FindingText {
  switch (finding.kind) {
    case 'unknownEvent':
      return {
        short: l10n.t('{0} isn’t in the list of events', finding.key),
        full: l10n.t(
          '{0} isn’t in the list of events. Refresh the view Events; if it still isn’t there, there is no such event: remove it from the webhook.',
          finding.key,
        ),
        id: `unknown:${finding.key}`,
      };
    case 'removedEvent':
      return {
        short: l10n.t('{0} is no longer sent', finding.key),
        full: l10n.t('Bitbucket no longer sends {0}. Remove it from the webhook.', finding.key),
        id: `removed:${finding.key}`,
      };
    case 'noEvent':
      return {
        short: l10n.t('No event'),
        full: l10n.t('The webhook subscribes to no event, so it never sends anything. Give it one, or delete it.'),
        id: finding.kind,
      };
    case 'noSecret':
      return {
        short: l10n.t('No secret'),
        full: l10n.t(
          'The webhook has no secret, so its requests aren’t signed, and anyone who knows the address can forge them. Give it a secret, and have the handler verify the signature.',
        ),
        id: finding.kind,
      };
    case 'certificatesNotVerified':
      return {
        short: l10n.t('Certificates not verified'),
        full: l10n.t(
          'Bitbucket doesn’t verify the certificate of the address, so it may send to somebody else. Switch “Skip certificate verification” off; the address needs a valid certificate then.',
        ),
        id: finding.kind,
      };
    case 'plainHttp':
      return {
        short: l10n.t('http: not encrypted'),
        full: l10n.t('What the webhook sends can be read on its way. Use an https address.'),
        id: finding.kind,
      };
    case 'unreachable':
      return {
        short: l10n.t('Bitbucket can’t reach the address'),
        full: unreachableText(finding.why),
        id: finding.kind,
      };
    case 'twice': {
      const { events, other } = finding;
      const named = events.length === 1 ? (events[0] ?? '') : l10n.t('{0} events', events.length);
      const place = l10n.t('{0} ({1})', hookName(other.hook), subjectName(other.subject));
      return {
        short: l10n.t('Sent twice: {0}', named),
        full: l10n.t(
          'The webhook {0} sends these events to the same address, so each arrives twice: {1}. Remove them from one of the two.',
          place,
          events.join(', '),
        ),
        id: `twice:${other.hook.uuid}`,
      };
    }
  }
}

function unreachableText(why: Unreachable): string {
  const tunnel = l10n.t('Use an address on the internet; for a handler on this machine, that of a tunnel.');
  switch (why) {
    case 'notAnAddress':
      return l10n.t('The webhook’s address isn’t one. Use an address that begins with https.');
    case 'scheme':
      return l10n.t('Bitbucket sends to http and https only. Use an https address.');
    case 'loopback':
      return l10n.t('The address stands for the sender’s own machine, which would be Bitbucket’s. {0}', tunnel);
    case 'private':
      return l10n.t('The address is one of a private network, which Bitbucket isn’t in. {0}', tunnel);
    case 'noDot':
      return l10n.t('The address has a name without a dot, which only your own network knows. {0}', tunnel);
    case 'localName':
      return l10n.t('The address has a name that the internet doesn’t know. {0}', tunnel);
  }
}
