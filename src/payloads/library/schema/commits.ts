import { anyOf, constant, dateTime, links, list, object, optional, ref, type Schema, text } from './schema';

const empty = (description: string): Schema => ({ type: 'object', description });
const hash = () => text('All 40 digits.');
const date = () => dateTime('Ends with the seconds.');

/** A commit with its text and its parents. */
const commit = (description: string, commitLinks: Schema): Schema =>
  object(
    {
      type: constant('commit'),
      hash: hash(),
      date: date(),
      author: ref('Author'),
      committer: optional(empty('Has been empty in all bodies so far. Since 2025.')),
      message: text(),
      summary: ref('Rendered', 'The message again.'),
      links: commitLinks,
      parents: list(ref('ShortCommit'), 'None for the first commit, two for a merge.'),
      rendered: empty('Has been empty in all bodies so far.'),
      properties: empty('Has been empty in all bodies so far.'),
    },
    description,
  );

/** Source: recorded bodies; what all of those since 2023 have is required. */
export const commits: Readonly<Record<string, Schema>> = {
  Rendered: object(
    {
      type: constant('rendered'),
      raw: text('As it was typed.'),
      markup: text(),
      html: text('As Bitbucket shows it.'),
    },
    'A text that people wrote.',
  ),
  Author: object(
    {
      type: constant('author'),
      raw: text('Name and mail address as git has them.'),
      user: optional(
        anyOf(['User', 'Team', 'AppUser'], 'Missing when the mail address belongs to no account of Bitbucket.'),
      ),
    },
    'Who wrote a commit.',
  ),
  ShortCommit: object({
    hash: text('The first 12 digits in pull requests, all 40 everywhere else: compare by the beginning.'),
    links: links('self', 'html'),
    type: constant('commit'),
  }),
  Commit: commit('What a branch or tag points to.', links('self', 'html')),
  PushedCommit: commit(
    'One of the commits that were pushed.',
    // There is no patch of a commit with two parents.
    links('self', 'html', 'diff', 'approve', 'comments', 'statuses', 'patch?'),
  ),
  BuiltCommit: object(
    {
      type: constant('commit'),
      hash: hash(),
      date: date(),
      author: ref('Author'),
      message: text(),
      links: links('self', 'html', 'diff', 'approve', 'comments', 'statuses', 'patch?'),
    },
    'The commit that a build reports on. There is no patch link when it has two parents.',
  ),
  CommentedCommit: object({
    hash: hash(),
    type: optional(constant('base_commit')),
    message: optional(text()),
    links: optional(empty('Was empty in all bodies.')),
  }),
};
