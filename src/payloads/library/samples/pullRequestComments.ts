import { documented, inferred, recorded } from '../certainty';
import type { JsonObject } from '../json';
import { fullName, repositoryApi, repositorySite } from './addresses';
import { rounding, start } from './commits';
import { ines, type Person, tomas } from './people';
import { pullRequest, shortPullRequest } from './pullRequest';
import { rendered } from './rendered';
import { repository } from './repository';
import { moments } from './timeline';
import { type Variant, variant } from './variant';

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
    pullrequest: shortPullRequest,
  };
}

function event(actor: Person, said: Comment, on = said.updated): JsonObject {
  return { repository, actor: actor.account, pullrequest: pullRequest(on), comment: comment(said) };
}

const question: Comment = {
  ...{ id: 512400101, by: tomas, text: 'Does the phase change at noon or at midnight?' },
  ...{ created: '2026-03-04T08:20:41.528103+00:00', updated: moments.questioned },
};
const remark: Comment = {
  ...{ id: 512400102, by: tomas, text: 'Is this in degrees?', isInline: true },
  ...{ created: '2026-03-04T08:22:16.091377+00:00', updated: moments.remarked },
};
const answer: Comment = {
  ...{ id: 512400103, by: ines, text: 'At midnight, in UTC.', parent: question.id },
  ...{ created: '2026-03-04T08:26:05.716492+00:00', updated: moments.answered },
};
const note: Comment = {
  ...{ id: 512400104, by: tomas, text: '' },
  ...{ created: '2026-03-04T08:50:10.343260+00:00', updated: moments.noteDeleted, deleted: true },
};

/** By event key. */
export const commentVariants: ReadonlyMap<string, readonly Variant[]> = new Map([
  [
    'pullrequest:comment_created',
    [
      variant('general', event(tomas, question)),
      variant('inline', event(tomas, remark), recorded(2020)),
      variant('reply', event(ines, answer), documented),
    ],
  ],
  [
    'pullrequest:comment_updated',
    [
      variant(
        'reply',
        event(ines, { ...answer, text: 'At midnight, in UTC: see the tests.', updated: moments.answerEdited }),
      ),
      variant(
        'general',
        event(tomas, { ...question, text: 'At noon or at midnight?', updated: moments.questionEdited }),
        inferred,
      ),
    ],
  ],
  [
    'pullrequest:comment_deleted',
    [
      variant('general', event(tomas, note)),
      variant('inline', event(tomas, { ...remark, updated: moments.remarkDeleted, deleted: true }), recorded(2020)),
    ],
  ],
  ['pullrequest:comment_resolved', [variant('resolved', event(ines, remark, moments.resolved))]],
  ['pullrequest:comment_reopened', [variant('reopened', event(tomas, remark, moments.reopened))]],
]);
