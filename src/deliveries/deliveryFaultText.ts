import { l10n } from 'vscode';
import type { DeliveryFault } from './wire/deliveryFault';

/** A fault in a few words: “Connection refused”. */
export function faultWords(fault: DeliveryFault): string {
  switch (fault.kind) {
    case 'refused':
      return l10n.t('Connection refused');
    case 'reset':
      return l10n.t('Connection closed');
    case 'dns':
      return l10n.t('Host not found');
    case 'offline':
      return l10n.t('No network');
    case 'certificate':
      return l10n.t('Certificate not trusted');
    case 'notTls':
      return l10n.t('No TLS');
    case 'tlsAlert':
      return l10n.t('TLS refused');
    case 'tls':
      return l10n.t('TLS failed');
    case 'notHttp':
      return l10n.t('No HTTP answer');
    case 'connection':
      return l10n.t('No connection');
    case 'gaveUp':
      return l10n.t('No answer');
    case 'cancelled':
      return l10n.t('Cancelled');
    case 'header':
      return l10n.t('Not sent');
  }
}

/**
 * What a fault means, and what to do. Never to send by http instead of https: whoever stands between could bring that
 * about, and read a signed delivery.
 */
export function faultSentence(fault: DeliveryFault): string {
  switch (fault.kind) {
    case 'refused':
      return l10n.t(
        'Nobody listens at {0}. Is the handler running, and on this port? In a container, its port has to be published.',
        fault.host,
      );
    case 'reset':
      return l10n.t(
        '{0} closed the connection before its answer was complete. Look into the handler’s log: it may have crashed, or speak https.',
        fault.host,
      );
    case 'dns':
      return l10n.t('The name {0} has no address. Check how it is written, the network and the VPN.', fault.host);
    case 'offline':
      return l10n.t('There is no network. Connect this machine, then send again.');
    case 'certificate':
      return l10n.t(
        'The certificate of {0} is not trusted ({1}), so nothing was sent. Add it to the operating system’s certificates. Bitbucket wants one that is publicly trusted.',
        fault.host,
        fault.code,
      );
    case 'notTls':
      return l10n.t(
        'What answers at {0} does not speak TLS, so nothing was sent. Check the port, and that the handler is set up for https.',
        fault.host,
      );
    case 'tlsAlert':
      return `${alertSentence(fault)} ${sentSentence(fault)}`;
    case 'tls':
      return `${l10n.t('The TLS connection to {0} failed ({1}). Check the port, and which versions of TLS it takes.', fault.host, fault.code)} ${sentSentence(fault)}`;
    case 'notHttp':
      return l10n.t(
        'What came back from {0} is no HTTP answer ({1}). Check the port: something else may listen there.',
        fault.host,
        fault.code,
      );
    case 'connection':
      return l10n.t(
        'The connection to {0} failed ({1}). Check the address, the firewall and the setting http.proxy.',
        fault.host,
        fault.code === '' ? l10n.t('no cause given') : fault.code,
      );
    case 'gaveUp':
      return l10n.t('There was no complete answer within {0} minutes. Look at where the handler waits.', fault.minutes);
    case 'cancelled':
      return l10n.t('You cancelled the delivery. The handler may have received it all the same.');
    case 'header':
      return l10n.t('Nothing was sent: {0} can’t hold this text. Choose another event.', fault.name);
  }
}

function alertSentence({ host, code }: { readonly host: string; readonly code: string }): string {
  if (/CERT|UNKNOWN_CA|ACCESS_DENIED/.test(code)) {
    return l10n.t(
      '{0} wants a client certificate ({1}), which a delivery does not have. Bitbucket is not known to present one either.',
      host,
      code,
    );
  }
  return code.endsWith('HANDSHAKE_FAILURE')
    ? l10n.t('{0} refused TLS ({1}). It may want a client certificate, or other versions and ciphers.', host, code)
    : l10n.t('{0} refused TLS ({1}). Look into the log of the server.', host, code);
}

function sentSentence({ isSent }: { readonly isSent: boolean }): string {
  return isSent
    ? l10n.t('The delivery was on its way by then: the server may have received it.')
    : l10n.t('Nothing was sent.');
}
