import { bundledList } from '../../src/catalog/bundled/bundledList';
import { isRemoved } from '../../src/events/removed';

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
export const writeScope = 'write:webhook:bitbucket';
export const deleteScope = 'delete:webhook:bitbucket';

/** The hooks while a scenario is played, since they can be changed. */
export type HooksState = Map<string, HookRow[] | 'forbidden'>;

export function startHooks({ subjects }: HooksScenario): HooksState {
  return new Map(Object.entries(subjects).map(([name, rows]) => [name, rows === 'forbidden' ? rows : [...rows]]));
}

/** A request for hooks. */
export interface HooksRequest {
  readonly method: string;
  readonly authorization: string | undefined;
  /** As it was sent; empty where there is none. */
  readonly body: string;
}

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

/** Answers requests for hooks as Bitbucket is known to, and changes them; `undefined` of any other path. */
export function answerHooks(
  { tokens }: HooksScenario,
  state: HooksState,
  { method, authorization, body }: HooksRequest,
  base: string,
  url: URL,
): Answer | undefined {
  const path = url.href.slice(base.length).split('?')[0] ?? '';
  const [, encoded, encodedId] = /^\/(?:repositories|workspaces)\/(.+)\/hooks(?:\/([^/]+))?$/.exec(path) ?? [];
  if (encoded === undefined) {
    return undefined;
  }
  const scopes = authorization === undefined ? undefined : tokens[authorization];
  if (!scopes) {
    return problem(401, { message: 'Token is invalid, expired, or not supported for this endpoint.' });
  }
  const required = { POST: writeScope, PUT: writeScope, DELETE: deleteScope }[method] ?? readScope;
  if (!scopes.includes(required)) {
    const message = 'Your credentials lack one or more required privilege scopes.';
    return problem(403, { message, detail: { granted: scopes, required: [required] } });
  }
  const rows = state.get(decodeURIComponent(encoded));
  if (rows === undefined) {
    return problem(404, { message: 'Repository not found' });
  }
  if (rows === 'forbidden') {
    return problem(403, { message: 'Forbidden' });
  }
  if (encodedId !== undefined) {
    return answerHook(rows, method, `{${decodeURIComponent(encodedId).replace(/[{}]/g, '')}}`, body);
  }
  if (method === 'POST') {
    const sent = JSON.parse(body) as HookRow;
    const refusal = refusalOf(sent);
    if (refusal) {
      return refusal;
    }
    const created = keptRow(hookRow(900 + rows.length, { secret_set: false }), {
      active: true,
      history_enabled: false,
      ...sent,
    });
    rows.push(created);
    return { status: 201, body: created };
  }
  const pageLength = Math.min(100, Number(url.searchParams.get('pagelen') ?? 10));
  const page = Number(url.searchParams.get('page') ?? 1);
  const next = new URL(url);
  next.searchParams.set('page', String(page + 1));
  const values = rows.slice((page - 1) * pageLength, page * pageLength);
  const hasMore = page * pageLength < rows.length;
  return { status: 200, body: { pagelen: pageLength, page, values, ...(hasMore ? { next: next.href } : {}) } };
}

function answerHook(rows: HookRow[], method: string, uuid: string, body: string): Answer {
  const index = rows.findIndex((row) => row['uuid'] === uuid);
  const row = rows[index];
  if (!row) {
    return problem(404, { message: 'Webhook not found' });
  }
  if (method === 'DELETE') {
    rows.splice(index, 1);
    return { status: 204, body: undefined };
  }
  if (method === 'PUT') {
    const sent = JSON.parse(body) as HookRow;
    const refusal = refusalOf(sent);
    if (refusal) {
      return refusal;
    }
    rows[index] = keptRow(row, sent);
  }
  return { status: 200, body: rows[index] };
}

/** A row as it is told: nobody is told the secret. One that is left out stays. */
function keptRow(before: HookRow, { secret, ...sent }: HookRow): HookRow {
  const has = secret === undefined ? before['secret_set'] : secret !== null && secret !== '';
  return { ...before, ...sent, secret_set: has };
}

/** What Bitbucket has been seen to refuse, and how. */
function refusalOf({
  url,
  events,
  skip_cert_verification: skip,
  history_enabled: history,
  secret,
}: HookRow): Answer | undefined {
  const bad = (fields?: unknown) =>
    problem(400, { message: 'Bad request', ...(fields === undefined ? {} : { fields }) });
  if (typeof url !== 'string' || url === '') {
    return bad([
      'Field: {Required field: "url" is not present.field} Error: {Required field: "url" is not present.message}',
    ]);
  }
  if (!/^https?:/.test(url)) {
    return bad({ url: ['Invalid URL'] });
  }
  if (skip === null || history === null) {
    return bad({ [skip === null ? 'skip_cert_verification' : 'history_enabled']: ['This field may not be null.'] });
  }
  const keys = Array.isArray(events) ? (events as unknown[]) : [];
  if (keys.length === 0 || new Set(keys).size < keys.length) {
    return bad();
  }
  const wrong = keys.filter((key) => typeof key !== 'string' || !knownKeys.has(key) || isRemoved(key));
  if (wrong.length > 0) {
    return bad({ events: wrong.map((key) => `"${String(key)}" is not a valid choice.`) });
  }
  return typeof secret === 'string' && secret.length > 128
    ? bad({ secret: ['Ensure this has no more than 128 characters.'] })
    : undefined;
}

const knownKeys = new Set([...bundledList.subjectTypes.values()].flatMap((events) => events.map(({ key }) => key)));

function problem(status: number, error: unknown): Answer {
  return { status, body: { type: 'error', error } };
}
