import type { JsonObject } from '../json';
import { apiUrl, fullName, repositoryApi, repositorySite, siteUrl } from './addresses';
import { type Commit, rounding, shortCommit, start, typo } from './commits';
import { ines, type Person, priya, tomas, yuki } from './people';
import { rendered } from './rendered';
import { forkName, shortFork, shortRepository } from './repository';

/** What differs between pull requests and between the moments of one. */
export interface Moment {
  readonly id?: number;
  readonly title?: string;
  readonly description?: string;
  readonly updated: string;
  readonly state?: 'OPEN' | 'MERGED' | 'DECLINED';
  readonly draft?: boolean;
  readonly mergeCommit?: Commit;
  readonly closedBy?: Person;
  readonly reason?: string;
  readonly comments?: number;
  readonly head?: Commit;
  /** The name of a branch. */
  readonly destination?: string;
  readonly reviewers?: readonly Person[];
  readonly participants?: readonly JsonObject[];
}

const title = "Show the moon's phase beside each tide";
const description = 'Spring tides come with the new and the full moon.';
const created = '2026-03-03T10:11:27.318402+00:00';

/** Ines’ pull request, number 12, at some moment; without anything said, just opened. */
export function pullRequest(moment: Moment): JsonObject {
  const { head = rounding } = moment;
  return build(
    { title, description, reviewers: [tomas, yuki], ...moment },
    ines,
    created,
    {
      branch: { name: 'feature/moon-phases', links: {}, sync_strategies: ['merge_commit', 'rebase'] },
      commit: shortCommit(head),
      repository: shortRepository,
    },
    `${fullName}:${head.hash.slice(0, 12)}%0D${start.hash.slice(0, 12)}?from_pullrequest_id=12&topic=true`,
  );
}

/** Priya’s pull request out of her fork, number 13. */
export function pullRequestFromFork(moment: Moment): JsonObject {
  return build(
    { id: 13, title: 'Correct a name of a harbor', description: '', reviewers: [yuki], ...moment },
    priya,
    '2026-03-06T18:09:44.905113+00:00',
    {
      branch: { name: 'harbor-names', links: {}, sync_strategies: ['merge_commit', 'rebase'] },
      commit: shortCommit(typo, forkName),
      repository: shortFork,
    },
    `${forkName}:${typo.hash.slice(0, 12)}%0D${start.hash.slice(0, 12)}?from_pullrequest_id=13&topic=true`,
  );
}

/** What one of the people did in a pull request. */
export const participant = (who: Person, role: string, state: string | null, on: string | null): JsonObject => ({
  type: 'participant',
  user: who.account,
  role,
  approved: state === 'approved',
  state,
  participated_on: on,
});

function build(moment: Moment, author: Person, createdOn: string, source: JsonObject, diff: string): JsonObject {
  const { id = 12, title: heading = '', description: words = '', state = 'OPEN', reason = '', reviewers = [] } = moment;
  return {
    comment_count: moment.comments ?? 0,
    task_count: 0,
    type: 'pullrequest',
    id,
    title: heading,
    description: words,
    rendered: {
      title: rendered(heading),
      description: rendered(words),
      ...(reason !== '' && { reason: rendered(reason) }),
    },
    state,
    draft: moment.draft ?? false,
    merge_commit: moment.mergeCommit ? shortCommit(moment.mergeCommit) : null,
    close_source_branch: true,
    closed_by: moment.closedBy?.account ?? null,
    author: author.account,
    reason,
    created_on: createdOn,
    updated_on: moment.updated,
    destination: {
      branch: { name: moment.destination ?? 'main' },
      commit: shortCommit(start),
      repository: shortRepository,
    },
    source,
    reviewers: reviewers.map(({ account }) => account),
    participants: [...(moment.participants ?? reviewers.map((who) => participant(who, 'REVIEWER', null, null)))],
    links: pullRequestLinks(id, diff),
    summary: rendered(words),
  };
}

function pullRequestLinks(id: number, diff: string): JsonObject {
  const at = (path: string) => repositoryApi(`pullrequests/${id}${path}`);
  return {
    self: at(''),
    html: repositorySite(`pull-requests/${id}`),
    commits: at('/commits'),
    approve: at('/approve'),
    'request-changes': at('/request-changes'),
    diff: repositoryApi(`diff/${diff}`),
    diffstat: repositoryApi(`diffstat/${diff}`),
    comments: at('/comments'),
    activity: at('/activity'),
    merge: at('/merge'),
    decline: at('/decline'),
    statuses: at('/statuses'),
  };
}

/** Number 12 in a few words, as comments have it. */
export const shortPullRequest: JsonObject = {
  type: 'pullrequest',
  id: 12,
  title,
  draft: false,
  links: {
    self: apiUrl(`repositories/${fullName}/pullrequests/12`),
    html: siteUrl(`${fullName}/pull-requests/12`),
  },
};

/** When number 12 was opened. */
export const opened = created;
