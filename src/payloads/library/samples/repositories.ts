import { recorded } from '../certainty';
import type { JsonObject } from '../json';
import { fullName, repositoryApi, repositorySite, repositorySlug, workspaceSlug } from './addresses';
import { commitPage, rounding } from './commits';
import { ines, priya, tomas, yuki } from './people';
import { rendered } from './rendered';
import { fork, repository } from './repository';
import { type Variant, variant } from './variant';

const updated = (changes: JsonObject): JsonObject => ({ changes, repository, actor: yuki.account });
const { hash, message } = rounding;

/** What Tomas said about Ines’ third commit. */
function commitComment(id: number, text: string, inline?: JsonObject): JsonObject {
  const self = repositoryApi(`commit/${hash}`);
  return {
    comment: {
      id,
      created_on: '2026-03-04T08:15:33.481902+00:00',
      updated_on: '2026-03-04T08:15:33.481902+00:00',
      content: rendered(text),
      user: tomas.account,
      ...(inline && { inline }),
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

/** By event key. */
export const repositoryVariants: ReadonlyMap<string, readonly Variant[]> = new Map([
  ['repo:fork', [variant('forked', { fork, repository, actor: priya.account })]],
  [
    'repo:updated',
    [
      variant('description', updated({ description: { old: 'Tides', new: 'Tides and the moon' } })),
      variant(
        'renamed',
        updated({
          name: { old: 'tides', new: repositorySlug },
          links: { old: {}, new: {} },
          full_name: { old: `${workspaceSlug}/tides`, new: fullName },
          slug: { old: 'tides', new: repositorySlug },
        }),
      ),
      variant('website', updated({ website: { old: '', new: 'https://tides.example.com' } })),
      variant('language', updated({ language: { old: '', new: 'typescript' } })),
    ],
  ],
  ['repo:transfer', [variant('transferred', { previous_owner: ines.account, repository, actor: yuki.account })]],
  ['repo:created', [variant('created', { repository, actor: yuki.account })]],
  ['repo:deleted', [variant('deleted', { repository, actor: yuki.account })]],
  [
    'repo:commit_comment_created',
    [
      variant('general', commitComment(20140301, 'Please say in the message why whole percents are enough.')),
      variant(
        'inline',
        commitComment(20140302, 'A constant would say what 29.53 is.', { path: 'src/moon.ts', from: null, to: null }),
        recorded(2016),
      ),
    ],
  ],
]);
