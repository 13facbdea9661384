/** Where a delivery goes. */
export interface Target {
  /** Without a fragment, which is never sent. */
  readonly url: URL;
  /** Origin and path: what may be shown and kept, since queries often hold tokens. */
  readonly shown: string;
  readonly hasQuery: boolean;
  /** One of the names of this machine that nothing else can answer to. */
  readonly isLoopback: boolean;
}

/** Why a text is no target. */
export type TargetFault = 'notAnAddress' | 'scheme' | 'userInfo';

export const defaultTarget = 'http://localhost:3000/';

/** The target that a user means who types this: an address; a host or a port of this machine alone will do. */
export function parseTarget(text: string): Target | TargetFault {
  const typed = text.trim();
  // The parser would leave out what breaks lines, and so take a text for another one.
  if (typed === '' || /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]/u.test(typed)) {
    return 'notAnAddress';
  }
  const address = withScheme(typed);
  const url = URL.canParse(address) ? new URL(address) : undefined;
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
  return {
    url,
    shown: url.origin + url.pathname,
    hasQuery: url.search !== '',
    isLoopback: ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname),
  };
}

function withScheme(typed: string): string {
  if (/^:?\d{1,5}(?:\/|$)/.test(typed)) {
    return `http://localhost:${typed.replace(/^:/, '')}`;
  }
  return /^[a-z][a-z\d+.-]*:(?!\d)/i.test(typed) ? typed : `http://${typed}`;
}
