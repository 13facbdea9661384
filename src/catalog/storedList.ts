import type { HookEvent, SubjectTypeEntry } from '../bitbucket/hookEvents';

/** Where a list of events comes from, in the order in which they win. */
export type ListOrigin =
  /** Bitbucket's answer to this window, which has not been asked in vain for a newer one. */
  | { readonly kind: 'live' }
  /** An older answer of Bitbucket's, of this window or a former one; `date` is when it came. */
  | { readonly kind: 'cached'; readonly date: Date }
  /** Part of the extension; `date` is the day it was made. */
  | { readonly kind: 'bundled'; readonly date: Date };

const order = ['live', 'cached', 'bundled'] as const;

export const live: ListOrigin = { kind: 'live' };

/** @param date Milliseconds since 1970. */
export function cachedAt(date: number): ListOrigin {
  return { kind: 'cached', date: new Date(date) };
}

/** Where something comes from that is made of several lists: it is as sure as the least sure, oldest one. */
export function leastSure(origins: readonly ListOrigin[]): ListOrigin {
  return origins.reduce<ListOrigin>((worst, origin) => (isLessSure(origin, worst) ? origin : worst), live);
}

function isLessSure(one: ListOrigin, other: ListOrigin): boolean {
  return one.kind !== 'live' && one.kind === other.kind
    ? one.date < other.date
    : order.indexOf(one.kind) > order.indexOf(other.kind);
}

/** All the events of a subject type, as Bitbucket once listed them. */
export interface CompleteList {
  /** In the API's order. */
  readonly events: readonly HookEvent[];
  /** When the last page came; milliseconds since 1970. */
  readonly date: number;
}

/** What is kept of one API between windows. */
export interface CachedCatalog {
  /** When the subject types came; milliseconds since 1970. */
  readonly date: number;
  /** In the API's order; those without a list have never been loaded completely. */
  readonly subjectTypes: readonly (SubjectTypeEntry & { readonly list?: CompleteList | undefined })[];
}

/** The newest of each: the subject types, and the list of each of them; `undefined` where there is nothing to merge. */
export function mergeCatalogs(catalogs: readonly (CachedCatalog | undefined)[]): CachedCatalog | undefined {
  const newestFirst = catalogs.filter((catalog) => catalog !== undefined).sort((a, b) => b.date - a.date);
  const lists = new Map<string, CompleteList>();
  for (const { name, list } of newestFirst.flatMap(({ subjectTypes }) => subjectTypes)) {
    if (list && list.date > (lists.get(name)?.date ?? -Infinity)) {
      lists.set(name, list);
    }
  }
  const [newest] = newestFirst;
  return (
    newest && {
      date: newest.date,
      subjectTypes: newest.subjectTypes.map((subjectType) => ({ ...subjectType, list: lists.get(subjectType.name) })),
    }
  );
}

/** The list of the extension itself. */
export interface BundledCatalog {
  readonly origin: ListOrigin;
  /** Each subject type's events. */
  readonly subjectTypes: ReadonlyMap<string, readonly HookEvent[]>;
}
