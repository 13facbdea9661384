import { documented, inferred, recorded } from '../certainty';
import type { JsonObject } from '../json';
import { fullName, repositoryApi, repositorySite } from './addresses';
import { rounding, start } from './commits';
import { ines, type Person, tomas, yuki } from './people';
import { participant, pullRequest, shortPullRequest } from './pullRequest';
import { rendered } from './rendered';
import { repository } from './repository';
import { type Variant, variant } from './variant';

const asked = '2026-03-04T08:20:41.530977+00:00';
const answered = '2026-03-04T08:26:05.719330+00:00';
const changed = '2026-03-04T08:44:19.208846+00:00';
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
  readonly created?: string;
  readonly updated?: string;
  readonly deleted?: boolean;
  readonly isInline?: boolean;
  readonly parent?: number;
}

function comment({
  id,
  by,
  text,
  created = asked,
  updated = created,
  deleted = false,
  isInline,
  parent,
}: Comment): JsonObject {
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

function event(actor: Person, updated: string, comments: number, said: Comment): JsonObject {
  const participants = [participant(tomas, 'REVIEWER', null, asked), participant(yuki, 'REVIEWER', null, null)];
  return {
    repository,
    actor: actor.account,
    pullrequest: pullRequest({ updated, comments, participants }),
    comment: comment(said),
  };
}

const question: Comment = { id: 512400101, by: tomas, text: 'Does the phase change at noon or at midnight?' };
const onFile: Comment = { id: 512400102, by: tomas, text: 'Is this in degrees?', isInline: true };
const answer: Comment = {
  ...{ id: 512400103, by: ines, text: 'At midnight, in UTC.' },
  ...{ created: answered, parent: question.id },
};
const now = { updated: changed };

/** By event key. */
export const commentVariants: ReadonlyMap<string, readonly Variant[]> = new Map([
  [
    'pullrequest:comment_created',
    [
      variant('general', event(tomas, asked, 1, question)),
      variant('inline', event(tomas, asked, 1, onFile), recorded(2020)),
      variant('reply', event(ines, answered, 2, answer), documented),
    ],
  ],
  [
    'pullrequest:comment_updated',
    [
      variant('reply', event(ines, changed, 2, { ...answer, ...now, text: 'At midnight, in UTC: see the tests.' })),
      variant('general', event(tomas, changed, 1, { ...question, ...now, text: 'At noon or at midnight?' }), inferred),
    ],
  ],
  [
    'pullrequest:comment_deleted',
    [
      variant('general', event(tomas, changed, 0, { ...question, ...now, deleted: true })),
      variant('inline', event(tomas, changed, 0, { ...onFile, ...now, deleted: true }), recorded(2020)),
    ],
  ],
  ['pullrequest:comment_resolved', [variant('resolved', event(ines, changed, 1, onFile))]],
  ['pullrequest:comment_reopened', [variant('reopened', event(tomas, changed, 1, onFile))]],
]);
