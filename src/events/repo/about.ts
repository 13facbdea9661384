import { type EventFamily, inferred, recorded, unknown } from '../event';

const namesNoPullRequest = 'A build names no pull request: look for those with its commit.';

export const repo: EventFamily = {
  category: 'Repository',
  heading: 'Repository-events',
  events: {
    'repo:push': {
      label: 'Push',
      description: 'Whenever a repository push occurs',
      meaning:
        'Sent when commits, branches or tags are pushed, and when a branch or tag is created or deleted. It lists at most 5 commits of each change.',
      ...recorded(2025),
      words: ['pushed'],
      searchTerms: [
        'branch created',
        'branch deleted',
        'branch updated',
        'tag created',
        'tag deleted',
        'tag pushed',
        'commit pushed',
        'new commit',
        'code pushed',
        'force push',
        'rebase',
      ],
      dataCenter: ['repo:refs_changed'],
      connect: ['repo:branch_created', 'repo:branch_deleted'],
      heading: 'Push',
    },
    'repo:fork': {
      label: 'Fork',
      description: 'Whenever a repository fork occurs',
      meaning: 'Sent when the repository is forked.',
      note: 'The fork had more names in 2017, and has fewer in the documentation: rely on little.',
      ...recorded(2017),
      words: ['forked'],
      dataCenter: ['repo:forked'],
      heading: 'Fork',
    },
    'repo:updated': {
      label: 'Updated',
      meaning: 'Sent when the repository’s name, description, website or language changes.',
      ...recorded(2018),
      searchTerms: ['renamed', 'description changed'],
      dataCenter: ['repo:modified'],
    },
    'repo:transfer': {
      label: 'Transfer accepted',
      description: 'Whenever a repository transfer is accepted',
      meaning: 'Sent when the transfer of a repository to another workspace is accepted.',
      note: 'A program of 2026 reads previous_workspace instead of previous_owner: expect either.',
      ...recorded(2017),
      searchTerms: ['moved', 'ownership'],
    },
    'repo:created': {
      meaning: 'Sent when a repository is created in the workspace.',
      ...inferred,
    },
    'repo:deleted': {
      meaning: 'Sent when a repository is deleted.',
      ...inferred,
    },
    'repo:imported': {
      label: 'Import',
      description: 'Whenever a repository import occurs',
      meaning: 'Sent when a repository is imported into the workspace.',
      ...unknown,
    },
    'repo:commit_comment_created': {
      label: 'Commit comment created',
      meaning:
        'Sent when someone comments on a commit. Comments on pull requests come with pullrequest:comment_created.',
      ...recorded(2017),
      dataCenter: ['repo:comment:added'],
    },
    'repo:commit_status_created': {
      label: 'Build status created',
      meaning: 'Sent when a build, or another tool, first reports a status of a commit. It names no pull request.',
      note: namesNoPullRequest,
      ...recorded(2025),
      words: ['build:status', 'build:status_created'],
      searchTerms: ['build started', 'build in progress', 'ci', 'status check', 'pipeline status', 'pipeline started'],
      heading: 'Build-status-created',
    },
    'repo:commit_status_updated': {
      label: 'Build status updated',
      meaning:
        'Sent when a status of a commit changes, for example from INPROGRESS to SUCCESSFUL or FAILED. It names no pull request.',
      note: namesNoPullRequest,
      ...recorded(2025),
      words: ['build:status', 'build:status_updated'],
      searchTerms: [
        'build finished',
        'build failed',
        'build passed',
        'ci',
        'status check',
        'pipeline status',
        'pipeline finished',
        'pipeline failed',
      ],
      heading: 'Build-status-updated',
    },
  },
};
