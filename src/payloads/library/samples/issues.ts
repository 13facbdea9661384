import { recorded } from '../certainty';
import type { JsonObject } from '../json';
import { repositoryApi, repositorySite } from './addresses';
import { ines, type Person, priya, yuki } from './people';
import { rendered } from './rendered';
import { repository, shortRepository } from './repository';
import { type Variant, variant } from './variant';

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
const comment = (id: number, by: Person, on: string, text?: string): JsonObject => ({
  links: {
    self: repositoryApi(`issues/7/comments/${id}`),
    html: repositorySite(`issues/7#comment-${id}`),
  },
  content: text === undefined ? { type: 'rendered', raw: null, markup: 'markdown', html: '' } : rendered(text),
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

/** By event key. */
export const issueVariants: ReadonlyMap<string, readonly Variant[]> = new Map([
  ['issue:created', [variant('reported', { issue: issue({ updated: created }), actor: priya.account, repository })]],
  [
    'issue:updated',
    [
      variant('status', updated(64210012, yuki, { status: { new: 'open', old: 'new' } }, accepted)),
      variant(
        'assignee',
        updated(64210014, yuki, { assignee: { new: ines.account, old: null } }, assigned),
        recorded(2015),
      ),
      variant(
        'priority',
        updated(64210013, yuki, { priority: { new: 'minor', old: 'major' } }, lowered),
        recorded(2015),
      ),
      variant('content', updated(64210011, priya, { content: { new: request, old: wish } }, told), recorded(2015)),
    ],
  ],
  [
    'issue:comment_created',
    [
      variant('commented', {
        comment: comment(64210015, ines, answered.updated, "I'll have a look."),
        issue: issue(answered),
        actor: ines.account,
        repository,
      }),
    ],
  ],
]);
