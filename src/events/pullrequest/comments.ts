import { documented, inferred, recorded } from '../event';
import { ines, type Person, tomas } from '../shared/accounts';
import { rounding, start } from '../shared/commits';
import { fullName, repositoryApi, repositorySite } from '../shared/invented';
import { general, inline, type JsonObject, type Payload, repositoryAndActor, variant } from '../shared/payload';
import { repository } from '../shared/repositories';
import * as s from '../shared/schema';
import { rendered } from '../shared/texts';
import * as moments from './moments';
import { type Moment, pullRequest, shortPullRequest } from './pullRequest';

const path = 'src/moon.ts';

/** Addresses of a comment. */
const linksOf = (id: number): JsonObject => ({
  self: repositoryApi(`pullrequests/12/comments/${id}`),
  html: repositorySite(`pull-requests/12/_/diff#comment-${id}`),
});

interface Comment {
  readonly id: number;
  readonly by: Person;
  readonly text: string;
  /** A little before it counts as updated for the first time. */
  readonly created: string;
  readonly updated: string;
  readonly deleted?: boolean;
  readonly isInline?: boolean;
  readonly parent?: number;
}

function comment({ id, by, text, created, updated, deleted = false, isInline, parent }: Comment): JsonObject {
  return {
    id,
    created_on: created,
    updated_on: updated,
    content: rendered(deleted ? '' : text),
    user: by.account,
    deleted,
    ...(parent !== undefined && { parent: { id: parent, links: linksOf(parent) } }),
    ...(isInline && { inline: { context_lines: '', from: null, to: 24, outdated: false, path } }),
    pending: false,
    type: 'pullrequest_comment',
    links: {
      ...linksOf(id),
      ...(isInline && {
        code: repositoryApi(`diff/${fullName}:${rounding.hash.slice(0, 12)}..${start.hash.slice(0, 12)}?path=${path}`),
      }),
    },
    pullrequest: shortPullRequest(moments.pushed),
  };
}

const schema = s.object({
  ...repositoryAndActor,
  pullrequest: s.ref('PullRequest'),
  comment: s.ref('PullRequestComment'),
});

const body = (actor: Person, said: Comment, moment: Moment): JsonObject => ({
  repository,
  actor: actor.account,
  pullrequest: pullRequest(moment),
  comment: comment(said),
});

const question: Comment = {
  ...{ id: 512400101, by: tomas, text: 'Does the phase change at noon or at midnight?' },
  ...{ created: '2026-03-04T08:20:41.528103+00:00', updated: moments.questioned.updated },
};
const remark: Comment = {
  ...{ id: 512400102, by: tomas, text: 'Is this in degrees?', isInline: true },
  ...{ created: '2026-03-04T08:22:16.091377+00:00', updated: moments.remarked.updated },
};
const answer: Comment = {
  ...{ id: 512400103, by: ines, text: 'At midnight, in UTC.', parent: question.id },
  ...{ created: '2026-03-04T08:26:05.716492+00:00', updated: moments.answered.updated },
};
const note: Comment = {
  ...{ id: 512400104, by: tomas, text: '', deleted: true },
  ...{ created: '2026-03-04T08:50:10.343260+00:00', updated: moments.noteDeleted.updated },
};
const reply = ['reply', 'Reply'] as const;

export const commentCreated: Payload = {
  schema,
  variants: [
    variant(...general, body(tomas, question, moments.questioned)),
    variant(...inline, body(tomas, remark, moments.remarked), recorded(2020)),
    variant(...reply, body(ines, answer, moments.answered), documented),
  ],
};

const editedAnswer = {
  ...answer,
  text: 'At midnight, in UTC: see the tests.',
  updated: moments.answerEdited.updated,
};
const editedQuestion = { ...question, text: 'At noon or at midnight?', updated: moments.questionEdited.updated };

export const commentUpdated: Payload = {
  schema: {
    ...schema,
    description: 'Comes if ten minutes have passed since the comment was made or last changed.',
  },
  variants: [
    variant(...reply, body(ines, editedAnswer, moments.answerEdited)),
    variant(...general, body(tomas, editedQuestion, moments.questionEdited), inferred),
  ],
};

const deletedRemark = { ...remark, updated: moments.remarkDeleted.updated, deleted: true };

export const commentDeleted: Payload = {
  schema,
  variants: [
    variant(...general, body(tomas, note, moments.noteDeleted)),
    variant(...inline, body(tomas, deletedRemark, moments.remarkDeleted), recorded(2020)),
  ],
};

export const commentResolved: Payload = {
  schema,
  variants: [variant('resolved', 'Comment resolved', body(ines, remark, moments.resolved))],
};

export const commentReopened: Payload = {
  schema,
  variants: [variant('reopened', 'Comment reopened', body(tomas, remark, moments.reopened))],
};
