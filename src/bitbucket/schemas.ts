import * as v from 'valibot';
import { cleanText } from './cleanText';
import type { HookEvent, SubjectTypeEntry } from './hookEvents';

// Shapes: Bitbucket's REST reference, "Get a webhook resource" and "List subscribable webhook types", and its
// "Pagination" and "Standardized error responses" (where `next` and `values` are all that is promised of a page).

/** Bitbucket's texts are a few words each; whoever sends a book gets it cut. Characters. */
const maxKeyLength = 100;
const maxLabelLength = 200;
const maxDescriptionLength = 1000;
/** No server takes longer addresses. Characters. */
const maxUrlLength = 8000;
/** Events of one page, and subject types (Bitbucket has two); the rest of a longer answer is dropped. */
const maxEvents = 10_000;
const maxSubjectTypes = 100;

/** A text that may be missing or of another type: only the key makes a row useful. */
const optionalText = (maxLength: number) =>
  v.fallback(
    v.pipe(
      v.string(),
      v.transform((text) => cleanText(text, maxLength)),
    ),
    '',
  );

const eventRow = v.pipe(
  v.object({
    event: v.pipe(v.string(), v.maxLength(maxKeyLength)),
    category: optionalText(maxLabelLength),
    label: optionalText(maxLabelLength),
    description: optionalText(maxDescriptionLength),
  }),
  v.check(({ event }) => event !== '', 'an event key'),
  v.check(({ event }) => cleanText(event, maxKeyLength) === event, 'no invisible characters in the event key'),
  v.transform(({ event, ...texts }): HookEvent => ({ key: event, ...texts })),
);

const url = v.pipe(v.string(), v.maxLength(maxUrlLength));
/** One without a usable link is kept as well, for its name: whoever expands it is told what is wrong. */
const eventsUrlOfRow = v.fallback(
  v.pipe(
    v.object({ links: v.object({ events: v.object({ href: url }) }) }),
    v.transform(({ links }) => links.events.href),
  ),
  '',
);

const isCount = (number: number): boolean => Number.isSafeInteger(number) && number >= 0;

const page = v.object({
  values: v.array(v.unknown()),
  next: v.nullish(url),
  size: v.fallback(v.nullish(v.pipe(v.number(), v.check(isCount))), undefined),
});

const errorBody = v.object({ error: v.object({ message: v.string() }) });

/** What came of validating an answer: its good rows, and a line for each one that was dropped. */
export interface Rows<T> {
  readonly rows: readonly T[];
  readonly dropped: readonly string[];
}

/** The subject types of `GET /hook_events`, or a sentence that says what is wrong with the answer as a whole. */
export function parseSubjectTypes(json: unknown): Rows<SubjectTypeEntry> | string {
  if (!isObject(json)) {
    return 'expected an object of subject types';
  }
  const result = parseRows(Object.entries(json), maxSubjectTypes, ([name, value]): SubjectTypeEntry | string => {
    if (name === '' || cleanText(name, maxKeyLength) !== name) {
      return 'not a usable name';
    }
    return isObject(value) ? { name, eventsUrl: v.parse(eventsUrlOfRow, value) } : 'expected an object';
  });
  const isUsable = result.rows.some(({ eventsUrl }) => eventsUrl !== '');
  return isUsable ? result : ['no subject type in it', ...result.dropped.slice(0, 1)].join('; ');
}

/** One page of `GET /hook_events/{subject_type}`, or a sentence that says what is wrong with the page as a whole. */
export function parseEventsPage(
  json: unknown,
): (Rows<HookEvent> & { next: string | undefined; size: number | undefined }) | string {
  const parsed = v.safeParse(page, json);
  if (!parsed.success) {
    return describe(parsed.issues);
  }
  const { values, next, size } = parsed.output;
  const result = parseRows(values, maxEvents, (value) => {
    const row = v.safeParse(eventRow, value);
    return row.success ? row.output : describe(row.issues);
  });
  if (values.length > 0 && result.rows.length === 0) {
    return ['no usable event on the page', ...result.dropped.slice(0, 1)].join('; ');
  }
  return { ...result, next: next ?? undefined, size: size ?? undefined };
}

/** Bitbucket's own message in an error response; empty where the body has none. */
export function parseErrorMessage(body: string): string {
  try {
    const parsed = v.safeParse(errorBody, JSON.parse(body));
    return parsed.success ? cleanText(parsed.output.error.message, maxDescriptionLength) : '';
  } catch {
    return '';
  }
}

function isObject(json: unknown): json is object {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function parseRows<I, T extends object>(
  values: readonly I[],
  maxRows: number,
  parse: (value: I) => T | string,
): Rows<T> {
  const rows: T[] = [];
  const dropped: string[] = [];
  values.slice(0, maxRows).forEach((value, index) => {
    const row = parse(value);
    if (typeof row === 'string') {
      dropped.push(`row ${index}: ${row}`);
    } else {
      rows.push(row);
    }
  });
  if (values.length > maxRows) {
    dropped.push(`${values.length - maxRows} rows after the first ${maxRows}`);
  }
  return { rows, dropped };
}

/** Where and how the first issue breaks the shape; no value of the answer is repeated. */
function describe(issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  const [issue] = issues;
  const path = v.getDotPath(issue) ?? '';
  return `${path === '' ? '' : `${path}: `}expected ${issue.expected ?? issue.message}`;
}
