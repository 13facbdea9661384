import { list, object, optional, ref, type Schema } from './schema';

/** Nobody has published a body: anything goes, and nothing is made up. */
const unknown = (): Schema => ({ type: 'object', additionalProperties: true });

const repositoryAndActor = { repository: ref('Repository'), actor: ref('Account', 'Who did it.') };
const pullRequest = (entity = 'PullRequest') => ({ ...repositoryAndActor, pullrequest: ref(entity) });
const verdict = (name: string) => object({ ...pullRequest(), [name]: ref('ReviewMark') });
const pullRequestComment = () => object({ ...pullRequest(), comment: ref('PullRequestComment') });
const commitStatus = () => object({ ...repositoryAndActor, commit_status: ref('CommitStatus') });

/** The body of each event. Names in the order in which Bitbucket writes them. */
export const payloads: ReadonlyMap<string, Schema> = new Map([
  ['repo:push', object({ push: ref('Push'), ...repositoryAndActor })],
  ['repo:fork', object({ fork: ref('Fork'), ...repositoryAndActor })],
  ['repo:updated', object({ changes: ref('RepositoryChanges'), ...repositoryAndActor })],
  [
    'repo:transfer',
    object({
      previous_owner: optional(ref('Account', 'Who had the repository before, in a body of 2017.')),
      previous_workspace: optional({
        description: 'Read by a program of 2026 in the place of `previous_owner`; no body with it has been published.',
        type: 'object',
        additionalProperties: true,
      }),
      ...repositoryAndActor,
    }),
  ],
  ['repo:created', object(repositoryAndActor)],
  ['repo:deleted', object(repositoryAndActor)],
  ['repo:imported', unknown()],
  [
    'repo:commit_comment_created',
    object({ comment: ref('CommitComment'), commit: ref('CommentedCommit'), ...repositoryAndActor }),
  ],
  ['repo:commit_status_created', commitStatus()],
  ['repo:commit_status_updated', commitStatus()],
  ['issue:created', object({ issue: ref('Issue'), ...repositoryAndActor })],
  [
    'issue:updated',
    object({
      comment: ref('IssueComment', 'Comes with every change, also where nobody wrote one.'),
      changes: ref('IssueChanges'),
      issue: ref('Issue'),
      ...repositoryAndActor,
    }),
  ],
  ['issue:comment_created', object({ comment: ref('IssueComment'), issue: ref('Issue'), ...repositoryAndActor })],
  ['pullrequest:created', object(pullRequest('OpenPullRequest'))],
  [
    'pullrequest:updated',
    object(
      pullRequest(),
      "Doesn't say what has changed (title, commits, draft, reviewers or more): compare it with what you knew.",
    ),
  ],
  ['pullrequest:approved', verdict('approval')],
  ['pullrequest:unapproved', verdict('approval')],
  ['pullrequest:changes_request_created', verdict('changes_request')],
  ['pullrequest:changes_request_removed', verdict('changes_request')],
  ['pullrequest:fulfilled', object(pullRequest('MergedPullRequest'))],
  ['pullrequest:rejected', object(pullRequest('DeclinedPullRequest'))],
  ['pullrequest:comment_created', pullRequestComment()],
  [
    'pullrequest:comment_updated',
    {
      ...pullRequestComment(),
      description: 'Comes if ten minutes have passed since the comment was made or last changed.',
    },
  ],
  ['pullrequest:comment_deleted', pullRequestComment()],
  ['pullrequest:comment_resolved', pullRequestComment()],
  ['pullrequest:comment_reopened', pullRequestComment()],
  ['pullrequest:push', unknown()],
  ['pipeline:span_created', object({ resourceSpans: list(ref('ResourceSpans')) })],
  ['project:updated', unknown()],
]);
