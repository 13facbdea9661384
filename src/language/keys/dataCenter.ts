/**
 * Event keys of Bitbucket Data Center and the Cloud keys that match, where one does. They look alike and mean another
 * product, whose payloads differ. (Bitbucket Data Center's "Event payload" page.)
 */
const cloudKeys: Readonly<Record<string, string | undefined>> = {
  'repo:refs_changed': 'repo:push',
  'repo:modified': 'repo:updated',
  'repo:forked': 'repo:fork',
  'repo:comment:added': 'repo:commit_comment_created',
  'repo:comment:edited': undefined,
  'repo:comment:deleted': undefined,
  'repo:secret_detected': undefined,
  'pr:opened': 'pullrequest:created',
  'pr:from_ref_updated': 'pullrequest:push',
  'pr:to_ref_updated': 'pullrequest:updated',
  'pr:modified': 'pullrequest:updated',
  'pr:reviewer:updated': 'pullrequest:updated',
  'pr:reviewer:approved': 'pullrequest:approved',
  'pr:reviewer:unapproved': 'pullrequest:unapproved',
  'pr:reviewer:changes_requested': 'pullrequest:changes_request_created',
  'pr:reviewer:needs_work': 'pullrequest:changes_request_created',
  'pr:merged': 'pullrequest:fulfilled',
  'pr:declined': 'pullrequest:rejected',
  'pr:deleted': undefined,
  'pr:comment:added': 'pullrequest:comment_created',
  'pr:comment:edited': 'pullrequest:comment_updated',
  'pr:comment:deleted': 'pullrequest:comment_deleted',
  'mirror:repo_synchronized': undefined,
  'project:modified': 'project:updated',
  'diagnostics:ping': undefined,
};

export function isDataCenterKey(text: string): boolean {
  return Object.hasOwn(cloudKeys, text);
}

/** The Cloud key for the same happening; `undefined` where Cloud has none. */
export function cloudKeyFor(dataCenterKey: string): string | undefined {
  return Object.hasOwn(cloudKeys, dataCenterKey) ? cloudKeys[dataCenterKey] : undefined;
}
