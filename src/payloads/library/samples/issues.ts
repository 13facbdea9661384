import { recorded } from '../certainty';
import type { JsonObject } from '../json';
import { repositoryApi, repositorySite } from './addresses';
import { ines, type Person, priya, yuki } from './people';
import { rendered } from './rendered';
import { repository, shortRepository } from './repository';
import { type Variant, variant } from './variant';

const request = 'The phase of the moon would tell which tides are spring tides.';
const created = '2026-02-26T19:14:08.350629+00:00';
const later = '2026-02-27T08:40:55.917043+00:00';

interface Moment {
  readonly state?: string;
  readonly assignee?: Person;
  readonly updated?: string;
}

/** Priya’s issue, number 7, at some moment. */
function issue({ state = 'new', assignee, updated = created }: Moment = {}): JsonObject {
  const at = (path: string) => repositoryApi(`issues/7${path}`);
  return {
    content: rendered(request),
    kind: 'proposal',
    repository: shortRepository,
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
    priority: 'major',
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
const comment = (id: number, by: Person, text?: string): JsonObject => ({
  links: {
    self: repositoryApi(`issues/7/comments/${id}`),
    html: repositorySite(`issues/7#comment-${id}`),
  },
  content: text === undefined ? { raw: null, markup: 'markdown', html: '', type: 'rendered' } : rendered(text),
  created_on: later,
  user: by.account,
  updated_on: null,
  type: 'issue_comment',
  id,
});

const updated = (id: number, changes: JsonObject, moment: Moment): JsonObject => ({
  comment: comment(id, yuki),
  changes,
  issue: issue({ ...moment, updated: later }),
  actor: yuki.account,
  repository,
});

/** By event key. */
export const issueVariants: ReadonlyMap<string, readonly Variant[]> = new Map([
  ['issue:created', [variant('reported', { issue: issue(), actor: priya.account, repository })]],
  [
    'issue:updated',
    [
      variant('status', updated(64210011, { status: { new: 'open', old: 'new' } }, { state: 'open' })),
      variant(
        'assignee',
        updated(64210012, { assignee: { new: ines.account, old: null } }, { state: 'open', assignee: ines }),
        recorded(2015),
      ),
      variant('priority', updated(64210014, { priority: { new: 'major', old: 'minor' } }, {}), recorded(2015)),
      variant('content', updated(64210015, { content: { new: request, old: 'Show the moon.' } }, {}), recorded(2015)),
    ],
  ],
  [
    'issue:comment_created',
    [
      variant('commented', {
        comment: comment(64210013, ines, "I'll have a look."),
        issue: issue({ state: 'open', assignee: ines, updated: later }),
        actor: ines.account,
        repository,
      }),
    ],
  ],
]);
