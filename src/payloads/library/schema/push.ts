import {
  anyOf,
  boolean,
  constant,
  dateTime,
  links,
  list,
  nullable,
  object,
  optional,
  ref,
  type Schema,
  text,
  textSuchAs,
} from './schema';

const mergeStrategies = [
  'merge_commit',
  'squash',
  'fast_forward',
  'squash_fast_forward',
  'rebase_fast_forward',
  'rebase_merge',
];
export const syncStrategies = () =>
  list(textSuchAs(['merge_commit', 'rebase']), 'How the branch can be brought up to date. Since 2025.');

/** Source: recorded bodies; what all of those since 2023 have is required. */
export const push: Readonly<Record<string, Schema>> = {
  Push: object({
    changes: list(ref('PushChange'), 'One for each branch and tag that was pushed. Bodies with none have been seen.'),
  }),
  PushChange: object(
    {
      old: nullable(anyOf(['Branch', 'Tag']), 'Where the branch or tag was before; null when it is new.'),
      new: nullable(anyOf(['Branch', 'Tag']), 'Where it is now; null when it was deleted.'),
      truncated: boolean('Whether more commits were pushed than are listed.'),
      created: boolean(),
      forced: boolean(),
      closed: boolean('Whether the branch or tag was deleted.'),
      links: optional(
        object(
          {
            commits: ref('Link'),
            diff: optional(ref('Link', 'Only with `old` and `new`, and not after a forced push.')),
            html: optional(ref('Link', 'Not for tags.')),
          },
          'Missing when the branch or tag was deleted.',
        ),
      ),
      commits: optional(
        list(
          ref('PushedCommit'),
          "The newest five at most, the newest first. Only for branches that weren't deleted; with a new branch they may be known from another.",
        ),
      ),
    },
    'What happened to one branch or tag.',
  ),
  Branch: object({
    name: text('Without refs/heads/.'),
    target: ref('Commit'),
    links: links('self', 'commits', 'html', 'pullrequest_create?'),
    type: constant('branch'),
    merge_strategies: list(textSuchAs(mergeStrategies)),
    sync_strategies: optional(syncStrategies()),
    default_merge_strategy: textSuchAs(mergeStrategies),
  }),
  Tag: object(
    {
      name: text('Without refs/tags/.'),
      type: constant('tag'),
      message: nullable(text('Null unless the tag is annotated.')),
      date: nullable(dateTime('Null unless the tag is annotated.')),
      tagger: {
        type: ['object', 'null'],
        description: 'Null unless the tag is annotated. Else it has been empty in all bodies so far.',
      },
      target: ref('Commit'),
      links: links('self', 'commits', 'html'),
    },
    'Lightweight or annotated: `type` is the same, `message` tells.',
  ),
};
