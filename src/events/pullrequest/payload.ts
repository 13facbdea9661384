import { recorded } from '../event';
import { ines, type Person, priya, tomas, yuki } from '../shared/accounts';
import { type JsonObject, type PayloadFamily, repositoryAndActor, unknownPayload } from '../shared/payload';
import { repository } from '../shared/repositories';
import { object, ref } from '../shared/schema';
import { commentCreated, commentDeleted, commentReopened, commentResolved, commentUpdated } from './comments';
import { pullRequestEntities } from './entities';
import * as moments from './moments';
import { type Moment, pullRequest } from './pullRequest';

const pullRequestAs = (entity: string) => ({ ...repositoryAndActor, pullrequest: ref(entity) });
const approvalSchema = object({ ...pullRequestAs('PullRequest'), approval: ref('ReviewMark') });
const changesRequestSchema = object({ ...pullRequestAs('PullRequest'), changes_request: ref('ReviewMark') });

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
const withdrawn = { id: 'withdrawn', title: 'Verdict withdrawn' };

export const pullrequestPayloads: PayloadFamily = {
  entities: pullRequestEntities,
  payloads: {
    'pullrequest:created': {
      schema: object(pullRequestAs('OpenPullRequest')),
      variants: [
        { id: 'opened', title: 'Pull request opened', body: body(ines, moments.opened) },
        {
          id: 'from-fork',
          title: 'Pull request from a fork',
          body: body(priya, moments.openedFromFork),
          certainty: recorded(2021),
        },
      ],
    },
    'pullrequest:updated': {
      schema: object(
        pullRequestAs('PullRequest'),
        "Doesn't say what has changed (title, commits, draft, reviewers or more): compare it with what you knew.",
      ),
      variants: [
        {
          id: 'title',
          title: 'Title changed',
          body: { ...body(ines, moments.renamed), pullrequest: { ...pullRequest(moments.renamed), queued: false } },
        },
        {
          id: 'pushed',
          title: 'Commits pushed to the pull request',
          body: body(ines, moments.pushed),
          certainty: recorded(2025),
        },
        { id: 'to-draft', title: 'Made a draft', body: body(ines, moments.drafted), certainty: recorded(2025) },
        {
          id: 'ready',
          title: 'Ready for review, no longer a draft',
          body: body(ines, moments.readied),
          certainty: recorded(2025),
        },
        {
          id: 'reviewers',
          title: 'Reviewers changed',
          body: body(ines, moments.reviewerAdded),
          certainty: recorded(2025),
        },
        {
          id: 'destination',
          title: 'Destination changed',
          body: body(ines, moments.redirected),
          certainty: recorded(2017),
        },
      ],
    },
    'pullrequest:approved': {
      schema: approvalSchema,
      variants: [
        {
          id: 'approved',
          title: 'Approved by a reviewer',
          body: body(yuki, approved, { approval: mark(yuki, approved) }),
        },
        {
          id: 'unasked',
          title: 'Approved by somebody who was not asked',
          body: body(priya, approvedUnasked, { approval: mark(priya, approvedUnasked) }),
        },
      ],
    },
    'pullrequest:unapproved': {
      schema: approvalSchema,
      variants: [{ ...withdrawn, body: body(yuki, approvalWithdrawn, { approval: mark(yuki, approved) }) }],
    },
    'pullrequest:changes_request_created': {
      schema: changesRequestSchema,
      variants: [
        {
          id: 'changes-requested',
          title: 'Changes requested',
          body: body(tomas, changesRequested, { changes_request: mark(tomas, changesRequested) }),
        },
      ],
    },
    'pullrequest:changes_request_removed': {
      schema: changesRequestSchema,
      variants: [
        { ...withdrawn, body: body(tomas, requestWithdrawn, { changes_request: mark(tomas, changesRequested) }) },
      ],
    },
    'pullrequest:fulfilled': {
      schema: object(pullRequestAs('MergedPullRequest')),
      variants: [{ id: 'merged', title: 'Pull request merged', body: body(yuki, moments.merged) }],
    },
    'pullrequest:rejected': {
      schema: object(pullRequestAs('DeclinedPullRequest')),
      variants: [
        { id: 'declined', title: 'Pull request declined', body: body(yuki, moments.declined) },
        {
          id: 'declined-with-reason',
          title: 'Pull request declined, with a reason',
          body: body(yuki, moments.declinedWithReason),
        },
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
