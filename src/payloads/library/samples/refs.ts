import type { JsonObject } from '../json';
import { repositoryApi, repositorySite } from './addresses';
import { type Commit, target } from './commits';

export const branch = (name: string, at: Commit): JsonObject => ({
  name,
  target: target(at),
  links: {
    self: repositoryApi(`refs/branches/${name}`),
    commits: repositoryApi(`commits/${name}`),
    html: repositorySite(`branch/${name}`),
    ...(name !== 'main' && { pullrequest_create: repositorySite(`pull-requests/new?source=${name}&t=1`) }),
  },
  type: 'branch',
  merge_strategies: [
    'merge_commit',
    'squash',
    'fast_forward',
    'squash_fast_forward',
    'rebase_fast_forward',
    'rebase_merge',
  ],
  sync_strategies: ['merge_commit', 'rebase'],
  default_merge_strategy: 'merge_commit',
});

export interface Annotation {
  readonly message: string;
  readonly date: string;
}

/** A tag; lightweight without an annotation. */
export const tag = (name: string, at: Commit, annotation?: Annotation): JsonObject => ({
  name,
  type: 'tag',
  message: annotation?.message ?? null,
  date: annotation?.date ?? null,
  // Bitbucket leaves it empty, though git knows who it was.
  tagger: annotation ? {} : null,
  target: target(at),
  links: {
    self: repositoryApi(`refs/tags/${name}`),
    commits: repositoryApi(`commits/${name}`),
    html: repositorySite(`commits/tag/${name}`),
  },
});
