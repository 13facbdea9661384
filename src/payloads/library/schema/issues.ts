import {
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
  textSuchAs,
} from './schema';

const unseen = (): Schema => ({ description: 'Was null in all bodies.', type: ['object', 'null'] });

/** One change: what it was and what it is. */
const change = (value: () => Schema): Schema => object({ old: value(), new: value() });

/** Source: recorded bodies of 2015 to 2018. */
export const issues: Readonly<Record<string, Schema>> = {
  Issue: object({
    content: ref('Text'),
    kind: textSuchAs(['bug', 'enhancement', 'proposal', 'task']),
    repository: optional(ref('ShortRepository', 'Only when the issue was updated.')),
    links: links('attachments', 'self', 'watch', 'comments', 'html', 'vote'),
    reporter: ref('Account'),
    title: text(),
    component: unseen(),
    votes: integer(),
    watches: integer(),
    priority: textSuchAs(['trivial', 'minor', 'major', 'critical', 'blocker']),
    assignee: nullable(ref('Account'), 'Null while nobody has it.'),
    state: textSuchAs(['new', 'open', 'resolved', 'on hold', 'invalid', 'duplicate', 'wontfix', 'closed']),
    version: unseen(),
    edited_on: nullable(dateTime('Was null in all bodies.')),
    created_on: dateTime(),
    milestone: unseen(),
    updated_on: dateTime(),
    type: constant('issue'),
    id: integer('Unique within the repository.'),
  }),
  IssueChanges: object(
    {
      status: optional(change(() => text())),
      priority: optional(change(() => text())),
      content: optional(change(() => text())),
      assignee: optional(change(() => nullable(ref('Account')))),
      responsible: optional({
        ...change(() => ({ type: ['object', 'null'] })),
        description: 'The assignee again, in an older form.',
      }),
    },
    'Only what has changed is there.',
  ),
};
