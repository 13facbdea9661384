import { recorded } from '../certainty';
import type { JsonObject } from '../json';
import { merge } from './commits';
import { ines, type Person, priya, tomas, yuki } from './people';
import { openedFromFork, pullRequest, pullRequestFromFork } from './pullRequest';
import { repository } from './repository';
import { moments } from './timeline';
import { type Variant, variant } from './variant';

const event = ({ account }: Person, pullrequest: JsonObject, more: JsonObject = {}): JsonObject => ({
  repository,
  actor: account,
  pullrequest,
  ...more,
});

/** Number 12 after something that somebody did then. */
const event12 = (actor: Person, on: string, more: JsonObject = {}) => event(actor, pullRequest(on), more);

const { approved, approvedUnasked, approvalWithdrawn, changesRequested, requestWithdrawn } = moments;
const mark = (who: Person, date: string) => ({ date, user: who.account });

/** By event key. */
export const pullRequestVariants: ReadonlyMap<string, readonly Variant[]> = new Map([
  [
    'pullrequest:created',
    [
      variant('opened', event12(ines, moments.opened)),
      variant('from-fork', event(priya, pullRequestFromFork(openedFromFork)), recorded(2021)),
    ],
  ],
  [
    'pullrequest:updated',
    [
      variant('title', event(ines, { ...pullRequest(moments.renamed), queued: false })),
      variant('pushed', event12(ines, moments.pushed), recorded(2025)),
      variant('to-draft', event12(ines, moments.drafted), recorded(2025)),
      variant('ready', event12(ines, moments.readied), recorded(2025)),
      variant('reviewers', event12(ines, moments.reviewerAdded), recorded(2025)),
      variant(
        'destination',
        event(ines, pullRequest('2026-03-03T10:22:16.940275+00:00', { destination: 'release/1.4' })),
        recorded(2017),
      ),
    ],
  ],
  [
    'pullrequest:approved',
    [
      variant('approved', event12(yuki, approved, { approval: mark(yuki, approved) })),
      variant('unasked', event12(priya, approvedUnasked, { approval: mark(priya, approvedUnasked) })),
    ],
  ],
  [
    'pullrequest:unapproved',
    // The date of the approval that is taken back.
    [variant('withdrawn', event12(yuki, approvalWithdrawn, { approval: mark(yuki, approved) }))],
  ],
  [
    'pullrequest:changes_request_created',
    [
      variant(
        'changes-requested',
        event12(tomas, changesRequested, { changes_request: mark(tomas, changesRequested) }),
      ),
    ],
  ],
  [
    'pullrequest:changes_request_removed',
    [variant('withdrawn', event12(tomas, requestWithdrawn, { changes_request: mark(tomas, changesRequested) }))],
  ],
  [
    'pullrequest:fulfilled',
    [
      variant(
        'merged',
        event(yuki, pullRequest(moments.merged, { state: 'MERGED', mergeCommit: merge, closedBy: yuki })),
      ),
    ],
  ],
  [
    'pullrequest:rejected',
    [
      variant('declined', event(yuki, declined(''))),
      variant('declined-with-reason', event(yuki, declined('The harbor is spelled like that on the charts.'))),
    ],
  ],
]);

function declined(reason: string): JsonObject {
  return pullRequestFromFork('2026-03-07T07:32:18.275604+00:00', { state: 'DECLINED', closedBy: yuki, reason });
}
