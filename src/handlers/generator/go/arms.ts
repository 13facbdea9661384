/** One line of the log: its text, and values by name. */
const logged = (text: string, ...values: readonly string[]): string =>
  `slog.InfoContext(ctx, "${text}", ${values.join(', ')})`;

const id = '"id", payload.PullRequest.ID';
const repository = '"repository", payload.Repository.FullName';
const actor = '"by", payload.Actor.DisplayName';
const comment = (deed: string): string => logged(`comment ${deed}`, id, '"comment", payload.Comment.ID', actor);

const written = `
// Only comments on a file have Inline, only replies have Parent.
place := "the whole"
if payload.Comment.Inline != nil {
	place = payload.Comment.Inline.Path
}
comment := payload.Comment
${logged('comment', id, '"on", place', '"by", comment.User.DisplayName', '"text", comment.Content.Raw')}`;

const buildStatus = `
// nil where the build was of no branch.
branch := "no branch"
if payload.CommitStatus.Refname != nil {
	branch = *payload.CommitStatus.Refname
}
status := payload.CommitStatus
${logged('build', repository, '"branch", branch', '"name", status.Name', '"state", status.State', '"url", status.URL')}`;

/** The text of a comment that may have none. */
const textOf = (value: string): string => `
text := ""
if ${value} != nil {
	text = *${value}
}`;

/** A few lines for each event that use what its body is there for. */
export const arms: Readonly<Record<string, string>> = {
  'repo:push': `
repository := payload.Repository.FullName
for _, change := range payload.Push.Changes {
	switch {
	case change.New == nil && change.Old == nil:
		// Bitbucket doesn't say what it was.
	case change.New == nil:
		// Deleted: what it was is in Old.
		${logged('deleted', '"repository", repository', '"type", change.Old.Type', '"name", change.Old.Name')}
	case change.New.Type == "tag":
		${logged('tag', '"repository", repository', '"name", change.New.Name', '"commit", change.New.Target.Hash')}
	default:
		// The newest five commits at most.
		commits := len(change.Commits)
		name, commit := change.New.Name, change.New.Target.Hash
		${logged('branch', '"repository", repository', '"name", name', '"commit", commit', '"commits", commits')}
	}
}`,
  'repo:fork': logged('forked', repository, '"as", payload.Fork.FullName'),
  'repo:updated': `
// Only what was changed is there.
if name := payload.Changes.FullName; name != nil {
	${logged('renamed', '"from", name.Old', '"to", name.New')}
}
if description := payload.Changes.Description; description != nil {
	${logged('described anew', repository, '"description", description.New')}
}`,
  'repo:transfer': logged('transferred', repository, '"to", payload.Repository.Workspace.Name'),
  'repo:created': logged('created', repository, actor),
  'repo:deleted': logged('deleted', repository, actor),
  'repo:commit_comment_created': `${textOf('payload.Comment.Content.Raw')}
${logged('comment', '"commit", payload.Commit.Hash', '"by", payload.Comment.User.DisplayName', '"text", text')}`,
  'repo:commit_status_created': buildStatus,
  'repo:commit_status_updated': buildStatus,
  'issue:created': logged('issue created', repository, '"id", payload.Issue.ID', '"title", payload.Issue.Title'),
  'issue:updated': `
// Only what was changed is there.
if status := payload.Changes.Status; status != nil {
	${logged('issue updated', '"id", payload.Issue.ID', '"from", status.Old', '"to", status.New')}
}`,
  'issue:comment_created': `${textOf('payload.Comment.Content.Raw')}
${logged('comment', '"issue", payload.Issue.ID', '"by", payload.Comment.User.DisplayName', '"text", text')}`,
  'pullrequest:created': `
pr := payload.PullRequest
from, into := pr.Source.Branch.Name, pr.Destination.Branch.Name
${logged('pull request created', '"id", pr.ID', '"title", pr.Title', '"from", from', '"into", into')}`,
  'pullrequest:updated': `
// A push, a new title, other reviewers, draft on and off: it isn't said which of them it was.
commit := "no commit"
if payload.PullRequest.Source.Commit != nil {
	commit = payload.PullRequest.Source.Commit.Hash
}
${logged('pull request updated', id, '"title", payload.PullRequest.Title', '"commit", commit')}`,
  'pullrequest:approved': logged('pull request approved', id, '"by", payload.Approval.User.DisplayName'),
  'pullrequest:unapproved': logged('approval taken back', id, '"by", payload.Approval.User.DisplayName'),
  'pullrequest:changes_request_created': logged(
    'changes requested',
    id,
    '"by", payload.ChangesRequest.User.DisplayName',
  ),
  'pullrequest:changes_request_removed': logged(
    'request for changes taken back',
    id,
    '"by", payload.ChangesRequest.User.DisplayName',
  ),
  'pullrequest:fulfilled': `
pr := payload.PullRequest
into := pr.Destination.Branch.Name
${logged('pull request merged', '"id", pr.ID', '"into", into', '"commit", pr.MergeCommit.Hash')}`,
  'pullrequest:rejected': `
pr := payload.PullRequest
${logged('pull request declined', '"id", pr.ID', '"by", pr.ClosedBy.DisplayName', '"reason", pr.Reason')}`,
  'pullrequest:comment_created': written,
  'pullrequest:comment_updated': written,
  // What it said is gone: its text is empty.
  'pullrequest:comment_deleted': comment('deleted'),
  'pullrequest:comment_resolved': comment('resolved'),
  'pullrequest:comment_reopened': comment('reopened'),
  'pipeline:span_created': `
for _, resource := range payload.ResourceSpans {
	for _, scope := range resource.ScopeSpans {
		for _, span := range scope.Spans {
			result := "no result"
			for _, attribute := range span.Attributes {
				isResult := strings.HasSuffix(attribute.Key, ".state.result.name")
				if isResult && attribute.Value.StringValue != nil {
					result = *attribute.Value.StringValue
				}
			}
			${logged('span', '"name", span.Name', '"result", result')}
		}
	}
}`,
};
