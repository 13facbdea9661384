/**
 * What each event means, in our words: Bitbucket's own are known of few, and say little. Written after its
 * documentation and after public deliveries (November 2026), with what people get wrong. English is also what
 * assistants are given; `presentation/eventMeaning.ts` has it in the user's language.
 */
export const meanings: ReadonlyMap<string, string> = new Map([
  [
    'repo:push',
    'Sent when commits, branches or tags are pushed, and when a branch or tag is created or deleted. It lists at most 5 commits of each change.',
  ],
  ['repo:fork', 'Sent when the repository is forked.'],
  ['repo:updated', 'Sent when the repository’s name, description, website or language changes.'],
  [
    'repo:commit_comment_created',
    'Sent when someone comments on a commit. Comments on pull requests come with pullrequest:comment_created.',
  ],
  [
    'repo:commit_status_created',
    'Sent when a build, or another tool, first reports a status of a commit. It names no pull request.',
  ],
  [
    'repo:commit_status_updated',
    'Sent when a status of a commit changes, for example from INPROGRESS to SUCCESSFUL or FAILED. It names no pull request.',
  ],
  [
    'issue:created',
    'Sent when an issue is created. Bitbucket removed its issue tracker in August 2026, so it may never come again.',
  ],
  [
    'issue:updated',
    'Sent when an issue changes. Bitbucket removed its issue tracker in August 2026, so it may never come again.',
  ],
  [
    'issue:comment_created',
    'Sent when someone comments on an issue. Bitbucket removed its issue tracker in August 2026, so it may never come again.',
  ],
  ['pullrequest:created', 'Sent when a pull request is opened.'],
  [
    'pullrequest:updated',
    'Sent when a pull request changes: its title, description, reviewers or destination, draft on or off, or by a push to its branch. It doesn’t say which of these.',
  ],
  ['pullrequest:approved', 'Sent when someone approves a pull request, asked as a reviewer or not.'],
  ['pullrequest:unapproved', 'Sent when someone withdraws an approval. Its date is that of the approval.'],
  ['pullrequest:changes_request_created', 'Sent when someone requests changes to a pull request.'],
  ['pullrequest:changes_request_removed', 'Sent when someone withdraws a request for changes.'],
  ['pullrequest:fulfilled', 'Sent when a pull request is merged. No event is called “merged”.'],
  ['pullrequest:rejected', 'Sent when a pull request is declined. No event is called “declined”.'],
  [
    'pullrequest:comment_created',
    'Sent when someone comments on a pull request, also on a line or in reply. Tasks and likes send nothing.',
  ],
  [
    'pullrequest:comment_updated',
    'Sent when a comment on a pull request is edited, but not within 10 minutes after it was written or edited last.',
  ],
  ['pullrequest:comment_deleted', 'Sent when a comment on a pull request is deleted. Its text is empty then.'],
  ['pullrequest:comment_resolved', 'Sent when a comment thread on a pull request is resolved.'],
  ['pullrequest:comment_reopened', 'Sent when a resolved comment thread on a pull request is opened again.'],
  [
    'pipeline:span_created',
    'Sent with OpenTelemetry traces of a pipeline run, its steps and commands. It names neither actor nor repository.',
  ],
  ['repo:imported', 'Sent when a repository is imported into the workspace.'],
  ['repo:transfer', 'Sent when the transfer of a repository to another workspace is accepted.'],
  ['repo:created', 'Sent when a repository is created in the workspace.'],
  ['repo:deleted', 'Sent when a repository is deleted.'],
  [
    'pullrequest:push',
    'Sent, by its name, when commits are pushed to a pull request’s branch. In all deliveries that are public, such a push arrives as pullrequest:updated.',
  ],
  ['project:updated', 'Sent, by its name, when a project of the workspace changes. No delivery of it is public.'],
]);
