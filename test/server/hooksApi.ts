/** A hook as the API sends it, with whatever a test wants in it. */
export type HookRow = Readonly<Record<string, unknown>>;

/** What the server says of hooks. */
export interface HooksScenario {
  /** The tokens that it takes, by the header that they come in; with the scopes that they have. */
  readonly tokens: Readonly<Record<string, readonly string[]>>;
  /** The hooks of each repository (`team/app`) or workspace (`team`); `'forbidden'` where the person isn't an admin. */
  readonly subjects: Readonly<Record<string, readonly HookRow[] | 'forbidden'>>;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export const readScope = 'read:webhook:bitbucket';

/** The header of an API token. */
export function basic(email: string, token: string): string {
  return `Basic ${Buffer.from(`${email}:${token}`).toString('base64')}`;
}

/** A hook without a fault, as recorded answers have them. */
export function hookRow(number: number, change: HookRow = {}): HookRow {
  const uuid = `{00000000-0000-4000-8000-${String(number).padStart(12, '0')}}`;
  return {
    type: 'webhook_subscription',
    uuid,
    description: `Hook ${number}`,
    url: `https://ci.example.org/hooks/${number}`,
    active: true,
    skip_cert_verification: false,
    events: ['repo:push', 'pullrequest:fulfilled'],
    created_at: '2025-08-23T10:11:12.123456789Z',
    subject: { type: 'repository', full_name: 'team/app' },
    links: { self: { href: 'https://elsewhere.example/hooks' } },
    source: null,
    read_only: false,
    history_enabled: false,
    secret_set: true,
    ...change,
  };
}

/** Answers `GET …/hooks` as Bitbucket is known to; `undefined` of any other path. */
export function answerHooks(
  { tokens, subjects }: HooksScenario,
  authorization: string | undefined,
  base: string,
  url: URL,
): Answer | undefined {
  const path = url.href.slice(base.length).split('?')[0] ?? '';
  const [, encoded] = /^\/(?:repositories|workspaces)\/(.+)\/hooks$/.exec(path) ?? [];
  if (encoded === undefined) {
    return undefined;
  }
  const scopes = authorization === undefined ? undefined : tokens[authorization];
  if (!scopes) {
    return problem(401, { message: 'Token is invalid, expired, or not supported for this endpoint.' });
  }
  if (!scopes.includes(readScope)) {
    const message = 'Your credentials lack one or more required privilege scopes.';
    return problem(403, { message, detail: { granted: scopes, required: [readScope] } });
  }
  const rows = subjects[decodeURIComponent(encoded)];
  if (rows === undefined) {
    return problem(404, { message: 'Repository not found' });
  }
  if (rows === 'forbidden') {
    return problem(403, { message: 'Forbidden' });
  }
  const pageLength = Math.min(100, Number(url.searchParams.get('pagelen') ?? 10));
  const page = Number(url.searchParams.get('page') ?? 1);
  const next = new URL(url);
  next.searchParams.set('page', String(page + 1));
  const values = rows.slice((page - 1) * pageLength, page * pageLength);
  const hasMore = page * pageLength < rows.length;
  return { status: 200, body: { pagelen: pageLength, page, values, ...(hasMore ? { next: next.href } : {}) } };
}

function problem(status: number, error: unknown): Answer {
  return { status, body: { type: 'error', error } };
}
