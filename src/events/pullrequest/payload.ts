import { recorded } from '../event';
import { ines, type Person, priya, tomas, yuki } from '../shared/accounts';
import { type JsonObject, type PayloadFamily, repositoryAndActor, unknownPayload, variant } from '../shared/payload';
import { repository } from '../shared/repositories';
import * as s from '../shared/schema';
import { commentCreated, commentDeleted, commentReopened, commentResolved, commentUpdated } from './comments';
import { pullRequestEntities } from './entities';
import * as moments from './moments';
import { type Moment, pullRequest } from './pullRequest';

const pullRequestAs = (entity: string) => ({ ...repositoryAndActor, pullrequest: s.ref(entity) });
const approvalSchema = s.object({ ...pullRequestAs('PullRequest'), approval: s.ref('ReviewMark') });
const changesRequestSchema = s.object({ ...pullRequestAs('PullRequest'), changes_request: s.ref('ReviewMark') });

/** What is sent after somebody did something. */
const body = (actor: Person, moment: Moment, more: JsonObject = {}): JsonObject => ({
  repository,
  actor: actor.account,
  pullrequest: pullRequest(moment),
  ...more,
});

/** A verdict; one that is taken back keeps the date on which it was given. */
const mark = (who: Person, given: Moment): JsonObject => ({ date: given.updated, user: who.account });

const { approved, approvedUnasked, approvalWithdrawn, changesRequested, requestWithdrawn } = moments;
const withdrawn = ['withdrawn', 'Verdict withdrawn'] as const;

export const pullrequestPayloads: PayloadFamily = {
  entities: pullRequestEntities,
  payloads: {
    'pullrequest:created': {
      schema: s.object(pullRequestAs('OpenPullRequest')),
      variants: [
        variant('opened', 'Pull request opened', body(ines, moments.opened)),
        variant('from-fork', 'Pull request from a fork', body(priya, moments.openedFromFork), recorded(2021)),
      ],
    },
    'pullrequest:updated': {
      schema: s.object(
        pullRequestAs('PullRequest'),
        "Doesn't say what has changed (title, commits, draft, reviewers or more): compare it with what you knew.",
      ),
      variants: [
        variant('title', 'Title changed', {
          ...body(ines, moments.renamed),
          pullrequest: { ...pullRequest(moments.renamed), queued: false },
        }),
        variant('pushed', 'Commits pushed to the pull request', body(ines, moments.pushed), recorded(2025)),
        variant('to-draft', 'Made a draft', body(ines, moments.drafted), recorded(2025)),
        variant('ready', 'Ready for review, no longer a draft', body(ines, moments.readied), recorded(2025)),
        variant('reviewers', 'Reviewers changed', body(ines, moments.reviewerAdded), recorded(2025)),
        variant('destination', 'Destination changed', body(ines, moments.redirected), recorded(2017)),
      ],
    },
    'pullrequest:approved': {
      schema: approvalSchema,
      variants: [
        variant('approved', 'Approved by a reviewer', body(yuki, approved, { approval: mark(yuki, approved) })),
        variant(
          'unasked',
          'Approved by somebody who was not asked',
          body(priya, approvedUnasked, { approval: mark(priya, approvedUnasked) }),
        ),
      ],
    },
    'pullrequest:unapproved': {
      schema: approvalSchema,
      variants: [variant(...withdrawn, body(yuki, approvalWithdrawn, { approval: mark(yuki, approved) }))],
    },
    'pullrequest:changes_request_created': {
      schema: changesRequestSchema,
      variants: [
        variant(
          'changes-requested',
          'Changes requested',
          body(tomas, changesRequested, { changes_request: mark(tomas, changesRequested) }),
        ),
      ],
    },
    'pullrequest:changes_request_removed': {
      schema: changesRequestSchema,
      variants: [
        variant(...withdrawn, body(tomas, requestWithdrawn, { changes_request: mark(tomas, changesRequested) })),
      ],
    },
    'pullrequest:fulfilled': {
      schema: s.object(pullRequestAs('MergedPullRequest')),
      variants: [variant('merged', 'Pull request merged', body(yuki, moments.merged))],
    },
    'pullrequest:rejected': {
      schema: s.object(pullRequestAs('DeclinedPullRequest')),
      variants: [
        variant('declined', 'Pull request declined', body(yuki, moments.declined)),
        variant('declined-with-reason', 'Pull request declined, with a reason', body(yuki, moments.declinedWithReason)),
      ],
    },
    'pullrequest:comment_created': commentCreated,
    'pullrequest:comment_updated': commentUpdated,
    'pullrequest:comment_deleted': commentDeleted,
    'pullrequest:comment_resolved': commentResolved,
    'pullrequest:comment_reopened': commentReopened,
    'pullrequest:push': unknownPayload,
  },
};
