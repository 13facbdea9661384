import { events } from './events';

/** What people call a family's subject, for the beginning of its keys. */
const subjects: Readonly<Record<string, string>> = {
  pullrequest: 'pull request pr mr',
  repo: 'repository',
};

/** Verbs that say the same of whatever they are said of. */
const sameVerbs: readonly (readonly string[])[] = [
  ['created', 'new', 'added', 'opened', 'started'],
  ['updated', 'changed', 'edited', 'modified'],
  ['deleted', 'removed', 'withdrawn', 'revoked'],
  ['requested', 'asked'],
  ['finished', 'completed', 'done', 'ended'],
  ['failed', 'broken', 'errored'],
  ['passed', 'succeeded', 'successful', 'green'],
];

const sameAs = new Map(sameVerbs.flatMap((verbs) => verbs.map((verb) => [verb, verbs] as const)));

/** What holds a sentence together, and what every event is: words that say nothing about which one is meant. */
const emptyWords = new Set(
  'a an and any are as at avi bitbucket by cloud event events for from gets has hook i in is it key keys of on or somebody someone that the to trigger triggered was webhook webhooks when which with'.split(
    ' ',
  ),
);

/** The words of a text, in small letters and without those that say nothing; a pull request is one word, however it is called. */
export function wordsIn(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/\b(?:pull|merge)[\s_-]requests?\b|\bpullrequests\b|\b[pm]rs?\b/g, ' pullrequest ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !emptyWords.has(word));
}

/** The other words for a verb. */
export function verbsLike(verb: string): readonly string[] {
  return sameAs.get(verb) ?? [];
}

/** The words for what an event happens to, `pullrequest`, `pr` and the like; they tell it from those of other families only. */
export function subjectWords(key: string): readonly string[] {
  const family = key.slice(0, Math.max(0, key.indexOf(':')));
  return [family, ...(subjects[family] ?? '').split(' ')].filter((word) => word !== '');
}

/**
 * What people say and write for an event: its key, what they try instead of it, what they call it, and all its names in
 * other products.
 */
export function phrasesFor(key: string): readonly string[] {
  const { words = [], searchTerms = [], dataCenter = [], connect = [] } = events.get(key) ?? {};
  return [key, ...words, ...searchTerms, ...dataCenter, ...connect];
}

const otherWords = new Map<string, readonly string[]>();

/** The words that an event's key doesn't have, and that lead to it where one word is typed. */
export function otherWordsFor(key: string): readonly string[] {
  const known = otherWords.get(key) ?? wordsBeside(key);
  otherWords.set(key, known);
  return known;
}

function wordsBeside(key: string): readonly string[] {
  const own = new Set([...subjectWords(key), ...wordsIn(key)]);
  return [...new Set(phrasesFor(key).flatMap(wordsIn))].filter((word) => !own.has(word));
}
