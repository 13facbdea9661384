import ipaddr from 'ipaddr.js';
import { cleanText } from '../../bitbucket/cleanText';

/** Origin and path of a hook's address: what may be shown, since queries and user info often hold tokens. */
export function shownAddress(address: string): string {
  const url = parse(address);
  return url ? cleanText(url.origin === 'null' ? `${url.protocol}…` : url.origin + url.pathname, 500) : '';
}

/** Host and path, for rows. */
export function shortAddress(address: string): string {
  return shownAddress(address)
    .replace(/^https?:\/\//, '')
    .replace(/\/$/, '');
}

/** What of an address isn't shown: its query, and who it is for. */
export function hiddenParts(address: string): string[] {
  const { search = '', username = '', password = '' } = parse(address) ?? {};
  const person = [username, password].filter((part) => part !== '').join(':');
  return [search, person === '' ? '' : `${person}@`].filter((part) => part !== '');
}

/** Whether there is more in an address than is shown of it. */
export function hidesSomething(address: string): boolean {
  return hiddenParts(address).length > 0;
}

/** Why Bitbucket, which is somewhere in the internet, can't send to an address. */
export type Unreachable = 'notAnAddress' | 'scheme' | 'loopback' | 'private' | 'noDot' | 'localName';

/** Names that only local networks have an address for (RFC 6761, 6762, 8375), and that are reserved for nothing (2606). */
const localName = /\.(?:local|localhost|internal|intranet|lan|corp|home|home\.arpa|test|example|invalid)$/;

/** `undefined` where nothing speaks against it. */
export function whyUnreachable(address: string): Unreachable | undefined {
  const url = parse(address);
  if (!url) {
    return 'notAnAddress';
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return 'scheme';
  }
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (ipaddr.isValid(host)) {
    const range = ipaddr.process(host).range();
    return range === 'unicast' ? undefined : range === 'loopback' || range === 'unspecified' ? 'loopback' : 'private';
  }
  if (host === 'localhost' || host.endsWith('.localhost')) {
    return 'loopback';
  }
  return !host.includes('.') ? 'noDot' : localName.test(host) ? 'localName' : undefined;
}

function parse(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined;
}
