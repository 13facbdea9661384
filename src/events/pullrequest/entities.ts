import * as s from '../shared/schema';
import { syncStrategiesSchema } from '../shared/commits';
import { commentPlace } from '../shared/texts';

/** A pull request in a certain state: what is null in it and what isn't. */
const inState = (state: string, closed: Record<string, s.Schema>, description: string): s.Schema => ({
  description,
  allOf: [s.ref('PullRequest'), s.object({ state: s.constant(state), ...closed })],
});
const none: s.Schema = { type: 'null' };

/** Source: recorded bodies; what all of those since 2023 have is required. */
export const pullRequestEntities: Readonly<Record<string, s.Schema>> = {
  PullRequest: s.object({
    comment_count: s.integer(),
    task_count: s.integer(),
    type: s.constant('pullrequest'),
    id: s.integer('Unique within the repository.'),
    title: s.text(),
    description: s.text('Empty where there is none.'),
    rendered: s.object({
      title: s.ref('Rendered'),
      description: s.ref('Rendered'),
      reason: s.optional(s.ref('Rendered', 'Only when a reason was given.')),
    }),
    state: s.oneOf(['OPEN', 'MERGED', 'DECLINED']),
    draft: s.optional(s.boolean("Since 2025. Bodies of older times don't have it: read a missing one as false.")),
    merge_commit: s.nullable(s.ref('ShortCommit'), 'Null unless merged.'),
    close_source_branch: s.boolean('Whether the merge deletes the source branch.'),
    closed_by: s.nullable(s.anyOf(['User', 'Team', 'AppUser']), 'Who merged or declined it; null while it is open.'),
    author: s.ref('Account'),
    reason: s.text('Why it was declined; empty where nobody said so.'),
    created_on: s.dateTime(),
    updated_on: s.dateTime(),
    destination: s.ref('PullRequestDestination'),
    source: s.ref('PullRequestSource'),
    reviewers: s.list(s.ref('Account'), 'Who was asked. Whoever approves without being asked is a participant only.'),
    participants: s.list(s.ref('Participant')),
    links: s.links(
      ...['self', 'html', 'commits', 'approve', 'request-changes', 'diff', 'diffstat', 'comments', 'activity'],
      ...['merge', 'decline', 'statuses'],
    ),
    summary: s.ref('Rendered', 'The description again.'),
    queued: s.optional(s.boolean('Since 2026.')),
  }),
  OpenPullRequest: inState('OPEN', { merge_commit: none, closed_by: none }, 'A pull request that is open.'),
  MergedPullRequest: inState(
    'MERGED',
    { merge_commit: s.ref('ShortCommit'), closed_by: s.ref('Account') },
    'A pull request that was merged.',
  ),
  DeclinedPullRequest: inState(
    'DECLINED',
    { merge_commit: none, closed_by: s.ref('Account') },
    'A pull request that was declined.',
  ),
  PullRequestSource: s.object(
    {
      branch: s.object({
        name: s.text(),
        links: s.optional({ type: 'object', description: 'Has been empty in all bodies so far. Since 2025.' }),
        sync_strategies: s.optional(syncStrategiesSchema()),
      }),
      commit: s.nullable(s.ref('ShortCommit'), 'Null when the branch or the fork was deleted.'),
      repository: s.nullable(
        s.ref('ShortRepository'),
        "Another than the destination's when the pull request comes from a fork; null when that was deleted.",
      ),
    },
    'Where the changes come from.',
  ),
  PullRequestDestination: s.object(
    {
      branch: s.object({ name: s.text() }),
      commit: s.nullable(s.ref('ShortCommit'), 'Null when the branch was deleted.'),
      repository: s.ref('ShortRepository'),
    },
    'Where the changes are to go.',
  ),
  ShortPullRequest: s.object(
    {
      type: s.constant('pullrequest'),
      id: s.integer(),
      title: s.text(),
      draft: s.optional(s.boolean('Since 2025.')),
      links: s.links('self', 'html'),
    },
    'The pull request that a comment belongs to, in a few words.',
  ),
  Participant: s.object({
    type: s.constant('participant'),
    user: s.ref('Account'),
    role: s.oneOf(['PARTICIPANT', 'REVIEWER'], 'REVIEWER: was asked to review.'),
    approved: s.boolean(),
    state: s.optional(s.nullable(s.oneOf(['approved', 'changes_requested'], 'Null without a verdict. Since 2022.'))),
    participated_on: s.nullable(
      s.dateTime("Null while a reviewer hasn't done anything. It stays when a verdict is taken back."),
    ),
  }),
  ReviewMark: s.object(
    {
      date: s.dateTime('When the verdict was given, also in an event that takes it back.'),
      user: s.ref('Account'),
    },
    'A verdict: an approval or a request for changes.',
  ),
  PullRequestComment: s.object({
    id: s.integer(),
    created_on: s.dateTime(),
    updated_on: s.dateTime('A little later than `created_on` even in a comment that nobody has changed.'),
    content: s.ref('Rendered', 'Both `raw` and `html` are empty once the comment is deleted.'),
    user: s.ref('Account'),
    deleted: s.boolean(),
    ...commentPlace,
    pending: s.optional(s.boolean('Since 2025.')),
    type: s.constant('pullrequest_comment'),
    links: s.links('self', 'html', 'code?'),
    pullrequest: s.ref('ShortPullRequest'),
  }),
};
