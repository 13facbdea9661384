// What somebody writes who handles webhooks: only `bitbucket-webhooks.d.ts` comes from the extension.
import express, { type Express } from 'express';
import type { BitbucketWebhook } from './bitbucket-webhooks';

/** An app that answers each delivery with one line about it. */
export function createApp(): Express {
  const app = express();
  app.post('/webhook', express.json({ limit: '1mb' }), (request, response) => {
    const webhook = { eventKey: request.get('X-Event-Key'), payload: request.body as unknown } as BitbucketWebhook;
    response.send(summaryOf(webhook));
  });
  return app;
}

function summaryOf(webhook: BitbucketWebhook): string {
  switch (webhook.eventKey) {
    case 'repo:push': {
      const { actor, push, repository } = webhook.payload;
      const refs = push.changes.map((change) => {
        const ref = change.new ?? change.old;
        return `${ref?.type ?? 'UNKNOWN'} ${ref?.name ?? 'UNKNOWN'} ${change.new?.target.hash ?? 'deleted'} +${change.commits?.length ?? 0}`;
      });
      return `${actor.display_name} pushed to ${repository.full_name}: ${refs.join(', ')}`;
    }
    case 'repo:commit_status_created':
    case 'repo:commit_status_updated': {
      const { commit, refname, state } = webhook.payload.commit_status;
      return `build of ${refname ?? commit.hash}: ${state}`;
    }
    case 'repo:commit_comment_created':
      return `${webhook.payload.comment.user.display_name} on ${webhook.payload.commit.hash}`;
    case 'repo:updated':
      return `changed: ${Object.keys(webhook.payload.changes).join(', ')}`;
    case 'repo:fork':
      return `${webhook.payload.repository.full_name} is forked as ${webhook.payload.fork.full_name}`;
    case 'pullrequest:fulfilled':
      return `merged as ${webhook.payload.pullrequest.merge_commit.hash} by ${webhook.payload.pullrequest.closed_by.display_name}`;
    case 'pullrequest:rejected':
      return `declined by ${webhook.payload.pullrequest.closed_by.display_name}: ${webhook.payload.pullrequest.reason}`;
    case 'pullrequest:approved':
    case 'pullrequest:unapproved':
      return `approval of ${webhook.payload.approval.user.display_name}`;
    case 'pullrequest:changes_request_created':
    case 'pullrequest:changes_request_removed':
      return `changes request of ${webhook.payload.changes_request.user.display_name}`;
    case 'pullrequest:created':
    case 'pullrequest:updated': {
      const { source, destination, draft = false, id } = webhook.payload.pullrequest;
      return `#${id} ${source.branch.name} → ${destination.branch.name}${draft ? ' (draft)' : ''}`;
    }
    case 'pullrequest:comment_created':
    case 'pullrequest:comment_updated':
    case 'pullrequest:comment_deleted':
    case 'pullrequest:comment_resolved':
    case 'pullrequest:comment_reopened': {
      const { content, deleted, inline } = webhook.payload.comment;
      return `comment ${deleted ? 'deleted' : content.raw} ${inline?.path ?? ''}`;
    }
    case 'issue:created':
    case 'issue:updated':
    case 'issue:comment_created':
      return `issue ${webhook.payload.issue.title} of ${webhook.payload.issue.assignee?.display_name ?? 'nobody'}`;
    case 'pipeline:span_created':
      return webhook.payload.resourceSpans
        .flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans.map(({ name }) => name)))
        .join();
    case 'repo:created':
    case 'repo:deleted':
    case 'repo:transfer':
      return `${webhook.eventKey} ${webhook.payload.repository.full_name}`;
    default:
      return `${webhook.eventKey}, of which nobody knows more`;
  }
}
