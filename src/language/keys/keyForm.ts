import { isDataCenterKey } from '../../events/dataCenter';
import { startsSynonym } from '../../events/words';

/** Says of a text whether it is an event key that exists, as far as the catalogue knows. */
export type IsKey = (text: string) => boolean;

/** Words joined by colons: an event key of any product. */
export const keyForm = /^[A-Za-z]\w*(?::+[A-Za-z_]\w*)+$/;

/** All words of a text that have that form. */
export const keyWords = new RegExp(`(?<![\\w:])${keyForm.source.slice(1, -1)}(?!\\w|:\\w)`, 'g');

/** The families of Bitbucket Cloud's event keys, with the other ways in which people spell them. */
const families: readonly (readonly [name: string, ...spellings: string[]])[] = [
  ['pullrequest', 'pull_request', 'pull_requests', 'pullrequests'],
  ['repo', 'repository'],
  ['issue', 'issues'],
  ['project'],
  ['pipeline'],
];

export const familyNames: readonly string[] = families.map(([name]) => name);

/** `pullrequest:*`, which Bitbucket doesn't know. */
export const wildcard = new RegExp(`^(${familyNames.join('|')}):\\*$`);

/** With their colons, the right ones first. */
const spellings = families.flatMap(([name, ...others]) =>
  [name, ...others].map((each) => [`${each}:`, `${name}:`] as const),
);

/** How a text begins that has a family, and what that is called: `Pull_Request:` and `pullrequest:`. */
export interface SpelledFamily {
  readonly written: string;
  readonly family: string;
}

/** The family that a text begins with, in whatever spelling. */
export function familyOf(text: string): SpelledFamily | undefined {
  const lower = text.toLowerCase();
  const [written, family] = spellings.find(([spelling]) => lower.startsWith(spelling)) ?? [];
  return written === undefined || family === undefined ? undefined : { written: text.slice(0, written.length), family };
}

/** The same, where it is spelled in another way. */
export function familyAlias(text: string): SpelledFamily | undefined {
  const found = familyOf(text);
  return found?.written === found?.family ? undefined : found;
}

/** `pu`, `pullrequest:`, `pullrequest:cr`: a key that is still being typed, its family spelled in any way. */
export function isStartOfKey(typed: string): boolean {
  const text = typed.toLowerCase();
  return spellings.some(([spelling]) => spelling.startsWith(text) || text.startsWith(spelling));
}

/** OAuth scopes share the families: `pullrequest:write`, `issue:write`, `pipeline:variable`, `project:admin`. */
const scopeVerb = /:(?:read|write|admin|delete|variable)$/;

const attempt = new RegExp(
  `^(?:${spellings.map(([spelling]) => spelling).join('|')}|build:)(?!comment:)[A-Za-z_:]*[A-Za-z]$`,
);

/**
 * A key, or what someone takes for one: of Bitbucket's families or an alias of these, worth a look in the catalogue. A
 * prefix (`repo:commit_status_`) is neither.
 */
export function looksLikeAttempt(text: string): boolean {
  return attempt.test(text) && !scopeVerb.test(text) && !isDataCenterKey(text);
}

/** Letters that say that a key is meant: two of a family at least, or of a word that people use instead of a verb. */
export function meansKey(typed: string): boolean {
  return typed.length >= 2 && (isStartOfKey(typed) || startsSynonym(typed));
}
