import { type EventFamily, inferred, recorded, unknown } from '../event';

const resolution = 'Whether the comment says by whom and when it was resolved is not known.';
/** Neither tells which of the four has happened. */
const reviewerStatus = {
  forge: 'avi:bitbucket:updated:pullrequest-reviewer-status',
  pipelines: ['pullrequest-reviewer-status-updated'],
};

export const pullrequest: EventFamily = {
  category: 'Pull Request',
  heading: 'Pull-request-events',
  events: {
    'pullrequest:created': {
      label: 'Created',
      meaning: 'Sent when a pull request is opened.',
      ...recorded(2025),
      words: ['opened', 'open'],
      dataCenter: ['pr:opened'],
      forge: 'avi:bitbucket:created:pullrequest',
      pipelines: ['pullrequest-created', 'pullrequest-push'],
    },
    'pullrequest:updated': {
      label: 'Updated',
      meaning:
        'Sent when a pull request changes: its title, description, reviewers or destination, draft on or off, or by a push to its branch. It doesn’t say which of these.',
      note: 'The body does not say what has changed: compare it with what you knew.',
      ...recorded(2026),
      words: ['synchronize', 'reviewer_added', 'updatedbutnopush'],
      dataCenter: ['pr:to_ref_updated', 'pr:modified', 'pr:reviewer:updated'],
      forge: 'avi:bitbucket:updated:pullrequest',
      pipelines: ['pullrequest-updated'],
    },
    'pullrequest:approved': {
      label: 'Approved',
      description: 'When someone has approved a pull request',
      meaning: 'Sent when someone approves a pull request, asked as a reviewer or not.',
      ...recorded(2025),
      dataCenter: ['pr:reviewer:approved'],
      ...reviewerStatus,
      heading: 'Approved',
    },
    'pullrequest:unapproved': {
      label: 'Approval removed',
      meaning: 'Sent when someone withdraws an approval. Its date is that of the approval.',
      ...recorded(2025),
      words: ['unapproval_removed', 'approval_removed'],
      dataCenter: ['pr:reviewer:unapproved'],
      ...reviewerStatus,
      heading: 'Approval-removed',
    },
    'pullrequest:changes_request_created': {
      label: 'Changes Request created',
      meaning: 'Sent when someone requests changes to a pull request.',
      ...recorded(2025),
      words: ['changes_requested'],
      dataCenter: ['pr:reviewer:changes_requested', 'pr:reviewer:needs_work'],
      ...reviewerStatus,
    },
    'pullrequest:changes_request_removed': {
      label: 'Changes Request removed',
      meaning: 'Sent when someone withdraws a request for changes.',
      ...recorded(2025),
      ...reviewerStatus,
    },
    'pullrequest:fulfilled': {
      label: 'Merged',
      meaning: 'Sent when a pull request is merged. No event is called “merged”.',
      ...recorded(2025),
      words: ['merged', 'merge', 'closed', 'fullfilled'],
      dataCenter: ['pr:merged'],
      forge: 'avi:bitbucket:fulfilled:pullrequest',
      pipelines: ['pullrequest-fulfilled'],
      heading: 'Merged',
    },
    'pullrequest:rejected': {
      label: 'Declined',
      meaning: 'Sent when a pull request is declined. No event is called “declined”.',
      ...recorded(2025),
      words: ['declined', 'closed'],
      dataCenter: ['pr:declined'],
      forge: 'avi:bitbucket:rejected:pullrequest',
      pipelines: ['pullrequest-rejected'],
      heading: 'Declined',
    },
    'pullrequest:comment_created': {
      label: 'Comment created',
      meaning:
        'Sent when someone comments on a pull request, also on a line or in reply. Tasks and likes send nothing.',
      ...recorded(2025),
      words: ['comment', 'commented', 'comment_added'],
      dataCenter: ['pr:comment:added'],
      forge: 'avi:bitbucket:created:pullrequest-comment',
    },
    'pullrequest:comment_updated': {
      label: 'Comment updated',
      meaning:
        'Sent when a comment on a pull request is edited, but not within 10 minutes after it was written or edited last.',
      note: 'It comes only if ten minutes have passed since the comment was made or last changed.',
      ...recorded(2020),
      dataCenter: ['pr:comment:edited'],
      forge: 'avi:bitbucket:updated:pullrequest-comment',
      heading: 'Comment-updated',
    },
    'pullrequest:comment_deleted': {
      label: 'Comment deleted',
      meaning: 'Sent when a comment on a pull request is deleted. Its text is empty then.',
      ...recorded(2022),
      dataCenter: ['pr:comment:deleted'],
      forge: 'avi:bitbucket:deleted:pullrequest-comment',
      heading: 'Comment-deleted',
    },
    'pullrequest:comment_resolved': {
      label: 'Comment resolved',
      meaning: 'Sent when a comment thread on a pull request is resolved.',
      note: resolution,
      ...inferred,
      forge: 'avi:bitbucket:resolved:pullrequest-comment',
    },
    'pullrequest:comment_reopened': {
      label: 'Comment reopened',
      meaning: 'Sent when a resolved comment thread on a pull request is opened again.',
      note: resolution,
      ...inferred,
      forge: 'avi:bitbucket:reopened:pullrequest-comment',
    },
    'pullrequest:push': {
      meaning:
        'Sent, by its name, when commits are pushed to a pull request’s branch. In all deliveries that are public, such a push arrives as pullrequest:updated.',
      ...unknown,
      words: ['synchronize', 'push_commit'],
      dataCenter: ['pr:from_ref_updated'],
      pipelines: ['pullrequest-push'],
    },
  },
};
