import type { Person } from '../shared/accounts';
import { type Commit, shortCommit, syncStrategies } from '../shared/commits';
import { fullName, repositoryApi, repositorySite } from '../shared/invented';
import type { JsonObject } from '../shared/payload';
import { forkName, shortFork, shortRepository } from '../shared/repositories';
import { rendered } from '../shared/texts';

/** A pull request at some moment. */
export interface Moment {
  readonly id: number;
  readonly title: string;
  readonly description: string;
  readonly author: Person;
  readonly created: string;
  readonly updated: string;
  readonly draft?: boolean;
  readonly comments?: number;
  /** The newest commit of the destination. */
  readonly base: Commit;
  /** The newest commit of the source. */
  readonly head: Commit;
  /** That of the source. */
  readonly branch: string;
  readonly isFromFork?: boolean;
  /** The branch of the destination. */
  readonly destination?: string;
  readonly reviewers: readonly Person[];
  readonly participants: readonly JsonObject[];
  readonly state?: 'MERGED' | 'DECLINED';
  readonly mergeCommit?: Commit;
  readonly closedBy?: Person;
  readonly reason?: string;
}

type Verdict = 'approved' | 'changes_requested';

const takingPart =
  (role: string) =>
  (who: Person, on?: string, state?: Verdict): JsonObject => ({
    type: 'participant',
    user: who.account,
    role,
    approved: state === 'approved',
    state: state ?? null,
    participated_on: on ?? null,
  });

/** Somebody who was asked to review; `on`: when they last did something. */
export const reviewer = takingPart('REVIEWER');
/** Somebody who wasn't. */
export const participant = takingPart('PARTICIPANT');

/** As events of the pull request itself have it. */
export function pullRequest(moment: Moment): JsonObject {
  const { id, title, description, base, head, reason = '', isFromFork = false } = moment;
  const source = isFromFork
    ? { name: forkName, repository: shortFork }
    : { name: fullName, repository: shortRepository };
  return {
    comment_count: moment.comments ?? 0,
    task_count: 0,
    type: 'pullrequest',
    id,
    title,
    description,
    rendered: {
      title: rendered(title),
      description: rendered(description),
      ...(reason !== '' && { reason: rendered(reason) }),
    },
    state: moment.state ?? 'OPEN',
    draft: moment.draft ?? false,
    merge_commit: moment.mergeCommit ? shortCommit(moment.mergeCommit) : null,
    close_source_branch: true,
    closed_by: moment.closedBy?.account ?? null,
    author: moment.author.account,
    reason,
    created_on: moment.created,
    updated_on: moment.updated,
    destination: {
      branch: { name: moment.destination ?? 'main' },
      commit: shortCommit(base),
      repository: shortRepository,
    },
    source: {
      branch: { name: moment.branch, links: {}, sync_strategies: syncStrategies },
      commit: shortCommit(head, source.name),
      repository: source.repository,
    },
    reviewers: moment.reviewers.map(({ account }) => account),
    participants: moment.participants,
    links: linksOf(id, `${source.name}:${digits(head)}%0D${digits(base)}?from_pullrequest_id=${id}&topic=true`),
    summary: rendered(description),
  };
}

/** As comments have it, in a few words. */
export const shortPullRequest = ({ id, title }: Moment): JsonObject => ({
  type: 'pullrequest',
  id,
  title,
  draft: false,
  links: { self: repositoryApi(`pullrequests/${id}`), html: repositorySite(`pull-requests/${id}`) },
});

/** @param diff Of the diff, in addresses. */
function linksOf(id: number, diff: string): JsonObject {
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

const digits = ({ hash }: Commit) => hash.slice(0, 12);
