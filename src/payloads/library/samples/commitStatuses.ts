import { documented, recorded } from '../certainty';
import type { JsonObject } from '../json';
import { repositoryApi } from './addresses';
import { commitLinks, rounding } from './commits';
import { ines } from './people';
import { repository, shortRepository } from './repository';
import { type Variant, variant } from './variant';

const created = '2026-03-04T08:01:02.640371+00:00';
const ended = '2026-03-04T08:06:48.092614+00:00';
const { hash, date, author, message } = rounding;

/** A build of the third commit of the pull request. */
function event(
  state: string,
  description: string,
  updated: string,
  refname: string | null = 'feature/moon-phases',
): JsonObject {
  return {
    repository,
    actor: ines.account,
    commit_status: {
      key: 'tide-ci',
      type: 'build',
      state,
      name: 'Tide CI #204',
      refname,
      commit: { type: 'commit', hash, date, author, message, links: commitLinks(rounding) },
      url: 'https://ci.example.com/builds/204',
      repository: shortRepository,
      description,
      created_on: created,
      updated_on: updated,
      links: {
        self: repositoryApi(`commit/${hash}/statuses/build/tide-ci`),
        commit: repositoryApi(`commit/${hash}`),
      },
    },
  };
}

/** By event key. */
export const commitStatusVariants: ReadonlyMap<string, readonly Variant[]> = new Map([
  [
    'repo:commit_status_created',
    [
      variant('in-progress', event('INPROGRESS', 'The build is running', created)),
      variant('successful', event('SUCCESSFUL', '148 tests passed', created), recorded(2024)),
      variant('without-branch', event('SUCCESSFUL', '148 tests passed', created, null), recorded(2024)),
      variant('stopped', event('STOPPED', 'The build was stopped', created), documented),
    ],
  ],
  [
    'repo:commit_status_updated',
    [
      variant('successful', event('SUCCESSFUL', '148 tests passed', ended)),
      variant('failed', event('FAILED', '2 of 148 tests failed', ended), recorded(2024)),
      variant('in-progress', event('INPROGRESS', 'The build is running again', ended), recorded(2017)),
      variant('stopped', event('STOPPED', 'The build was stopped', ended), documented),
    ],
  ],
]);
