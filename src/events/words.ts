import { events } from './events';

/** What people take for a key (collected from public code, November 2026), and Bitbucket Cloud sends nothing of the kind. */
const neverSent = ['pullrequest:superseded', 'pullrequest:deleted', 'issue:comment_updated', 'issue:comment_deleted'];

const rightKeys = new Map<string, readonly string[]>(neverSent.map((written) => [written, []]));
const keysByWord = new Map<string, readonly string[]>();
const wordsByKey = new Map<string, readonly string[]>();
const connectKeys = new Map<string, readonly string[]>();

for (const [key, { words = [], connect = [] }] of events) {
  for (const word of words) {
    const written = word.includes(':') ? word : `${key.slice(0, key.indexOf(':'))}:${word}`;
    const verb = written.slice(written.indexOf(':') + 1);
    add(rightKeys, written, key);
    add(keysByWord, verb, key);
    add(wordsByKey, key, verb);
  }
  for (const name of connect) {
    add(connectKeys, name, key);
  }
}

function add(map: Map<string, readonly string[]>, name: string, text: string): void {
  map.set(name, [...(map.get(name) ?? []), text]);
}

/** The right keys for one that people write instead, in whatever case; `undefined` where it isn't such a one. */
export function rightKeysFor(written: string): readonly string[] | undefined {
  const text = written.toLowerCase();
  return connectKeys.get(text) ?? rightKeys.get(text);
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
  return [...keysByWord.keys()].some((word) => word.startsWith(text));
}

/** Whether a text is what Connect apps are told of branches and tags, which come to webhooks with pushes. */
export function isConnectKey(written: string): boolean {
  return connectKeys.has(written.toLowerCase());
}
