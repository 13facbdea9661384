/** Where a delivery goes. */
export interface Target {
  /** Without a fragment, which is never sent. */
  readonly url: URL;
  /** Origin and path: what may be shown and kept, since queries often hold tokens. */
  readonly shown: string;
  readonly hasQuery: boolean;
  /** One of the names and addresses of this machine that nothing else can answer to. */
  readonly isLoopback: boolean;
}

/** Why a text is no target. */
export type TargetFault = 'notAnAddress' | 'word' | 'scheme' | 'userInfo';

export const defaultTarget = 'http://localhost:3000/';

/**
 * The target that a user means who types this: an address; a host, or a port or a path of this machine, will do.
 *
 * @param base What a path alone is one of: a URL.
 */
export function parseTarget(text: string, base = defaultTarget): Target | TargetFault {
  const typed = withoutQuotes(text.trim());
  // The parser would leave out what breaks lines, and so take a text for another one.
  if (typed === '' || /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]/u.test(typed)) {
    return 'notAnAddress';
  }
  if (/^[^.:/]+$/.test(typed) && !/^(?:localhost|\d{1,5})(?:[?#]|$)/i.test(typed)) {
    return 'word';
  }
  const url = parse(typed, base);
  if (!url) {
    return 'notAnAddress';
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return 'scheme';
  }
  if (url.username !== '' || url.password !== '') {
    return 'userInfo';
  }
  url.hash = '';
  url.hostname = plainHost(url.hostname);
  return {
    url,
    shown: url.origin + url.pathname,
    hasQuery: url.search !== '',
    isLoopback: isThisMachine(url.hostname),
  };
}

/** As they come along from a file or a chat. */
function withoutQuotes(text: string): string {
  return (
    /^(?:"(.*)"|'(.*)'|`(.*)`|<(.*)>|“(.*)”|‘(.*)’|„(.*)“|«(.*)»)$/.exec(text)?.slice(1).find(Boolean)?.trim() ?? text
  );
}

function parse(typed: string, base: string): URL | undefined {
  if (/^[/\\]{2}/.test(typed)) {
    // To the parser another host, which nobody would see in what is a path.
    return undefined;
  }
  const [address, relativeTo] = typed.startsWith('/') ? [typed, base] : [withScheme(typed), undefined];
  return URL.canParse(address, relativeTo) ? new URL(address, relativeTo) : undefined;
}

function withScheme(typed: string): string {
  if (/^:?\d{1,5}(?:[/?#]|$)/.test(typed)) {
    return `http://localhost:${typed.replace(/^:/, '')}`;
  }
  return /^[a-z][a-z\d+.-]*:(?!\d)/i.test(typed) ? typed : `http://${typed}`;
}

/**
 * A host by its plainest name: systems and proxies know this machine by few, and what has another could go to a proxy.
 *
 * @param hostname As a URL has it: in lower case, addresses written out.
 */
function plainHost(hostname: string): string {
  const [, high, low] = /^\[::ffff:([\da-f]+):([\da-f]+)\]$/.exec(hostname) ?? [];
  const ipv4 = high === undefined || low === undefined ? hostname : dotted(parseInt(high, 16), parseInt(low, 16));
  // At the addresses that stand for none, systems reach themselves.
  const names = new Map([
    ['localhost.', 'localhost'],
    ['0.0.0.0', '127.0.0.1'],
    ['[::]', '[::1]'],
  ]);
  return names.get(ipv4) ?? ipv4;
}

/** An address of IPv4 that IPv6 has in two numbers of 16 bits. */
function dotted(high: number, low: number): string {
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** @param hostname The plainest. */
function isThisMachine(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname);
}
