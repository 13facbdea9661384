import { recorded } from '../event';
import { ines, type Person, priya, yuki } from '../shared/accounts';
import { repositoryApi, repositorySite } from '../shared/invented';
import { change, type JsonObject, type PayloadFamily, repositoryAndActor, variant } from '../shared/payload';
import { repository, shortRepository } from '../shared/repositories';
import * as s from '../shared/schema';
import { rendered } from '../shared/texts';

const unseen = (): s.Schema => ({ description: 'Was null in all bodies.', type: ['object', 'null'] });

/** Source: recorded bodies of 2015 to 2018. */
const entities: Readonly<Record<string, s.Schema>> = {
  Issue: s.object({
    content: s.ref('Text'),
    kind: s.textSuchAs(['bug', 'enhancement', 'proposal', 'task']),
    repository: s.optional(s.ref('ShortRepository', 'Only when the issue was updated.')),
    links: s.links('attachments', 'self', 'watch', 'comments', 'html', 'vote'),
    reporter: s.ref('Account'),
    title: s.text(),
    component: unseen(),
    votes: s.integer(),
    watches: s.integer(),
    priority: s.textSuchAs(['trivial', 'minor', 'major', 'critical', 'blocker']),
    assignee: s.nullable(s.ref('Account'), 'Null while nobody has it.'),
    state: s.textSuchAs(['new', 'open', 'resolved', 'on hold', 'invalid', 'duplicate', 'wontfix', 'closed']),
    version: unseen(),
    edited_on: s.nullable(s.dateTime('Was null in all bodies.')),
    created_on: s.dateTime(),
    milestone: unseen(),
    updated_on: s.dateTime(),
    type: s.constant('issue'),
    id: s.integer('Unique within the repository.'),
  }),
  IssueChanges: s.object(
    {
      status: s.optional(change(() => s.text())),
      priority: s.optional(change(() => s.text())),
      content: s.optional(change(() => s.text())),
      assignee: s.optional(change(() => s.nullable(s.ref('Account')))),
      responsible: s.optional({
        ...change(() => ({ type: ['object', 'null'] })),
        description: 'The assignee again, in an older form.',
      }),
    },
    'Only what has changed is there.',
  ),
  IssueComment: s.object({
    links: s.links('self', 'html?'),
    content: s.ref('Text', 'With a change that nobody commented on, `raw` is null.'),
    created_on: s.dateTime(),
    user: s.ref('Account'),
    updated_on: s.nullable(s.dateTime('Was null in all bodies.')),
    type: s.optional(s.constant('issue_comment')),
    id: s.integer(),
  }),
};

const wish = 'Could the tables show the moon?';
const request = 'The phase of the moon would tell which tides are spring tides.';
const created = '2026-02-26T19:14:08.350629+00:00';

/** The issue at some moment; all but `updated` is as it was reported unless it says otherwise. */
interface Moment {
  readonly updated: string;
  readonly content?: string;
  readonly state?: string;
  readonly priority?: string;
  readonly assignee?: Person;
}

/** Priya’s issue, number 7. */
function issue({ updated, content = wish, state = 'new', priority = 'major', assignee }: Moment): JsonObject {
  const at = (path: string) => repositoryApi(`issues/7${path}`);
  return {
    content: rendered(content),
    kind: 'proposal',
    links: {
      attachments: at('/attachments'),
      self: at(''),
      watch: at('/watch'),
      comments: at('/comments'),
      html: repositorySite('issues/7/show-the-moon'),
      vote: at('/vote'),
    },
    reporter: priya.account,
    title: 'Show the moon',
    component: null,
    votes: 0,
    watches: 1,
    priority,
    assignee: assignee?.account ?? null,
    state,
    version: null,
    edited_on: null,
    created_on: created,
    milestone: null,
    updated_on: updated,
    type: 'issue',
    id: 7,
  };
}

/** A comment; without a text it is what comes with a change that nobody commented on. */
const comment = (id: number, by: Person, on: string, said?: string): JsonObject => ({
  links: {
    self: repositoryApi(`issues/7/comments/${id}`),
    html: repositorySite(`issues/7#comment-${id}`),
  },
  content: said === undefined ? { type: 'rendered', raw: null, markup: 'markdown', html: '' } : rendered(said),
  created_on: on,
  user: by.account,
  updated_on: null,
  type: 'issue_comment',
  id,
});

/** Only here an issue names its repository. */
function updated(id: number, by: Person, changes: JsonObject, moment: Moment): JsonObject {
  const { content, kind, ...others } = issue(moment);
  return {
    comment: comment(id, by, moment.updated),
    changes,
    issue: { content, kind, repository: shortRepository, ...others } as JsonObject,
    actor: by.account,
    repository,
  };
}

const told: Moment = { updated: '2026-02-26T19:21:40.702518+00:00', content: request };
const accepted: Moment = { ...told, updated: '2026-02-27T08:40:55.917043+00:00', state: 'open' };
const lowered: Moment = { ...accepted, updated: '2026-02-27T08:41:32.085914+00:00', priority: 'minor' };
const assigned: Moment = { ...lowered, updated: '2026-02-27T08:42:07.461330+00:00', assignee: ines };
const answered: Moment = { ...assigned, updated: '2026-02-27T09:05:18.239671+00:00' };

export const issuePayloads: PayloadFamily = {
  entities,
  payloads: {
    'issue:created': {
      schema: s.object({ issue: s.ref('Issue'), ...repositoryAndActor }),
      variants: [
        variant('reported', 'Issue reported', { issue: issue({ updated: created }), actor: priya.account, repository }),
      ],
    },
    'issue:updated': {
      schema: s.object({
        comment: s.ref('IssueComment', 'Comes with every change, also where nobody wrote one.'),
        changes: s.ref('IssueChanges'),
        issue: s.ref('Issue'),
        ...repositoryAndActor,
      }),
      variants: [
        variant('status', 'Status changed', updated(64210012, yuki, { status: { new: 'open', old: 'new' } }, accepted)),
        variant(
          'assignee',
          'Assignee changed',
          updated(64210014, yuki, { assignee: { new: ines.account, old: null } }, assigned),
          recorded(2015),
        ),
        variant(
          'priority',
          'Priority changed',
          updated(64210013, yuki, { priority: { new: 'minor', old: 'major' } }, lowered),
          recorded(2015),
        ),
        variant(
          'content',
          'Content changed',
          updated(64210011, priya, { content: { new: request, old: wish } }, told),
          recorded(2015),
        ),
      ],
    },
    'issue:comment_created': {
      schema: s.object({ comment: s.ref('IssueComment'), issue: s.ref('Issue'), ...repositoryAndActor }),
      variants: [
        variant('commented', 'Issue commented on', {
          comment: comment(64210015, ines, answered.updated, "I'll have a look."),
          issue: issue(answered),
          actor: ines.account,
          repository,
        }),
      ],
    },
  },
};
