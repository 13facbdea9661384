const page = 'https://support.atlassian.com/bitbucket-cloud/docs/event-payloads/';

/** Headings of Atlassian's page that come once; the others are counted, and their numbers have changed. */
const headings = new Map([
  ['repo:push', 'Push'],
  ['repo:fork', 'Fork'],
  ['repo:commit_status_created', 'Build-status-created'],
  ['repo:commit_status_updated', 'Build-status-updated'],
  ['pullrequest:approved', 'Approved'],
  ['pullrequest:unapproved', 'Approval-removed'],
  ['pullrequest:fulfilled', 'Merged'],
  ['pullrequest:rejected', 'Declined'],
  ['pullrequest:comment_updated', 'Comment-updated'],
  ['pullrequest:comment_deleted', 'Comment-deleted'],
]);
const sections = new Map([
  ['repo', 'Repository-events'],
  ['pullrequest', 'Pull-request-events'],
]);

/** The address of an event's place on Atlassian's page of event payloads; of its section, or the page, if it has none. */
export function payloadReference(key: string): string {
  const [family = ''] = key.split(':');
  const anchor = headings.get(key) ?? sections.get(family);
  return anchor === undefined ? page : `${page}#${anchor}`;
}
