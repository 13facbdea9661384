import { recorded } from '../certainty';
import type { JsonObject } from '../json';
import { repositoryApi, repositorySite } from './addresses';
import { attempt, type Commit, imports, merge, phase, pushedCommit, rounding, show, start } from './commits';
import { ines, token, yuki } from './people';
import { branch, tag } from './refs';
import { repository } from './repository';
import { type Variant, variant } from './variant';

interface Moves {
  readonly old?: Commit;
  readonly new?: Commit;
  /** The newest first; five at most. */
  readonly commits?: readonly Commit[];
  readonly truncated?: boolean;
  readonly forced?: boolean;
}

const feature = 'feature/moon-phases';

/** A branch that was created, moved or deleted. */
function branchChange(
  name: string,
  { old, new: now, commits = [], truncated = false, forced = false }: Moves,
): JsonObject {
  const range = now && { include: now.hash, ...(old && { exclude: old.hash }) };
  return {
    old: old ? branch(name, old) : null,
    new: now ? branch(name, now) : null,
    truncated,
    created: !old,
    forced,
    closed: !now,
    ...(now && {
      links: {
        commits: repositoryApi(`commits?${new URLSearchParams(range).toString()}`),
        ...(old && !forced && { diff: repositoryApi(`diff/${now.hash}..${old.hash}`) }),
        html: old ? repositorySite(`branches/compare/${now.hash}..${old.hash}`) : repositorySite(`branch/${name}`),
      },
      commits: commits.map(pushedCommit),
    }),
  };
}

/** A tag that was created or deleted. */
function tagChange(old: JsonObject | null, now: JsonObject | null, at: Commit): JsonObject {
  return {
    old,
    new: now,
    truncated: false,
    created: !old,
    forced: false,
    closed: !now,
    ...(now && { links: { commits: repositoryApi(`commits?include=${at.hash}`) } }),
  };
}

const push = (actor: JsonObject, ...changes: JsonObject[]): JsonObject => ({ push: { changes }, repository, actor });

const lightweight = tag('v1.4.0-beta', merge);
const annotated = tag('v1.4.0', merge, {
  message: 'The moon beside the tides\n',
  date: '2026-03-05T16:02:18+00:00',
});
const newest = imports.at(-1) ?? merge;
const deleted = branchChange(feature, { old: rounding });

export const pushVariants: readonly Variant[] = [
  variant(
    'commits',
    push(ines.account, branchChange(feature, { old: phase, new: rounding, commits: [rounding, show] })),
  ),
  variant(
    'many-commits',
    push(
      token,
      branchChange('main', { old: merge, new: newest, commits: [...imports].reverse().slice(0, 5), truncated: true }),
    ),
  ),
  variant('new-branch', push(ines.account, branchChange(feature, { new: attempt, commits: [attempt] }))),
  variant('deleted-branch', push(yuki.account, deleted)),
  variant('tag', push(yuki.account, tagChange(null, lightweight, merge))),
  variant('annotated-tag', push(yuki.account, tagChange(null, annotated, merge))),
  variant('deleted-tag', push(yuki.account, tagChange(lightweight, null, merge))),
  variant('deleted-annotated-tag', push(yuki.account, tagChange(annotated, null, merge))),
  variant(
    'forced',
    push(ines.account, branchChange(feature, { old: attempt, new: phase, commits: [phase], forced: true })),
  ),
  variant(
    'several-changes',
    push(
      yuki.account,
      branchChange('main', { old: start, new: merge, commits: [merge, rounding, show, phase] }),
      deleted,
      tagChange(null, lightweight, merge),
    ),
    recorded(2017),
  ),
  variant('no-changes', push(yuki.account), recorded(2017)),
];
