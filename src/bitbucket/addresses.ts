import { cleanText } from './cleanText';
import { BitbucketError } from './fault';

/** The base URL, if requests may go there: HTTPS, or plain HTTP to this machine (tests, local mirrors). */
export function parseBaseUrl(setting: string): URL {
  const value = setting.trim();
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (url && secure && !hasCredentials(url)) {
    url.search = url.hash = '';
    return url;
  }
  throw new BitbucketError({ kind: 'baseUrl', value: cleanText(value, 200) }, '');
}

/**
 * A link out of an answer, if it leads to the API's own origin: whoever answers must not send us elsewhere. Any path of
 * it will do, since links are opaque by Bitbucket's contract and a GET without credentials shows nothing that isn't
 * public. Bitbucket's links are absolute; only a redirect may be relative, to the address `from` that it came from.
 */
export function parseLink(link: string, baseUrl: URL, from?: URL): URL {
  const target = cleanText(link, 300);
  const source = withoutQuery(from ?? baseUrl);
  const url = URL.canParse(link, from?.href) ? new URL(link, from?.href) : undefined;
  if (!url || hasCredentials(url)) {
    throw new BitbucketError({ kind: 'brokenLink', target }, source);
  }
  // The scheme as well: the origin of `blob:https://host/…` is that of the address within.
  if (url.origin !== baseUrl.origin || url.protocol !== baseUrl.protocol) {
    throw new BitbucketError({ kind: 'foreignLink', target }, source);
  }
  return url;
}

/** An address for logs and errors. */
export function withoutQuery(url: URL): string {
  return url.origin + url.pathname;
}

function hasCredentials(url: URL): boolean {
  return url.username !== '' || url.password !== '';
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
