import {
  anyOf,
  boolean,
  constant,
  dateTime,
  integer,
  links,
  list,
  nullable,
  object,
  oneOf,
  optional,
  ref,
  type Schema,
  text,
} from '../shared/schema';
import { syncStrategiesSchema } from '../shared/commits';
import { commentPlace } from '../shared/texts';

/** A pull request in a certain state: what is null in it and what isn't. */
const inState = (state: string, closed: Record<string, Schema>, description: string): Schema => ({
  description,
  allOf: [ref('PullRequest'), object({ state: constant(state), ...closed })],
});
const none: Schema = { type: 'null' };

/** Source: recorded bodies; what all of those since 2023 have is required. */
export const pullRequestEntities: Readonly<Record<string, Schema>> = {
  PullRequest: object({
    comment_count: integer(),
    task_count: integer(),
    type: constant('pullrequest'),
    id: integer('Unique within the repository.'),
    title: text(),
    description: text('Empty where there is none.'),
    rendered: object({
      title: ref('Rendered'),
      description: ref('Rendered'),
      reason: optional(ref('Rendered', 'Only when a reason was given.')),
    }),
    state: oneOf(['OPEN', 'MERGED', 'DECLINED']),
    draft: optional(boolean("Since 2025. Bodies of older times don't have it: read a missing one as false.")),
    merge_commit: nullable(ref('ShortCommit'), 'Null unless merged.'),
    close_source_branch: boolean('Whether the merge deletes the source branch.'),
    closed_by: nullable(anyOf(['User', 'Team', 'AppUser']), 'Who merged or declined it; null while it is open.'),
    author: ref('Account'),
    reason: text('Why it was declined; empty where nobody said so.'),
    created_on: dateTime(),
    updated_on: dateTime(),
    destination: ref('PullRequestDestination'),
    source: ref('PullRequestSource'),
    reviewers: list(ref('Account'), 'Who was asked. Whoever approves without being asked is a participant only.'),
    participants: list(ref('Participant')),
    links: links(
      ...['self', 'html', 'commits', 'approve', 'request-changes', 'diff', 'diffstat', 'comments', 'activity'],
      ...['merge', 'decline', 'statuses'],
    ),
    summary: ref('Rendered', 'The description again.'),
    queued: optional(boolean('Since 2026.')),
  }),
  OpenPullRequest: inState('OPEN', { merge_commit: none, closed_by: none }, 'A pull request that is open.'),
  MergedPullRequest: inState(
    'MERGED',
    { merge_commit: ref('ShortCommit'), closed_by: ref('Account') },
    'A pull request that was merged.',
  ),
  DeclinedPullRequest: inState(
    'DECLINED',
    { merge_commit: none, closed_by: ref('Account') },
    'A pull request that was declined.',
  ),
  PullRequestSource: object(
    {
      branch: object({
        name: text(),
        links: optional({ type: 'object', description: 'Has been empty in all bodies so far. Since 2025.' }),
        sync_strategies: optional(syncStrategiesSchema()),
      }),
      commit: ref('ShortCommit'),
      repository: ref('ShortRepository', "Another than the destination's when the pull request comes from a fork."),
    },
    'Where the changes come from.',
  ),
  PullRequestDestination: object(
    { branch: object({ name: text() }), commit: ref('ShortCommit'), repository: ref('ShortRepository') },
    'Where the changes are to go.',
  ),
  ShortPullRequest: object(
    {
      type: constant('pullrequest'),
      id: integer(),
      title: text(),
      draft: optional(boolean('Since 2025.')),
      links: links('self', 'html'),
    },
    'The pull request that a comment belongs to, in a few words.',
  ),
  Participant: object({
    type: constant('participant'),
    user: ref('Account'),
    role: oneOf(['PARTICIPANT', 'REVIEWER'], 'REVIEWER: was asked to review.'),
    approved: boolean(),
    state: optional(nullable(oneOf(['approved', 'changes_requested'], 'Null without a verdict. Since 2022.'))),
    participated_on: nullable(
      dateTime("Null while a reviewer hasn't done anything. It stays when a verdict is taken back."),
    ),
  }),
  ReviewMark: object(
    {
      date: dateTime('When the verdict was given, also in an event that takes it back.'),
      user: ref('Account'),
    },
    'A verdict: an approval or a request for changes.',
  ),
  PullRequestComment: object({
    id: integer(),
    created_on: dateTime(),
    updated_on: dateTime('A little later than `created_on` even in a comment that nobody has changed.'),
    content: ref('Rendered', 'Both `raw` and `html` are empty once the comment is deleted.'),
    user: ref('Account'),
    deleted: boolean(),
    ...commentPlace,
    pending: optional(boolean('Since 2025.')),
    type: constant('pullrequest_comment'),
    links: links('self', 'html', 'code?'),
    pullrequest: ref('ShortPullRequest'),
  }),
};
