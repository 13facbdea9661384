import { documented, recorded } from '../event';
import { ines } from '../shared/accounts';
import { commitLinks, rounding } from '../shared/commits';
import { repositoryApi } from '../shared/invented';
import { failed, type JsonObject, type Payload, repositoryAndActor, successful, variant } from '../shared/payload';
import { repository, shortRepository } from '../shared/repositories';
import * as s from '../shared/schema';

/** Source: recorded bodies of 2024 and 2025; STOPPED after the documentation of the REST API. */
export const commitStatusEntities: Readonly<Record<string, s.Schema>> = {
  CommitStatus: s.object(
    {
      key: s.text('Which build this is, chosen by whoever reports it; unique for the commit.'),
      type: s.constant('build'),
      state: s.oneOf(['INPROGRESS', 'SUCCESSFUL', 'FAILED', 'STOPPED']),
      name: s.text(),
      refname: s.nullable(s.text('The branch that was built; null when whoever reported the build named none.')),
      commit: s.ref('BuiltCommit'),
      url: s.text('Where the build can be seen.'),
      repository: s.ref('ShortRepository'),
      description: s.text(),
      created_on: s.dateTime(),
      updated_on: s.dateTime(),
      links: s.links('self', 'commit'),
    },
    "A build's result. It names no pull request: look for those with this commit.",
  ),
};

const created = '2026-03-04T08:01:02.640371+00:00';
const ended = '2026-03-04T08:06:48.092614+00:00';
const { hash, date, author, message } = rounding;

const schema = s.object({ ...repositoryAndActor, commit_status: s.ref('CommitStatus') });

/** A build of the third commit of the pull request. */
function build(
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

const inProgress = ['in-progress', 'Build in progress (INPROGRESS)'] as const;
const stopped = ['stopped', 'Build stopped (STOPPED)'] as const;

export const commitStatusCreated: Payload = {
  schema,
  variants: [
    variant(...inProgress, build('INPROGRESS', 'The build is running', created)),
    variant(...successful, build('SUCCESSFUL', '148 tests passed', created), recorded(2024)),
    variant(
      'without-branch',
      'Build of no branch: refname is null',
      build('SUCCESSFUL', '148 tests passed', created, null),
      recorded(2024),
    ),
    variant(...stopped, build('STOPPED', 'The build was stopped', created), documented),
  ],
};

export const commitStatusUpdated: Payload = {
  schema,
  variants: [
    variant(...successful, build('SUCCESSFUL', '148 tests passed', ended)),
    variant(...failed, build('FAILED', '2 of 148 tests failed', ended), recorded(2024)),
    variant(...inProgress, build('INPROGRESS', 'The build is running again', ended), recorded(2017)),
    variant(...stopped, build('STOPPED', 'The build was stopped', ended), documented),
  ],
};
