import { ines, priya, tomas, yuki } from '../shared/accounts';
import { merge, phase, rounding, start, typo } from '../shared/commits';
import { type Moment, participant, reviewer } from './pullRequest';

/** The same pull request later, after something has happened. */
const after = (before: Moment, updated: string, changes: (now: string) => Partial<Moment> = () => ({})): Moment => ({
  ...before,
  updated,
  ...changes(updated),
});

/** Ines’ pull request, number 12, as time goes by. */
export const opened: Moment = {
  id: 12,
  title: 'Show the moon beside each tide',
  description: 'Spring tides come with the new and the full moon.',
  author: ines,
  created: '2026-03-03T10:11:27.318402+00:00',
  updated: '2026-03-03T10:11:27.318402+00:00',
  base: start,
  head: phase,
  branch: 'feature/moon-phases',
  reviewers: [tomas],
  participants: [reviewer(tomas)],
};
export const renamed = after(opened, '2026-03-03T10:14:02.560917+00:00', () => ({
  title: "Show the moon's phase beside each tide",
}));
export const reviewerAdded = after(renamed, '2026-03-03T10:15:38.204471+00:00', () => ({
  reviewers: [tomas, yuki],
  participants: [reviewer(tomas), reviewer(yuki)],
}));
export const redirected = after(reviewerAdded, '2026-03-03T10:22:16.940275+00:00', () => ({
  destination: 'release/1.4',
}));
export const drafted = after(reviewerAdded, '2026-03-03T10:31:05.772038+00:00', () => ({ draft: true }));
export const readied = after(drafted, '2026-03-04T07:41:50.118264+00:00', () => ({ draft: false }));
export const pushed = after(readied, '2026-03-04T08:00:55.627441+00:00', () => ({ head: rounding }));

export const questioned = after(pushed, '2026-03-04T08:20:41.530977+00:00', (now) => ({
  comments: 1,
  participants: [reviewer(tomas, now), reviewer(yuki)],
}));
export const remarked = after(questioned, '2026-03-04T08:22:16.094235+00:00', (now) => ({
  comments: 2,
  participants: [reviewer(tomas, now), reviewer(yuki)],
}));
export const answered = after(remarked, '2026-03-04T08:26:05.719330+00:00', (now) => ({
  comments: 3,
  participants: [reviewer(tomas, remarked.updated), reviewer(yuki), participant(ines, now)],
}));
export const resolved = after(answered, '2026-03-04T08:38:12.470621+00:00');
export const reopened = after(resolved, '2026-03-04T08:41:30.835507+00:00');
export const answerEdited = after(reopened, '2026-03-04T08:44:19.208846+00:00', (now) => ({
  participants: [reviewer(tomas, remarked.updated), reviewer(yuki), participant(ines, now)],
}));
const hasAnswered = participant(ines, answerEdited.updated);
export const questionEdited = after(answerEdited, '2026-03-04T08:46:02.913750+00:00', (now) => ({
  participants: [reviewer(tomas, now), reviewer(yuki), hasAnswered],
}));
/** Tomas has written a note, which he deletes: that is no participation, and bodies keep the moment of the last one. */
export const noteDeleted = after(questionEdited, '2026-03-04T08:52:47.682094+00:00', () => ({
  participants: [reviewer(tomas, '2026-03-04T08:50:10.346182+00:00'), reviewer(yuki), hasAnswered],
}));
export const remarkDeleted = after(noteDeleted, '2026-03-04T09:05:33.157919+00:00', () => ({ comments: 2 }));

export const changesRequested = after(remarkDeleted, '2026-03-04T09:30:02.114580+00:00', (now) => ({
  participants: [reviewer(tomas, now, 'changes_requested'), reviewer(yuki), hasAnswered],
}));
const hasWithdrawn = reviewer(tomas, changesRequested.updated);
export const requestWithdrawn = after(changesRequested, '2026-03-04T13:12:40.596283+00:00', () => ({
  participants: [hasWithdrawn, reviewer(yuki), hasAnswered],
}));
export const approved = after(requestWithdrawn, '2026-03-05T14:47:33.870216+00:00', (now) => ({
  participants: [hasWithdrawn, reviewer(yuki, now, 'approved'), hasAnswered],
}));
export const approvedUnasked = after(approved, '2026-03-05T14:55:20.031765+00:00', (now) => ({
  participants: [...approved.participants, participant(priya, now, 'approved')],
}));
const hasApproved = participant(priya, approvedUnasked.updated, 'approved');
export const approvalWithdrawn = after(approvedUnasked, '2026-03-05T15:01:12.443908+00:00', () => ({
  participants: [hasWithdrawn, reviewer(yuki, approved.updated), hasAnswered, hasApproved],
}));
export const merged = after(approvalWithdrawn, '2026-03-05T15:20:31.956120+00:00', () => ({
  state: 'MERGED',
  mergeCommit: merge,
  closedBy: yuki,
  participants: [
    reviewer(tomas, '2026-03-05T15:09:48.226370+00:00', 'approved'),
    reviewer(yuki, '2026-03-05T15:18:26.705144+00:00', 'approved'),
    hasAnswered,
    hasApproved,
  ],
}));

/** Priya’s pull request out of her fork, number 13. */
export const openedFromFork: Moment = {
  id: 13,
  title: 'Correct a name of a harbor',
  description: '',
  author: priya,
  created: '2026-03-06T18:09:44.905113+00:00',
  updated: '2026-03-06T18:09:44.905113+00:00',
  base: merge,
  head: typo,
  branch: 'harbor-names',
  isFromFork: true,
  reviewers: [yuki],
  participants: [reviewer(yuki)],
};
export const declined = after(openedFromFork, '2026-03-07T07:32:18.275604+00:00', () => ({
  state: 'DECLINED',
  closedBy: yuki,
}));
export const declinedWithReason: Moment = {
  ...declined,
  reason: 'The harbor is spelled like that on the charts.',
};
