import { ines, type Person, priya, yuki } from './accounts';
import { apiUrl, fullName, hashOf, repositoryApi, repositorySite, siteUrl } from './invented';
import type { JsonObject } from './payload';
import * as s from './schema';
import { rendered } from './texts';

const empty = (description: string): s.Schema => ({ type: 'object', description });
const fullHash = () => s.text('All 40 digits.');
const seconds = () => s.dateTime('Ends with the seconds.');

/** A commit with its text and its parents. */
const commitSchema = (description: string, commitLinks: s.Schema): s.Schema =>
  s.object(
    {
      type: s.constant('commit'),
      hash: fullHash(),
      date: seconds(),
      author: s.ref('Author'),
      committer: s.optional(empty('Has been empty in all bodies so far. Since 2025.')),
      message: s.text(),
      summary: s.ref('Rendered', 'The message again.'),
      links: commitLinks,
      parents: s.list(s.ref('ShortCommit'), 'None for the first commit, two for a merge.'),
      rendered: empty('Has been empty in all bodies so far.'),
      properties: empty('Has been empty in all bodies so far.'),
    },
    description,
  );

/** How a branch can be brought up to date. */
export const syncStrategies = ['merge_commit', 'rebase'];
export const syncStrategiesSchema = () =>
  s.list(s.textSuchAs(syncStrategies), 'How the branch can be brought up to date. Since 2025.');

/** Source: recorded bodies; what all of those since 2023 have is required. */
export const commits: Readonly<Record<string, s.Schema>> = {
  Author: s.object(
    {
      type: s.constant('author'),
      raw: s.text('Name and mail address as git has them.'),
      user: s.optional(
        s.anyOf(['User', 'Team', 'AppUser'], 'Missing when the mail address belongs to no account of Bitbucket.'),
      ),
    },
    'Who wrote a commit.',
  ),
  ShortCommit: s.object({
    hash: s.text('The first 12 digits in pull requests, all 40 everywhere else: compare by the beginning.'),
    links: s.links('self', 'html'),
    type: s.constant('commit'),
  }),
  Commit: commitSchema('What a branch or tag points to.', s.links('self', 'html')),
  PushedCommit: commitSchema(
    'One of the commits that were pushed.',
    // There is no patch of a commit with two parents.
    s.links('self', 'html', 'diff', 'approve', 'comments', 'statuses', 'patch?'),
  ),
  BuiltCommit: s.object(
    {
      type: s.constant('commit'),
      hash: fullHash(),
      date: seconds(),
      author: s.ref('Author'),
      message: s.text(),
      links: s.links('self', 'html', 'diff', 'approve', 'comments', 'statuses', 'patch?'),
    },
    'The commit that a build reports on. There is no patch link when it has two parents.',
  ),
};

/** A commit of the story. */
export interface Commit {
  readonly hash: string;
  /** With the line break at its end. */
  readonly message: string;
  /** ISO 8601, seconds. */
  readonly date: string;
  readonly author: JsonObject;
  readonly parents: readonly Commit[];
}

const authorOf = ({ raw, account }: Person): JsonObject => ({ type: 'author', raw, user: account });

function commit(by: Person | string, date: string, summary: string, ...parents: Commit[]): Commit {
  return {
    hash: hashOf(summary),
    message: `${summary}\n`,
    date: `${date}+00:00`,
    // A mail address without an account: Bitbucket leaves the user out.
    author: typeof by === 'string' ? { type: 'author', raw: by } : authorOf(by),
    parents,
  };
}

export const start = commit(yuki, '2026-03-02T08:12:40', 'Read the tides once a day');
/** Was there before `phase` took its place by force. */
export const attempt = commit(ines, '2026-03-03T09:12:44', 'Compute the moon', start);
export const phase = commit(ines, '2026-03-03T09:41:07', 'Compute the phase of the moon', start);
export const show = commit(ines, '2026-03-03T10:05:52', 'Show the phase beside each tide', phase);
export const rounding = commit(ines, '2026-03-04T07:58:30', 'Round the phase to whole percents', show);
export const merge = commit(
  yuki,
  '2026-03-05T15:20:31',
  'Merged in feature/moon-phases (pull request #12)',
  start,
  rounding,
);
export const typo = commit(priya, '2026-03-06T18:02:09', 'Correct a name of a harbor', start);

const robot = 'Tide importer <importer@example.com>';
const days = ['2026-03-09', '2026-03-10', '2026-03-11', '2026-03-12', '2026-03-13', '2026-03-14', '2026-03-15'];
/** More commits than Bitbucket lists, the oldest first. */
export const imports = days.reduce<readonly Commit[]>(
  (all, day) => [...all, commit(robot, `${day}T05:00:00`, `Import the tides of ${day}`, all.at(-1) ?? merge)],
  [],
);

/** Addresses of a commit, by its hash in full or cut. */
const selfAndHtml = (hash: string, name = fullName): JsonObject => ({
  self: apiUrl(`repositories/${name}/commit/${hash}`),
  html: siteUrl(`${name}/commits/${hash}`),
});

export function commitLinks({ hash, parents }: Commit): JsonObject {
  return {
    ...selfAndHtml(hash),
    diff: repositoryApi(`diff/${hash}`),
    approve: repositoryApi(`commit/${hash}/approve`),
    comments: repositoryApi(`commit/${hash}/comments`),
    statuses: repositoryApi(`commit/${hash}/statuses`),
    ...(parents.length < 2 && { patch: repositoryApi(`patch/${hash}`) }),
  };
}

/** What a branch or tag points to. */
export const target = (of: Commit): JsonObject => withLinks(of, selfAndHtml(of.hash));

/** One of the commits of a push. */
export const pushedCommit = (of: Commit): JsonObject => withLinks(of, commitLinks(of));

/** A commit as pull requests have it: 12 digits. `name`: the full name of its repository. */
export function shortCommit({ hash }: Commit, name = fullName): JsonObject {
  const short = hash.slice(0, 12);
  return { hash: short, links: selfAndHtml(short, name), type: 'commit' };
}

export const commitPage = ({ hash }: Commit) => repositorySite(`commits/${hash}`);

function withLinks({ hash, date, author, message, parents }: Commit, links: JsonObject): JsonObject {
  return {
    type: 'commit',
    hash,
    date,
    author,
    committer: {},
    message,
    summary: rendered(message),
    links,
    parents: parents.map((parent) => ({ hash: parent.hash, links: selfAndHtml(parent.hash), type: 'commit' })),
    rendered: {},
    properties: {},
  };
}
