/**
 * What people write for a key: the words of Bitbucket's pages and of other products, and names that never existed.
 * An empty list says that Bitbucket Cloud sends nothing of the kind. (Collected from public code, November 2026.)
 */
const rightKeys: Readonly<Record<string, readonly string[]>> = {
  'pullrequest:merged': ['pullrequest:fulfilled'],
  'pullrequest:merge': ['pullrequest:fulfilled'],
  'pullrequest:declined': ['pullrequest:rejected'],
  'pullrequest:opened': ['pullrequest:created'],
  'pullrequest:open': ['pullrequest:created'],
  'pullrequest:closed': ['pullrequest:fulfilled', 'pullrequest:rejected'],
  'pullrequest:comment': ['pullrequest:comment_created'],
  'pullrequest:commented': ['pullrequest:comment_created'],
  'pullrequest:comment_added': ['pullrequest:comment_created'],
  'pullrequest:synchronize': ['pullrequest:updated', 'pullrequest:push'],
  'pullrequest:push_commit': ['pullrequest:push'],
  'pullrequest:unapproval_removed': ['pullrequest:unapproved'],
  'pullrequest:approval_removed': ['pullrequest:unapproved'],
  'pullrequest:changes_requested': ['pullrequest:changes_request_created'],
  'pullrequest:reviewer_added': ['pullrequest:updated'],
  'pullrequest:superseded': [],
  'pullrequest:deleted': [],
  'issue:opened': ['issue:created'],
  'issue:commented': ['issue:comment_created'],
  'issue:comment_updated': [],
  'issue:comment_deleted': [],
  'repo:pushed': ['repo:push'],
  'repo:forked': ['repo:fork'],
  'build:status': ['repo:commit_status_created', 'repo:commit_status_updated'],
  'build:status_created': ['repo:commit_status_created'],
  'build:status_updated': ['repo:commit_status_updated'],
};

/** The right keys for one that people write instead; `undefined` where it isn't such a one. */
export function rightKeysFor(written: string): readonly string[] | undefined {
  return Object.hasOwn(rightKeys, written) ? rightKeys[written] : undefined;
}

const wordsByKey = new Map<string, string[]>();
for (const [written, keys] of Object.entries(rightKeys)) {
  const word = written.slice(written.indexOf(':') + 1);
  for (const key of keys) {
    wordsByKey.set(key, [...(wordsByKey.get(key) ?? []), word]);
  }
}

/** The verbs that people try for a key: `merged` for `pullrequest:fulfilled`. */
export function wordsFor(key: string): readonly string[] {
  return wordsByKey.get(key) ?? [];
}
