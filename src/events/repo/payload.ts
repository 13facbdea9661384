import { recorded } from '../event';
import { repositorySlug, workspaceSlug } from '../inventedNames';
import { ines, priya, tomas, yuki } from '../shared/accounts';
import { commitPage, rounding } from '../shared/commits';
import { fullName, repositoryApi, repositorySite } from '../shared/invented';
import {
  change,
  general,
  inline,
  type JsonObject,
  type PayloadFamily,
  repositoryAndActor,
  unknownPayload,
  variant,
} from '../shared/payload';
import { fork, repository } from '../shared/repositories';
import * as s from '../shared/schema';
import { commentPlace, rendered } from '../shared/texts';
import { commitStatusCreated, commitStatusEntities, commitStatusUpdated } from './commitStatus';
import { push, pushEntities } from './push';

/** Source: recorded bodies of 2016 to 2018. */
const entities: Readonly<Record<string, s.Schema>> = {
  RepositoryChanges: s.object(
    {
      name: s.optional(change(s.text)),
      website: s.optional(change(s.text)),
      language: s.optional(change(s.text)),
      links: s.optional(
        change(
          () => ({ type: 'object' }),
          'The addresses changed with the name; both were empty objects in a body of 2018.',
        ),
      ),
      description: s.optional(change(s.text)),
      full_name: s.optional(change(s.text)),
      slug: s.optional(change(s.text)),
    },
    'Only what has changed is there.',
  ),
  CommitComment: s.object({
    id: s.integer(),
    created_on: s.dateTime(),
    updated_on: s.dateTime(),
    content: s.ref('Text'),
    user: s.ref('Account'),
    ...commentPlace,
    links: s.links('self', 'html'),
    commit: s.object({
      hash: s.text('All 40 digits.'),
      links: s.links('self', 'html'),
      type: s.constant('commit'),
    }),
  }),
  CommentedCommit: s.object({
    hash: s.text('All 40 digits.'),
    type: s.optional(s.constant('base_commit')),
    message: s.optional(s.text()),
    links: s.optional({ type: 'object', description: 'Was empty in all bodies.' }),
  }),
};

const updated = (changes: JsonObject): JsonObject => ({ changes, repository, actor: yuki.account });

/** What Tomas said about Ines’ third commit. */
function commitComment(id: number, said: string, place?: JsonObject): JsonObject {
  const { hash, message } = rounding;
  const self = repositoryApi(`commit/${hash}`);
  return {
    comment: {
      id,
      created_on: '2026-03-04T08:15:33.481902+00:00',
      updated_on: '2026-03-04T08:15:33.481902+00:00',
      content: rendered(said),
      user: tomas.account,
      ...(place && { inline: place }),
      links: {
        self: repositoryApi(`commit/${hash}/comments/${id}`),
        html: repositorySite(`commits/${hash}#comment-${id}`),
      },
      commit: { hash, links: { self, html: commitPage(rounding) }, type: 'commit' },
    },
    commit: { hash, type: 'base_commit', message, links: {} },
    repository,
    actor: tomas.account,
  };
}

export const repoPayloads: PayloadFamily = {
  entities: { ...entities, ...pushEntities, ...commitStatusEntities },
  payloads: {
    'repo:push': push,
    'repo:fork': {
      schema: s.object({ fork: s.ref('Fork'), ...repositoryAndActor }),
      variants: [variant('forked', 'Repository forked', { fork, repository, actor: priya.account })],
    },
    'repo:updated': {
      schema: s.object({ changes: s.ref('RepositoryChanges'), ...repositoryAndActor }),
      variants: [
        variant(
          'description',
          'Description changed',
          updated({ description: { old: 'Tides', new: 'Tides and the moon' } }),
        ),
        variant(
          'renamed',
          'Repository renamed',
          updated({
            name: { old: 'tides', new: repositorySlug },
            links: { old: {}, new: {} },
            full_name: { old: `${workspaceSlug}/tides`, new: fullName },
            slug: { old: 'tides', new: repositorySlug },
          }),
        ),
        variant('website', 'Website changed', updated({ website: { old: '', new: 'https://tides.example.com' } })),
        variant('language', 'Language changed', updated({ language: { old: '', new: 'typescript' } })),
      ],
    },
    'repo:transfer': {
      schema: s.object({
        previous_owner: s.optional(s.ref('Account', 'Who had the repository before, in a body of 2017.')),
        previous_workspace: s.optional({
          description:
            'Read by a program of 2026 in the place of `previous_owner`; no body with it has been published.',
          type: 'object',
          additionalProperties: true,
        }),
        ...repositoryAndActor,
      }),
      variants: [
        variant('transferred', 'Repository transferred', {
          previous_owner: ines.account,
          repository,
          actor: yuki.account,
        }),
      ],
    },
    'repo:created': {
      schema: s.object(repositoryAndActor),
      variants: [variant('created', 'Repository created', { repository, actor: yuki.account })],
    },
    'repo:deleted': {
      schema: s.object(repositoryAndActor),
      variants: [variant('deleted', 'Repository deleted', { repository, actor: yuki.account })],
    },
    'repo:imported': unknownPayload,
    'repo:commit_comment_created': {
      schema: s.object({ comment: s.ref('CommitComment'), commit: s.ref('CommentedCommit'), ...repositoryAndActor }),
      variants: [
        variant(...general, commitComment(20140301, 'Please say in the message why whole percents are enough.')),
        variant(
          ...inline,
          commitComment(20140302, 'A constant would say what 29.53 is.', {
            path: 'src/moon.ts',
            from: null,
            to: null,
          }),
          recorded(2016),
        ),
      ],
    },
    'repo:commit_status_created': commitStatusCreated,
    'repo:commit_status_updated': commitStatusUpdated,
  },
};
