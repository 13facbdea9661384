/**
 * The verbs of Bitbucket Data Center's event keys, by family, and those of Cloud that match; empty where none does. They
 * look alike and mean another product, whose payloads differ. (Bitbucket Data Center's "Event payload" page.)
 */
const cloudVerbs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  repo: {
    refs_changed: 'push',
    modified: 'updated',
    forked: 'fork',
    'comment:added': 'commit_comment_created',
    'comment:edited': '',
    'comment:deleted': '',
    secret_detected: '',
  },
  pr: {
    opened: 'created',
    from_ref_updated: 'push',
    to_ref_updated: 'updated',
    modified: 'updated',
    'reviewer:updated': 'updated',
    'reviewer:approved': 'approved',
    'reviewer:unapproved': 'unapproved',
    'reviewer:changes_requested': 'changes_request_created',
    'reviewer:needs_work': 'changes_request_created',
    merged: 'fulfilled',
    declined: 'rejected',
    deleted: '',
    'comment:added': 'comment_created',
    'comment:edited': 'comment_updated',
    'comment:deleted': 'comment_deleted',
  },
  mirror: { repo_synchronized: '' },
  project: { modified: 'updated' },
  diagnostics: { ping: '' },
};

const cloudKeys = new Map<string, string | undefined>();
for (const [family, verbs] of Object.entries(cloudVerbs)) {
  for (const [verb, cloudVerb] of Object.entries(verbs)) {
    const cloudFamily = family === 'pr' ? 'pullrequest' : family;
    cloudKeys.set(`${family}:${verb}`, cloudVerb === '' ? undefined : `${cloudFamily}:${cloudVerb}`);
  }
}

export function isDataCenterKey(text: string): boolean {
  return cloudKeys.has(text);
}

/** The Cloud key for the same happening; `undefined` where Cloud has none. */
export function cloudKeyFor(dataCenterKey: string): string | undefined {
  return cloudKeys.get(dataCenterKey);
}

/** The Data Center keys for the same happening; mostly one or none. */
export function dataCenterKeysFor(cloudKey: string): readonly string[] {
  return [...cloudKeys].flatMap(([key, cloud]) => (cloud === cloudKey ? [key] : []));
}
