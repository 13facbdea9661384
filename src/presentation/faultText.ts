import { l10n } from 'vscode';
import { type Fault, isCertificateCode } from '../bitbucket/fault';
import { timeText } from './dateText';

/** A fault in the user's language: in a few words, and in sentences that say what happened and what to do. */
interface FaultText {
  readonly short: string;
  readonly full: string;
}

export function faultText(fault: Fault): FaultText {
  const [short, full] = textsOf(fault);
  return { short, full };
}

function textsOf(fault: Fault): readonly [short: string, full: string] {
  switch (fault.kind) {
    case 'offline':
      return [l10n.t('Offline'), l10n.t('This computer has no network connection. Connect it, then retry.')];
    case 'dns':
      return [
        l10n.t('Server not found'),
        l10n.t(
          'The name {0} could not be resolved. Check the network connection, the VPN and the setting http.proxy, then retry.',
          fault.host,
        ),
      ];
    case 'connection':
      return [
        l10n.t('No connection'),
        l10n.t(
          'The connection to {0} failed ({1}). Check the network, the firewall and the setting http.proxy, then retry.',
          fault.host,
          fault.code,
        ),
      ];
    case 'tls':
      return [
        isCertificateCode(fault.code) ? l10n.t('Certificate not trusted') : l10n.t('No secure connection'),
        l10n.t(
          'The secure connection to {0} failed ({1}). If your network uses its own certificates, add them to the operating system and check the settings http.systemCertificates and http.proxy, then retry.',
          fault.host,
          fault.code,
        ),
      ];
    case 'unreachable':
      return [
        l10n.t('Server not reachable'),
        l10n.t(
          'Nothing came back from {0}. Check the network connection and the setting http.proxy; in a browser, the server may also not allow requests from this page. Then retry.',
          fault.host,
        ),
      ];
    case 'timeout':
      return [
        l10n.t('Timed out'),
        l10n.t(
          'Bitbucket did not answer completely within {0} seconds. Check the network connection, then retry.',
          fault.seconds,
        ),
      ];
    case 'status':
      return statusTexts(fault.status, fault.message);
    case 'rateLimit':
      return [
        l10n.t('Rate limit reached'),
        fault.retryAt === undefined
          ? l10n.t(
              'Bitbucket allows 60 anonymous requests an hour from one address, and they are used up (HTTP status 429). Retry later, in an hour at the latest.',
            )
          : l10n.t(
              'Bitbucket takes no further anonymous requests from this address just now (HTTP status 429). Retry after {0}.',
              timeText(fault.retryAt),
            ),
      ];
    case 'endless':
      return [
        l10n.t('List without an end'),
        l10n.t(
          'The list goes on after {0} events, more than Bitbucket can have. No more are loaded. Check the setting bitbucketWebhooks.apiBaseUrl.',
          fault.events,
        ),
      ];
    case 'notJson':
      return [
        l10n.t('Not an API answer'),
        l10n.t(
          'The answer is not JSON ({0}). A proxy or a login page of your network may stand between; sign in there or check the setting bitbucketWebhooks.apiBaseUrl, then retry.',
          fault.contentType || l10n.t('no content type'),
        ),
      ];
    case 'shape':
      return [
        l10n.t('Unexpected answer'),
        l10n.t(
          'The answer does not have the documented form ({0}). Check the setting bitbucketWebhooks.apiBaseUrl; if it is right, the API has changed, and this extension needs a newer version.',
          fault.detail,
        ),
      ];
    case 'tooLarge':
      return [
        l10n.t('Answer too large'),
        l10n.t(
          'The answer is larger than {0} MB and was not read further. Check the setting bitbucketWebhooks.apiBaseUrl, then retry.',
          fault.megabytes,
        ),
      ];
    case 'foreignLink':
      return [
        l10n.t('Link to another server'),
        l10n.t(
          'The answer leads to another server ({0}), which is not followed. Check the setting bitbucketWebhooks.apiBaseUrl and whether your network redirects requests, then retry.',
          fault.target,
        ),
      ];
    case 'brokenLink':
      return [
        l10n.t('Broken link'),
        l10n.t(
          'The answer leads in a circle or to an address that cannot be used ({0}). Refresh the events to start over.',
          fault.target,
        ),
      ];
    case 'baseUrl':
      return [
        l10n.t('Wrong API base URL'),
        l10n.t(
          'The setting bitbucketWebhooks.apiBaseUrl ({0}) must be an https address, or http on this computer, without a user name. Correct it, or reset it to use Bitbucket Cloud.',
          fault.value || l10n.t('empty'),
        ),
      ];
  }
}

function statusTexts(status: number, message: string): [short: string, full: string] {
  const said = message ? l10n.t('Bitbucket answered with HTTP status {0}: “{1}”.', status, message) : '';
  const happened = said || l10n.t('Bitbucket answered with HTTP status {0}.', status);
  return [l10n.t('HTTP {0}', status), `${happened} ${adviceFor(status)}`];
}

function adviceFor(status: number): string {
  if (status === 407) {
    return l10n.t('The proxy asks for a sign-in: check the setting http.proxy, then retry.');
  }
  if (status >= 500) {
    return l10n.t('The server has a problem, which usually passes. Retry in a while.');
  }
  return l10n.t('Check the setting bitbucketWebhooks.apiBaseUrl and your network, then retry.');
}
