/**
 * How sure we are of the shape of a body: Bitbucket sent one like it, the documentation has it, or it follows from what
 * consumers read and from the bodies of other events. Unknown: nobody has published one, and we make none up.
 */
export type Certainty = 'recorded' | 'documented' | 'inferred' | 'unknown';

export interface Sureness {
  readonly certainty: Certainty;
  /** The year of the newest recorded body. Only with `recorded`. */
  readonly newest?: number;
}

export const recorded = (newest: number): Sureness => ({ certainty: 'recorded', newest });
export const documented: Sureness = { certainty: 'documented' };
export const inferred: Sureness = { certainty: 'inferred' };
export const unknown: Sureness = { certainty: 'unknown' };

/** By event key; it is that of the event's first variant. The years are those of bodies in public repositories. */
export const surenessByKey: ReadonlyMap<string, Sureness> = new Map([
  ['repo:push', recorded(2025)],
  ['repo:fork', recorded(2017)],
  ['repo:updated', recorded(2018)],
  ['repo:transfer', recorded(2017)],
  ['repo:created', inferred],
  ['repo:deleted', inferred],
  ['repo:imported', unknown],
  ['repo:commit_comment_created', recorded(2017)],
  ['repo:commit_status_created', recorded(2025)],
  ['repo:commit_status_updated', recorded(2025)],
  ['issue:created', recorded(2018)],
  ['issue:updated', recorded(2018)],
  ['issue:comment_created', recorded(2018)],
  ['pullrequest:created', recorded(2025)],
  ['pullrequest:updated', recorded(2026)],
  ['pullrequest:approved', recorded(2025)],
  ['pullrequest:unapproved', recorded(2025)],
  ['pullrequest:changes_request_created', recorded(2025)],
  ['pullrequest:changes_request_removed', recorded(2025)],
  ['pullrequest:fulfilled', recorded(2025)],
  ['pullrequest:rejected', recorded(2025)],
  ['pullrequest:comment_created', recorded(2025)],
  ['pullrequest:comment_updated', recorded(2020)],
  ['pullrequest:comment_deleted', recorded(2022)],
  ['pullrequest:comment_resolved', inferred],
  ['pullrequest:comment_reopened', inferred],
  ['pullrequest:push', unknown],
  ['pipeline:span_created', documented],
  ['project:updated', unknown],
]);
