import { recorded } from '../certainty';
import type { JsonObject } from '../json';
import { merge, show } from './commits';
import { ines, type Person, priya, tomas, yuki } from './people';
import { opened, participant, pullRequest, pullRequestFromFork } from './pullRequest';
import { repository } from './repository';
import { type Variant, variant } from './variant';

const event = ({ account }: Person, pullrequest: JsonObject, more: JsonObject = {}): JsonObject => ({
  repository,
  actor: account,
  pullrequest,
  ...more,
});

const updated = '2026-03-04T08:03:15.627441+00:00';
const update = (moment: Partial<Parameters<typeof pullRequest>[0]>, more: JsonObject = {}): JsonObject =>
  event(ines, { ...pullRequest({ updated, ...moment }), ...more });

const requested = '2026-03-04T09:30:02.114580+00:00';
const approved = '2026-03-05T14:47:33.870216+00:00';
const withdrawn = '2026-03-05T15:01:12.443908+00:00';
const merged = '2026-03-05T15:20:31.956120+00:00';
const unasked = '2026-03-05T14:55:20.031765+00:00';
const approval = (who: Person, date: string) => ({ date, user: who.account });
const asked = (who: Person, state: string | null = null, on: string | null = null) =>
  participant(who, 'REVIEWER', state, on);

/** By event key. */
export const pullRequestVariants: ReadonlyMap<string, readonly Variant[]> = new Map([
  [
    'pullrequest:created',
    [
      variant('opened', event(ines, pullRequest({ updated: opened, head: show }))),
      variant(
        'from-fork',
        event(priya, pullRequestFromFork({ updated: '2026-03-06T18:09:44.905113+00:00' })),
        recorded(2021),
      ),
    ],
  ],
  [
    'pullrequest:updated',
    [
      variant('title', update({ title: 'Show the moon beside each tide' }, { queued: false })),
      variant('pushed', update({}), recorded(2025)),
      variant('to-draft', update({ draft: true }), recorded(2025)),
      variant('ready', update({ draft: false }), recorded(2025)),
      variant('reviewers', update({ reviewers: [tomas] }), recorded(2025)),
      variant('destination', update({ destination: 'release/1.4' }), recorded(2017)),
    ],
  ],
  [
    'pullrequest:approved',
    [
      variant(
        'approved',
        event(
          yuki,
          pullRequest({ updated: approved, participants: [asked(tomas), asked(yuki, 'approved', approved)] }),
          {
            approval: approval(yuki, approved),
          },
        ),
      ),
      variant(
        'unasked',
        event(
          priya,
          pullRequest({
            updated: unasked,
            participants: [asked(tomas), asked(yuki), participant(priya, 'PARTICIPANT', 'approved', unasked)],
          }),
          { approval: approval(priya, unasked) },
        ),
      ),
    ],
  ],
  [
    'pullrequest:unapproved',
    [
      variant(
        'withdrawn',
        event(yuki, pullRequest({ updated: withdrawn, participants: [asked(tomas), asked(yuki, null, withdrawn)] }), {
          // The date of the approval that is taken back.
          approval: approval(yuki, approved),
        }),
      ),
    ],
  ],
  [
    'pullrequest:changes_request_created',
    [
      variant(
        'changes-requested',
        event(
          tomas,
          pullRequest({
            updated: requested,
            participants: [asked(tomas, 'changes_requested', requested), asked(yuki)],
          }),
          { changes_request: approval(tomas, requested) },
        ),
      ),
    ],
  ],
  [
    'pullrequest:changes_request_removed',
    [
      variant(
        'withdrawn',
        event(tomas, pullRequest({ updated: withdrawn, participants: [asked(tomas, null, withdrawn), asked(yuki)] }), {
          changes_request: approval(tomas, requested),
        }),
      ),
    ],
  ],
  [
    'pullrequest:fulfilled',
    [
      variant(
        'merged',
        event(
          yuki,
          pullRequest({
            updated: merged,
            state: 'MERGED',
            mergeCommit: merge,
            closedBy: yuki,
            comments: 2,
            participants: [asked(tomas, 'approved', approved), asked(yuki, 'approved', approved)],
          }),
        ),
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
  return pullRequestFromFork({
    updated: '2026-03-07T07:32:18.275604+00:00',
    state: 'DECLINED',
    closedBy: yuki,
    reason,
  });
}
