import {
  boolean,
  constant,
  dateTime,
  integer,
  links,
  nullable,
  object,
  optional,
  ref,
  type Schema,
  text,
} from './schema';

const parent = () => optional(object({ id: integer(), links: optional(links('self', 'html')) }, 'Only in a reply.'));
const inline = () => optional(ref('InlinePlace', 'Only in a comment on a file.'));

/** Source: recorded bodies; those of commits and issues are of 2018 at the latest. */
export const comments: Readonly<Record<string, Schema>> = {
  InlinePlace: object(
    {
      path: text('From the root of the repository.'),
      from: nullable(integer('The line in the old version; null where the line is new or the whole file is meant.')),
      to: nullable(integer('The line in the new version; null where the line was removed or the whole file is meant.')),
      outdated: optional(boolean('Whether the file has changed there since.')),
      context_lines: optional(text('The lines around it, empty where none are given.')),
    },
    'Where in a file a comment stands.',
  ),
  PullRequestComment: object({
    id: integer(),
    created_on: dateTime(),
    updated_on: dateTime('A little later than `created_on` even in a comment that nobody has changed.'),
    content: ref('Rendered', 'Both `raw` and `html` are empty once the comment is deleted.'),
    user: ref('Account'),
    deleted: boolean(),
    parent: parent(),
    inline: inline(),
    pending: optional(boolean('Since 2025.')),
    type: constant('pullrequest_comment'),
    links: links('self', 'html', 'code?'),
    pullrequest: ref('ShortPullRequest'),
  }),
  CommitComment: object({
    id: integer(),
    created_on: dateTime(),
    updated_on: dateTime(),
    content: ref('Text'),
    user: ref('Account'),
    parent: parent(),
    inline: inline(),
    links: links('self', 'html'),
    commit: object({
      hash: text('All 40 digits.'),
      links: links('self', 'html'),
      type: constant('commit'),
    }),
  }),
  IssueComment: object({
    links: links('self', 'html?'),
    content: ref('Text', 'With a change that nobody commented on, `raw` is null.'),
    created_on: dateTime(),
    user: ref('Account'),
    updated_on: nullable(dateTime('Was null in all bodies.')),
    type: optional(constant('issue_comment')),
    id: integer(),
  }),
  Text: object(
    {
      type: optional(constant('rendered')),
      raw: nullable(text('As it was typed; null where no text was written.')),
      markup: text(),
      html: text('As Bitbucket shows it.'),
    },
    'A text that people wrote, in events of which only older bodies are known.',
  ),
};
