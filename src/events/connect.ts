/** The last day of Connect for Bitbucket Cloud. (Atlassian's mail to its partners, 2026.) */
export const connectEnd = new Date('2027-01-31');

/** What Connect apps can subscribe to and webhooks can't. */
export const connectOnly: ReadonlySet<string> = new Set([
  'pullrequest:superseded',
  'repo:branch_created',
  'repo:branch_deleted',
]);
