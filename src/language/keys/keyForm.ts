import { isDataCenterKey } from '../../events/dataCenter';
import { startsSynonym } from '../../events/words';

/** Says of a text whether it is an event key that exists, as far as the catalogue knows. */
export type IsKey = (text: string) => boolean;

/** Words joined by colons: an event key of any product. */
export const keyForm = /^[A-Za-z]\w*(?::+[A-Za-z_]\w*)+$/;

/** All words of a text that have that form. */
export const keyWords = new RegExp(`(?<![\\w:])${keyForm.source.slice(1, -1)}(?!\\w|:\\w)`, 'g');

const families = ['pullrequest:', 'repo:', 'issue:', 'project:', 'pipeline:'];
/** Other ways to write them. */
const aliases = ['pull_request:', 'pull_requests:', 'pullrequests:', 'repository:', 'issues:'];

/** OAuth scopes share the families: `pullrequest:write`, `issue:write`, `pipeline:variable`, `project:admin`. */
const scopeVerb = /:(?:read|write|admin|delete|variable)$/;

const attempt = /^(?:pull_?requests?|repo(?:sitory)?|issues?|project|pipeline|build):(?!comment:)[A-Za-z_:]*[A-Za-z]$/;

/**
 * A key, or what someone takes for one: of Bitbucket's families or an alias of these, worth a look in the catalogue. A
 * prefix (`repo:commit_status_`) is neither.
 */
export function looksLikeAttempt(text: string): boolean {
  return attempt.test(text) && !scopeVerb.test(text) && !isDataCenterKey(text);
}

/** `pu`, `pullrequest:`, `pullrequest:cr`: a key that is still being typed, its family spelled in any way. */
export function isStartOfKey(typed: string): boolean {
  const text = typed.toLowerCase();
  return [...families, ...aliases].some((family) => family.startsWith(text) || text.startsWith(family));
}

/** Letters that say that a key is meant: two of a family at least, or of a word that people use instead of a verb. */
export function meansKey(typed: string): boolean {
  return typed.length >= 2 && (isStartOfKey(typed) || startsSynonym(typed));
}

/** `pullrequest:` and more, in any spelling: no other product has this family. */
export function isOfPullRequests(typed: string): boolean {
  return /^pull_?requests?:/i.test(typed);
}
