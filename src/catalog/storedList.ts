import type { HookEvent, SubjectTypeEntry } from '../bitbucket/hookEvents';
import type { ListOrigin } from './listOrigin';

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
