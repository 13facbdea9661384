/** The headers that only Bitbucket's deliveries have, as they are written on the wire; those that are read most come first. */
export const headerNames = [
  'X-Event-Key',
  'X-Hub-Signature',
  'X-Hook-UUID',
  'X-Request-UUID',
  'X-Attempt-Number',
] as const;

export type HeaderName = (typeof headerNames)[number];

/**
 * What public receivers read by mistake, with the header that they mean (read in December 2026). The names with 256 are
 * GitHub's: Bitbucket has SHA-256 in the one without.
 */
const mistakes: readonly (readonly [right: HeaderName, ...wrong: string[]])[] = [
  [
    'X-Event-Key',
    'x-bitbucket-event',
    'x-bitbucket-event-key',
    'x-bitbucket-event-type',
    'x-event-type',
    'x-event-name',
  ],
  [
    'X-Hub-Signature',
    'x-hub-signature-256',
    'x-hub-signature-sha256',
    'x-bitbucket-signature',
    'x-bitbucket-signature-256',
  ],
  ['X-Hook-UUID', 'x-bitbucket-hook-uuid', 'x-bitbucket-webhook-uuid'],
  ['X-Request-UUID', 'x-bitbucket-delivery', 'x-bitbucket-request-uuid', 'x-bitbucket-request-id'],
];

const rightNames = new Map(mistakes.flatMap(([right, ...wrong]) => wrong.map((name) => [name, right] as const)));

/** A name of a wrong header in any of its ways: `X-Hub-Signature-256`, `HTTP_X_HUB_SIGNATURE_256`, `x_hub_signature_256`. */
export const wrongHeaders = new RegExp(
  `(?<![\\w-])(?:http_)?(?:${[...rightNames.keys()].map((name) => name.replaceAll('-', '[-_]')).join('|')})(?![\\w-])`,
  'gi',
);

/** The header that is meant by a wrong one, written in the same way; `undefined` where that isn't known to be wrong. */
export function rightHeaderFor(written: string): { readonly name: HeaderName; readonly text: string } | undefined {
  const name = rightNames.get(plainHeader(written));
  return name && { name, text: writtenLike(written, name) };
}

/** Small letters and hyphens, without what CGI puts before. */
function plainHeader(written: string): string {
  return written
    .toLowerCase()
    .replaceAll('_', '-')
    .replace(/^http-/, '');
}

/** A header's name in the way of another one: as on the wire, in small letters, or as CGI has it. */
export function writtenLike(written: string, name: HeaderName): string {
  const hasUnderscores = written.includes('_');
  const parted = hasUnderscores ? name.replaceAll('-', '_') : name;
  if (/^http_/i.test(written)) {
    return written.startsWith('http') ? `http_${parted.toLowerCase()}` : `HTTP_${parted.toUpperCase()}`;
  }
  const isLower = written === written.toLowerCase();
  return isLower
    ? parted.toLowerCase()
    : hasUnderscores && written === written.toUpperCase()
      ? parted.toUpperCase()
      : parted;
}

/** Whether a text has a header in any of the ways. */
export function holdsHeader(text: string, name: HeaderName): boolean {
  return new RegExp(`(?<![\\w-])(?:http_)?${name.replaceAll('-', '[-_]?')}(?![\\w-])`, 'i').test(text);
}
