/**
 * What people write for a key: the words of Bitbucket's pages and of other products, and names that never existed; by
 * family, with the right verbs or whole keys. An empty text says that Bitbucket Cloud sends nothing of the kind.
 * (Collected from public code, November 2026.)
 */
const rightVerbs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  pullrequest: {
    merged: 'fulfilled',
    merge: 'fulfilled',
    declined: 'rejected',
    opened: 'created',
    open: 'created',
    closed: 'fulfilled rejected',
    comment: 'comment_created',
    commented: 'comment_created',
    comment_added: 'comment_created',
    synchronize: 'updated push',
    push_commit: 'push',
    unapproval_removed: 'unapproved',
    approval_removed: 'unapproved',
    changes_requested: 'changes_request_created',
    reviewer_added: 'updated',
    fullfilled: 'fulfilled',
    updatedbutnopush: 'updated',
    superseded: '',
    deleted: '',
  },
  issue: { opened: 'created', commented: 'comment_created', comment_updated: '', comment_deleted: '' },
  repo: { pushed: 'push', forked: 'fork' },
  build: {
    status: 'repo:commit_status_created repo:commit_status_updated',
    status_created: 'repo:commit_status_created',
    status_updated: 'repo:commit_status_updated',
  },
};

/** What Connect apps are told of and webhooks aren't: branches and tags come with pushes. */
const ofBranches: Readonly<Record<string, string>> = {
  'repo:branch_created': 'repo:push',
  'repo:branch_deleted': 'repo:push',
};

const rightKeys = new Map<string, readonly string[]>();
const keysByWord = new Map<string, readonly string[]>();
const wordsByKey = new Map<string, readonly string[]>();
for (const [family, verbs] of Object.entries(rightVerbs)) {
  for (const [word, right] of Object.entries(verbs)) {
    const keys = right.match(/\S+/g)?.map((verb) => (verb.includes(':') ? verb : `${family}:${verb}`)) ?? [];
    rightKeys.set(`${family}:${word}`, keys);
    keysByWord.set(word, [...rightKeysForWord(word), ...keys]);
    for (const key of keys) {
      wordsByKey.set(key, [...wordsFor(key), word]);
    }
  }
}

/** The right keys for one that people write instead, in whatever case; `undefined` where it isn't such a one. */
export function rightKeysFor(written: string): readonly string[] | undefined {
  const push = ofBranches[written.toLowerCase()];
  return push === undefined ? rightKeys.get(written.toLowerCase()) : [push];
}

/** The keys that a word without a family may stand for: `pullrequest:fulfilled` for `merged`; mostly none. */
export function rightKeysForWord(word: string): readonly string[] {
  return keysByWord.get(word.toLowerCase()) ?? [];
}

/** The verbs that people try for a key: `merged` for `pullrequest:fulfilled`. */
export function wordsFor(key: string): readonly string[] {
  return wordsByKey.get(key) ?? [];
}

/** Whether a text is the beginning of such a word. */
export function startsSynonym(typed: string): boolean {
  const text = typed.toLowerCase();
  return [...keysByWord].some(([word, keys]) => keys.length > 0 && word.startsWith(text));
}

/** Whether a text is what Connect apps are told of branches. */
export function isOfConnect(written: string): boolean {
  return ofBranches[written.toLowerCase()] !== undefined;
}
