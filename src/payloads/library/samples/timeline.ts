import { ines, type Person, priya, tomas, yuki } from './people';

/** What happened to Ines’ pull request, number 12, and when. ISO 8601 in one form, so that texts compare as moments. */
export const moments = {
  opened: '2026-03-03T10:11:27.318402+00:00',
  renamed: '2026-03-03T10:14:02.560917+00:00',
  reviewerAdded: '2026-03-03T10:15:38.204471+00:00',
  drafted: '2026-03-03T10:31:05.772038+00:00',
  readied: '2026-03-04T07:41:50.118264+00:00',
  pushed: '2026-03-04T08:00:55.627441+00:00',
  questioned: '2026-03-04T08:20:41.530977+00:00',
  remarked: '2026-03-04T08:22:16.094235+00:00',
  answered: '2026-03-04T08:26:05.719330+00:00',
  resolved: '2026-03-04T08:38:12.470621+00:00',
  reopened: '2026-03-04T08:41:30.835507+00:00',
  answerEdited: '2026-03-04T08:44:19.208846+00:00',
  questionEdited: '2026-03-04T08:46:02.913750+00:00',
  noted: '2026-03-04T08:50:10.346182+00:00',
  noteDeleted: '2026-03-04T08:52:47.682094+00:00',
  remarkDeleted: '2026-03-04T09:05:33.157919+00:00',
  changesRequested: '2026-03-04T09:30:02.114580+00:00',
  requestWithdrawn: '2026-03-04T13:12:40.596283+00:00',
  approved: '2026-03-05T14:47:33.870216+00:00',
  approvedUnasked: '2026-03-05T14:55:20.031765+00:00',
  approvalWithdrawn: '2026-03-05T15:01:12.443908+00:00',
  approvedByTomas: '2026-03-05T15:09:48.226370+00:00',
  approvedAgain: '2026-03-05T15:18:26.705144+00:00',
  merged: '2026-03-05T15:20:31.956120+00:00',
} as const;

/** What somebody did in the pull request. */
interface Deed {
  readonly on: string;
  readonly by: Person;
  /** How many comments there are more. */
  readonly comments?: number;
  /** The verdict from then on. */
  readonly state?: 'approved' | 'changes_requested' | null;
  /** Whether it is no participation: bodies keep the moment of the last one then. */
  readonly takesBack?: boolean;
}

const deeds: readonly Deed[] = [
  { on: moments.questioned, by: tomas, comments: 1 },
  { on: moments.remarked, by: tomas, comments: 1 },
  { on: moments.answered, by: ines, comments: 1 },
  { on: moments.answerEdited, by: ines },
  { on: moments.questionEdited, by: tomas },
  { on: moments.noted, by: tomas, comments: 1 },
  { on: moments.noteDeleted, by: tomas, comments: -1, takesBack: true },
  { on: moments.remarkDeleted, by: tomas, comments: -1, takesBack: true },
  { on: moments.changesRequested, by: tomas, state: 'changes_requested' },
  { on: moments.requestWithdrawn, by: tomas, state: null, takesBack: true },
  { on: moments.approved, by: yuki, state: 'approved' },
  { on: moments.approvedUnasked, by: priya, state: 'approved' },
  { on: moments.approvalWithdrawn, by: yuki, state: null, takesBack: true },
  { on: moments.approvedByTomas, by: tomas, state: 'approved' },
  { on: moments.approvedAgain, by: yuki, state: 'approved' },
];

const until = (moment: string) => deeds.filter(({ on }) => on <= moment);

export const commentCount = (moment: string): number =>
  until(moment).reduce((sum, { comments = 0 }) => sum + comments, 0);

/** What somebody has done by a moment: the last verdict, and when they last took part. */
export function deedsOf(who: Person, moment: string): { state: string | null; on: string | null } {
  const own = until(moment).filter(({ by }) => by === who);
  return {
    state: own.findLast(({ state }) => state !== undefined)?.state ?? null,
    on: own.findLast(({ takesBack }) => takesBack !== true)?.on ?? null,
  };
}

/** Who has taken part by a moment, in the order of their first deeds. */
export const whoTookPart = (moment: string): readonly Person[] => [...new Set(until(moment).map(({ by }) => by))];
