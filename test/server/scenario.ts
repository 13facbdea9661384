import { bundledList } from '../../src/catalog/bundled/bundledList';
import type { HooksScenario } from './hooksApi';

/** One row as the API sends it. */
export interface EventRow {
  readonly event: string;
  readonly category?: string;
  readonly label?: string;
  readonly description?: string;
}

/**
 * An answer in place of the documented one. Texts may hold `{base}`, which stands for the scenario's own base URL, and
 * `{n}`, the number of requests so far: with it every page can have another next one; and `{authorization}`, what the
 * request's header of that name holds.
 */
export interface Fault {
  /** The requests it is for: those whose path and query end with this; `''`: all. */
  readonly on: string;
  /** How many of them fail before the rest is answered well; default: all. */
  readonly times?: number;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Break the connection without an answer. */
  readonly disconnect?: boolean;
  /** Wait with the answer until `HookEventsServer.release` (or `POST …/release`) is called. */
  readonly hold?: boolean;
  /** What goes wrong with the body after its first half: the connection breaks, or nothing follows any more. */
  readonly afterHalf?: 'break' | 'nothing';
  /** Send the body character by character, with so many milliseconds between them. */
  readonly drip?: number;
  /** So many blanks behind the body: JSON as good as without them. */
  readonly blanks?: number;
  /** Send the body (with its blanks) compressed. */
  readonly gzip?: boolean | undefined;
}

/** What the server says under one base URL; plain JSON, so that tests in another process can send it. */
export interface Scenario {
  /** The rows of each subject type, in order. */
  readonly subjectTypes: Readonly<Record<string, readonly EventRow[]>>;
  /** Rows a page, unless the request has `pagelen`. Default: 30, as Bitbucket's. */
  readonly pageLength?: number;
  /** Leave out `size`, which Bitbucket doesn't promise. */
  readonly withoutSize?: boolean;
  /** Send the header without which a browser may not read the answer. */
  readonly cors?: boolean;
  readonly faults?: readonly Fault[];
  /** What it says to those who are signed in. */
  readonly hooks?: HooksScenario;
}

/** Rows for tests of paging: as many as needed, none of them a real event but the first. */
export function manyRows(count: number, prefix = 'repo'): EventRow[] {
  return Array.from({ length: count }, (_, index) =>
    index === 0
      ? {
          event: `${prefix}:push`,
          category: 'Repository',
          label: 'Push',
          description: 'Whenever a repository push occurs',
        }
      : {
          event: `${prefix}:made_up_${String(index + 1).padStart(2, '0')}`,
          category: index % 2 ? 'Repository' : 'Pull Request',
          label: `Made up ${index + 1}`,
          description: `Whenever test number ${index + 1} wants it`,
        },
  );
}

/** What Bitbucket is known to list, on one page a subject type. */
export const bitbucketScenario: Scenario = {
  subjectTypes: Object.fromEntries(
    [...bundledList.subjectTypes].map(([name, events]): [string, EventRow[]] => [
      name,
      events.map(({ key: event, ...texts }) => ({ event, ...texts })),
    ]),
  ),
};
