import { recorded } from '../event';
import { ines, token, yuki } from '../shared/accounts';
import {
  attempt,
  type Commit,
  imports,
  merge,
  phase,
  pushedCommit,
  rounding,
  show,
  start,
  syncStrategies,
  syncStrategiesSchema,
  target,
} from '../shared/commits';
import { repositoryApi, repositorySite } from '../shared/invented';
import { type JsonObject, type Payload, repositoryAndActor, variant } from '../shared/payload';
import { repository } from '../shared/repositories';
import * as s from '../shared/schema';

const mergeStrategies = [
  'merge_commit',
  'squash',
  'fast_forward',
  'squash_fast_forward',
  'rebase_fast_forward',
  'rebase_merge',
];

/** Source: recorded bodies; what all of those since 2023 have is required. */
export const pushEntities: Readonly<Record<string, s.Schema>> = {
  Push: s.object({
    changes: s.list(
      s.ref('PushChange'),
      'One for each branch and tag that was pushed. Bodies with none have been seen.',
    ),
  }),
  PushChange: s.object(
    {
      old: s.nullable(s.anyOf(['Branch', 'Tag']), 'Where the branch or tag was before; null when it is new.'),
      new: s.nullable(s.anyOf(['Branch', 'Tag']), 'Where it is now; null when it was deleted.'),
      truncated: s.boolean('Whether more commits were pushed than are listed.'),
      created: s.boolean(),
      forced: s.boolean(),
      closed: s.boolean('Whether the branch or tag was deleted.'),
      links: s.optional(
        s.object(
          {
            commits: s.ref('Link'),
            diff: s.optional(s.ref('Link', 'Only with `old` and `new`, and not after a forced push.')),
            html: s.optional(s.ref('Link', 'Not for tags.')),
          },
          'Missing when the branch or tag was deleted.',
        ),
      ),
      commits: s.optional(
        s.list(
          s.ref('PushedCommit'),
          "The newest five at most, the newest first. Only for branches that weren't deleted; with a new branch they may be known from another.",
        ),
      ),
    },
    'What happened to one branch or tag.',
  ),
  Branch: s.object({
    name: s.text('Without refs/heads/.'),
    target: s.ref('Commit'),
    links: s.links('self', 'commits', 'html', 'pullrequest_create?'),
    type: s.constant('branch'),
    merge_strategies: s.list(s.textSuchAs(mergeStrategies)),
    sync_strategies: s.optional(syncStrategiesSchema()),
    default_merge_strategy: s.textSuchAs(mergeStrategies),
  }),
  Tag: s.object(
    {
      name: s.text('Without refs/tags/.'),
      type: s.constant('tag'),
      message: s.nullable(s.text('Null unless the tag is annotated.')),
      date: s.nullable(s.dateTime('Null unless the tag is annotated.')),
      tagger: {
        type: ['object', 'null'],
        description: 'Null unless the tag is annotated. Else it has been empty in all bodies so far.',
      },
      target: s.ref('Commit'),
      links: s.links('self', 'commits', 'html'),
    },
    'Lightweight or annotated: `type` is the same, `message` tells.',
  ),
};

const branch = (name: string, at: Commit): JsonObject => ({
  name,
  target: target(at),
  links: {
    self: repositoryApi(`refs/branches/${name}`),
    commits: repositoryApi(`commits/${name}`),
    html: repositorySite(`branch/${name}`),
    ...(name !== 'main' && { pullrequest_create: repositorySite(`pull-requests/new?source=${name}&t=1`) }),
  },
  type: 'branch',
  merge_strategies: mergeStrategies,
  sync_strategies: syncStrategies,
  default_merge_strategy: 'merge_commit',
});

interface Annotation {
  readonly message: string;
  readonly date: string;
}

/** A tag; lightweight without an annotation. */
const tag = (name: string, at: Commit, annotation?: Annotation): JsonObject => ({
  name,
  type: 'tag',
  message: annotation?.message ?? null,
  date: annotation?.date ?? null,
  // Bitbucket leaves it empty, though git knows who it was.
  tagger: annotation ? {} : null,
  target: target(at),
  links: {
    self: repositoryApi(`refs/tags/${name}`),
    commits: repositoryApi(`commits/${name}`),
    html: repositorySite(`commits/tag/${name}`),
  },
});

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

const bodyOf = (actor: JsonObject, ...changes: JsonObject[]): JsonObject => ({ push: { changes }, repository, actor });

const lightweight = tag('v1.4.0-beta', merge);
const annotated = tag('v1.4.0', merge, {
  message: 'The moon beside the tides\n',
  date: '2026-03-05T16:02:18+00:00',
});
const newest = imports.at(-1) ?? merge;
const deleted = branchChange(feature, { old: rounding });

export const push: Payload = {
  schema: s.object({ push: s.ref('Push'), ...repositoryAndActor }),
  variants: [
    variant(
      'commits',
      'Commits pushed',
      bodyOf(ines.account, branchChange(feature, { old: phase, new: rounding, commits: [rounding, show] })),
    ),
    variant(
      'many-commits',
      'More than five commits pushed, with an access token',
      bodyOf(
        token,
        branchChange('main', { old: merge, new: newest, commits: [...imports].reverse().slice(0, 5), truncated: true }),
      ),
    ),
    variant(
      'new-branch',
      'New branch',
      bodyOf(ines.account, branchChange(feature, { new: attempt, commits: [attempt] })),
    ),
    variant('deleted-branch', 'Branch deleted', bodyOf(yuki.account, deleted)),
    variant('tag', 'New tag', bodyOf(yuki.account, tagChange(null, lightweight, merge))),
    variant('annotated-tag', 'New annotated tag', bodyOf(yuki.account, tagChange(null, annotated, merge))),
    variant('deleted-tag', 'Tag deleted', bodyOf(yuki.account, tagChange(lightweight, null, merge))),
    variant('deleted-annotated-tag', 'Annotated tag deleted', bodyOf(yuki.account, tagChange(annotated, null, merge))),
    variant(
      'forced',
      'Forced push',
      bodyOf(ines.account, branchChange(feature, { old: attempt, new: phase, commits: [phase], forced: true })),
    ),
    variant(
      'several-changes',
      'Several branches and tags at once',
      bodyOf(
        yuki.account,
        branchChange('main', { old: start, new: merge, commits: [merge, rounding, show, phase] }),
        deleted,
        tagChange(null, lightweight, merge),
      ),
      recorded(2017),
    ),
    variant('no-changes', 'No changes', bodyOf(yuki.account), recorded(2017)),
  ],
};
