import type { JsonObject } from '../json';
import { apiUrl, fullName, repositoryApi, repositorySite, siteUrl } from './addresses';
import { type Commit, merge, phase, rounding, shortCommit, start, typo } from './commits';
import { ines, type Person, priya, tomas, yuki } from './people';
import { rendered } from './rendered';
import { forkName, shortFork, shortRepository } from './repository';
import { commentCount, deedsOf, moments, whoTookPart } from './timeline';

/** What differs between pull requests and between the moments of one. */
interface Moment {
  readonly id: number;
  readonly title: string;
  readonly description: string;
  readonly author: Person;
  readonly created: string;
  readonly updated: string;
  readonly draft?: boolean;
  readonly comments?: number;
  readonly base: Commit;
  readonly source: JsonObject;
  /** Of the diff, in addresses. */
  readonly diff: string;
  readonly reviewers: readonly Person[];
  readonly participants: readonly JsonObject[];
}

/** What became of a pull request, and what else is the matter with it. */
export interface Fate {
  readonly state?: 'MERGED' | 'DECLINED';
  readonly mergeCommit?: Commit;
  readonly closedBy?: Person;
  readonly reason?: string;
  /** The name of a branch. */
  readonly destination?: string;
}

const title = "Show the moon's phase beside each tide";
const strategies = ['merge_commit', 'rebase'];

/** Ines’ pull request, number 12, at some moment. */
export function pullRequest(updated: string, fate: Fate = {}): JsonObject {
  const head = updated < moments.pushed ? phase : rounding;
  const reviewers = updated < moments.reviewerAdded ? [tomas] : [tomas, yuki];
  const others = whoTookPart(updated).filter((who) => !reviewers.includes(who));
  const participantAs = (role: string) => (who: Person) => participant(who, role, deedsOf(who, updated));
  return build(
    {
      id: 12,
      title: updated < moments.renamed ? 'Show the moon beside each tide' : title,
      description: 'Spring tides come with the new and the full moon.',
      author: ines,
      created: moments.opened,
      updated,
      draft: moments.drafted <= updated && updated < moments.readied,
      comments: commentCount(updated),
      base: start,
      source: {
        branch: { name: 'feature/moon-phases', links: {}, sync_strategies: strategies },
        commit: shortCommit(head),
        repository: shortRepository,
      },
      diff: `${fullName}:${head.hash.slice(0, 12)}%0D${start.hash.slice(0, 12)}?from_pullrequest_id=12&topic=true`,
      reviewers,
      participants: [...reviewers.map(participantAs('REVIEWER')), ...others.map(participantAs('PARTICIPANT'))],
    },
    fate,
  );
}

/** Priya’s pull request out of her fork, number 13, at some moment. */
export function pullRequestFromFork(updated: string, fate: Fate = {}): JsonObject {
  return build(
    {
      id: 13,
      title: 'Correct a name of a harbor',
      description: '',
      author: priya,
      created: openedFromFork,
      updated,
      base: merge,
      source: {
        branch: { name: 'harbor-names', links: {}, sync_strategies: strategies },
        commit: shortCommit(typo, forkName),
        repository: shortFork,
      },
      diff: `${forkName}:${typo.hash.slice(0, 12)}%0D${merge.hash.slice(0, 12)}?from_pullrequest_id=13&topic=true`,
      reviewers: [yuki],
      participants: [participant(yuki, 'REVIEWER', { state: null, on: null })],
    },
    fate,
  );
}

/** When number 13 was opened. */
export const openedFromFork = '2026-03-06T18:09:44.905113+00:00';

/** What one of the people did in a pull request. */
const participant = (who: Person, role: string, { state, on }: ReturnType<typeof deedsOf>): JsonObject => ({
  type: 'participant',
  user: who.account,
  role,
  approved: state === 'approved',
  state,
  participated_on: on,
});

function build(moment: Moment, { state, mergeCommit, closedBy, reason = '', destination = 'main' }: Fate): JsonObject {
  const { id, title: heading, description: words } = moment;
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
    state: state ?? 'OPEN',
    draft: moment.draft ?? false,
    merge_commit: mergeCommit ? shortCommit(mergeCommit) : null,
    close_source_branch: true,
    closed_by: closedBy?.account ?? null,
    author: moment.author.account,
    reason,
    created_on: moment.created,
    updated_on: moment.updated,
    destination: {
      branch: { name: destination },
      commit: shortCommit(moment.base),
      repository: shortRepository,
    },
    source: moment.source,
    reviewers: moment.reviewers.map(({ account }) => account),
    participants: [...moment.participants],
    links: pullRequestLinks(id, moment.diff),
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
