/** What is done with an event: what is taken out of its body, and the code that uses it. */
interface Branch {
  readonly takes: string;
  readonly code: string;
}

const withPullRequest = (takes: string, text: string): Branch => ({
  takes: `{ pullrequest, ${takes} }`,
  code: `console.log(\`#\${pullrequest.id} ${text}\`);`,
});

const comment = (deed: string): Branch =>
  withPullRequest('comment, actor', `\${actor.display_name} ${deed} comment \${comment.id}`);

const written: Branch = {
  takes: '{ pullrequest, comment }',
  code: `
// Only comments on a file have \`inline\`, only replies have \`parent\`.
const place = comment.inline?.path ?? 'the whole';
const { user, content } = comment;
console.log(\`#\${pullrequest.id} \${user.display_name} on \${place}: \${content.raw}\`);`,
};

const buildStatus: Branch = {
  takes: '{ commit_status, repository }',
  code: `
// Null where the build was of no branch.
const branch = commit_status.refname ?? 'no branch';
console.log(
  \`\${repository.full_name} (\${branch}): \${commit_status.name} is \${commit_status.state}, \${commit_status.url}\`,
);`,
};

/** A line or two for each event that use what its body is there for. The same in TypeScript and JavaScript. */
export const branches: Readonly<Record<string, Branch>> = {
  'repo:push': {
    takes: '{ push, repository }',
    code: `
for (const change of push.changes) {
  if (change.new === null) {
    // Deleted: what it was is in \`old\`.
    console.log(\`\${repository.full_name}: \${change.old?.type} \${change.old?.name} is gone\`);
  } else if (change.new.type === 'tag') {
    console.log(\`\${repository.full_name}: tag \${change.new.name} at \${change.new.target.hash}\`);
  } else {
    // The newest five commits at most.
    const commits = change.commits ?? [];
    console.log(
      \`\${repository.full_name}: branch \${change.new.name} at \${change.new.target.hash}, \${commits.length} commits\`,
    );
  }
}`,
  },
  'repo:fork': {
    takes: '{ fork, repository }',
    code: 'console.log(`${repository.full_name} was forked as ${fork.full_name}`);',
  },
  'repo:updated': {
    takes: '{ changes, repository }',
    code: `
// Only what was changed is there.
if (changes.full_name) {
  console.log(\`\${changes.full_name.old} is \${changes.full_name.new} now\`);
}
console.log(\`\${repository.full_name}: \${Object.keys(changes).join(', ')}\`);`,
  },
  'repo:transfer': {
    takes: '{ repository }',
    code: 'console.log(`${repository.full_name} belongs to ${repository.workspace.name} now`);',
  },
  'repo:created': {
    takes: '{ repository, actor }',
    code: 'console.log(`${actor.display_name} created ${repository.full_name}`);',
  },
  'repo:deleted': {
    takes: '{ repository, actor }',
    code: 'console.log(`${actor.display_name} deleted ${repository.full_name}`);',
  },
  'repo:commit_comment_created': {
    takes: '{ comment, commit }',
    code: "console.log(`${comment.user.display_name} on ${commit.hash}: ${comment.content.raw ?? ''}`);",
  },
  'repo:commit_status_created': buildStatus,
  'repo:commit_status_updated': buildStatus,
  'issue:created': {
    takes: '{ issue, repository }',
    code: 'console.log(`${repository.full_name}: issue ${issue.id} ${issue.title}`);',
  },
  'issue:updated': {
    takes: '{ issue, changes }',
    code: "console.log(`Issue ${issue.id}: ${Object.keys(changes).join(', ')}`);",
  },
  'issue:comment_created': {
    takes: '{ issue, comment }',
    code: "console.log(`Issue ${issue.id}, ${comment.user.display_name}: ${comment.content.raw ?? ''}`);",
  },
  'pullrequest:created': {
    takes: '{ pullrequest }',
    code: `
const { id, title, source, destination } = pullrequest;
console.log(\`#\${id} \${title}: \${source.branch.name} into \${destination.branch.name}\`);`,
  },
  'pullrequest:updated': {
    takes: '{ pullrequest }',
    code: `
// A push, a new title, other reviewers, draft on and off: it isn't said which of them it was.
const { id, title, source } = pullrequest;
console.log(\`#\${id} \${title} is at \${source.commit?.hash ?? 'no commit'}\`);`,
  },
  'pullrequest:approved': withPullRequest('approval', 'was approved by ${approval.user.display_name}'),
  'pullrequest:unapproved': withPullRequest('approval', 'is no longer approved by ${approval.user.display_name}'),
  'pullrequest:changes_request_created': withPullRequest(
    'changes_request',
    'needs changes, says ${changes_request.user.display_name}',
  ),
  'pullrequest:changes_request_removed': withPullRequest(
    'changes_request',
    'has what ${changes_request.user.display_name} asked for',
  ),
  'pullrequest:fulfilled': {
    takes: '{ pullrequest }',
    code: `
const { id, merge_commit, destination } = pullrequest;
console.log(\`#\${id} was merged into \${destination.branch.name} as \${merge_commit.hash}\`);`,
  },
  'pullrequest:rejected': {
    takes: '{ pullrequest }',
    code: `
const { id, closed_by, reason } = pullrequest;
console.log(\`#\${id} was declined by \${closed_by.display_name}: \${reason}\`);`,
  },
  'pullrequest:comment_created': written,
  'pullrequest:comment_updated': written,
  // What it said is gone: its text is empty.
  'pullrequest:comment_deleted': comment('deleted'),
  'pullrequest:comment_resolved': comment('resolved'),
  'pullrequest:comment_reopened': comment('reopened'),
  'pipeline:span_created': {
    takes: '{ resourceSpans }',
    code: `
const scopes = resourceSpans.flatMap(({ scopeSpans }) => scopeSpans);
for (const { name, attributes } of scopes.flatMap(({ spans }) => spans)) {
  const result = attributes.find(({ key }) => key.endsWith('.state.result.name'));
  console.log(\`\${name}: \${result?.value.stringValue ?? 'no result'}\`);
}`,
  },
};
