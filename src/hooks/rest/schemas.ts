import * as v from 'valibot';
import { cleanText } from '../../bitbucket/cleanText';
import type { Hook } from './hook';

// Shapes: Bitbucket's REST reference, "List webhooks for a repository", and answers in public issues and test fixtures.

/** Bitbucket's texts are a few words each; whoever sends a book gets it cut. Characters. */
const maxLength = 300;
/** No server takes longer addresses. Characters. */
const maxUrlLength = 8000;
/** Rows of one page. Bitbucket sends a hundred at most. */
const maxRows = 1000;

const text = v.fallback(
  v.pipe(
    v.string(),
    v.transform((value) => cleanText(value, maxLength)),
  ),
  '',
);
const flag = v.fallback(v.optional(v.boolean()), undefined);
const url = v.pipe(v.string(), v.maxLength(maxUrlLength));
const keys = v.pipe(
  v.array(v.unknown()),
  v.transform((values) => {
    const cleaned = values.map((value) => (typeof value === 'string' ? cleanText(value, 100) : ''));
    return [...new Set(cleaned)].filter((key) => key !== '').slice(0, maxRows);
  }),
);
const date = v.fallback(v.optional(v.string()), undefined);

/** A row without an id, an address or a list of events is of no use. The rest may be missing, and more may come. */
const hookRow = v.pipe(
  v.object({
    uuid: v.pipe(v.string(), v.regex(/^\{?[\w-]{1,100}\}?$/)),
    url,
    events: keys,
    description: text,
    active: flag,
    secret_set: flag,
    skip_cert_verification: flag,
    history_enabled: flag,
    read_only: flag,
    created_at: date,
    source: text,
  }),
  v.transform((row): Omit<Hook, 'isExact'> => ({
    uuid: `{${row.uuid.replace(/[{}]/g, '')}}`,
    url: row.url,
    title: row.description,
    isActive: row.active,
    events: row.events,
    hasSecret: row.secret_set,
    skipsCertificates: row.skip_cert_verification,
    keepsHistory: row.history_enabled,
    isReadOnly: row.read_only,
    created: dateIn(row.created_at ?? ''),
    source: row.source,
  })),
);

function dateIn(value: string): Date | undefined {
  const parsed = new Date(value);
  return Number.isNaN(parsed.getTime()) ? undefined : parsed;
}

const page = v.object({ values: v.array(v.unknown()), next: v.nullish(url) });

/** A hook; `undefined` where it has another shape. */
export function parseHook(json: unknown): Hook | undefined {
  const row = v.safeParse(hookRow, json);
  return row.success ? { ...row.output, isExact: isExact(json, row.output) } : undefined;
}

/** What the texts were before they were cleaned. */
const rawTexts = v.object({ description: v.nullish(v.string(), ''), events: v.array(v.string()) });

function isExact(json: unknown, { title, events }: Omit<Hook, 'isExact'>): boolean {
  const raw = v.safeParse(rawTexts, json);
  return raw.success && raw.output.description === title && raw.output.events.every((key) => events.includes(key));
}

/** One page of hooks. */
export interface HooksPage {
  readonly hooks: readonly Hook[];
  /** How many rows were left out, since they have another shape. */
  readonly malformed: number;
  readonly next: string | undefined;
}

/** A page of hooks, or a sentence that says what is wrong with it as a whole. */
export function parseHooksPage(json: unknown): HooksPage | string {
  const parsed = v.safeParse(page, json);
  if (!parsed.success) {
    return `${v.getDotPath(parsed.issues[0]) ?? 'answer'}: expected ${parsed.issues[0].expected}`;
  }
  const { values, next } = parsed.output;
  const hooks = values.slice(0, maxRows).flatMap((value) => parseHook(value) ?? []);
  return { hooks, malformed: values.length - hooks.length, next: next ?? undefined };
}

/** What an answer says that isn't what was asked for. All of it is cleaned; empty where it doesn't say. */
export interface HooksProblem {
  readonly message: string;
  /** The scopes of which one would have done, where the token has none of them. */
  readonly requiredScopes: readonly string[];
  /** What is wrong with single fields, a line each. */
  readonly fields: readonly string[];
  /** Where Atlassian says why something is gone: only at its own addresses. */
  readonly announcement: string | undefined;
}

const texts = v.fallback(
  v.pipe(
    v.array(v.unknown()),
    v.transform((values) =>
      values.slice(0, 50).flatMap((value) => (typeof value === 'string' ? [cleanText(value, maxLength)] : [])),
    ),
  ),
  [],
);
/** A list of sentences, or lists of sentences by the names of fields. */
const fields = v.fallback(
  v.union([
    v.pipe(
      v.array(v.unknown()),
      v.transform((values) => v.parse(texts, values)),
    ),
    v.pipe(
      v.record(v.string(), v.unknown()),
      v.transform((map) =>
        Object.entries(map)
          .slice(0, 50)
          .map(([name, value]) => {
            const said = v.parse(texts, Array.isArray(value) ? value : [value]);
            return `${cleanText(name, 100)}: ${said.join(' ')}`;
          }),
      ),
    ),
  ]),
  [],
);

const problem = v.object({
  error: v.object({
    message: text,
    detail: v.fallback(v.object({ required: texts }), { required: [] }),
    fields,
    data: v.fallback(v.object({ announcement_url: v.fallback(v.string(), '') }), { announcement_url: '' }),
  }),
});

/** @param hidden What the request had in it that no text may repeat. */
export function parseProblem(json: unknown, hidden: readonly string[] = []): HooksProblem {
  const parsed = v.safeParse(problem, without(json, hidden));
  const error = parsed.success ? parsed.output.error : undefined;
  return {
    message: error?.message ?? '',
    requiredScopes: error?.detail.required ?? [],
    fields: error?.fields ?? [],
    announcement: atAtlassian(error?.data.announcement_url ?? ''),
  };
}

/** JSON with none of these texts in its strings. */
function without(json: unknown, hidden: readonly string[]): unknown {
  const hide = (text: string) => hidden.reduce((rest, part) => rest.replaceAll(part, '…'), text);
  return JSON.parse(JSON.stringify(json ?? null), (_key, value: unknown) =>
    typeof value === 'string' ? hide(value) : value,
  );
}

/** An address if it is one of Atlassian's own pages. */
export function atAtlassian(address: string): string | undefined {
  const parsed = URL.canParse(address) ? new URL(address) : undefined;
  const isTheirs =
    parsed?.protocol === 'https:' &&
    /^(?:[\w-]+\.)*atlassian\.com$/.test(parsed.hostname) &&
    parsed.username + parsed.password + parsed.port === '';
  return isTheirs ? parsed.href : undefined;
}
