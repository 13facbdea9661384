import { isDataCenterKey } from '../../keys/dataCenter';

/**
 * What a Bitbucket Cloud event key looks like. Only a shape: which keys exist is for the catalogue to say.
 * The families are those of the documented keys; new ones are found by their neighbours.
 */
const cloudShape = /^(?:pullrequest|repo|issue|project|pipeline):[a-z_]*[a-z]$/;

/** OAuth scopes share the families: `pullrequest:write`, `issue:write`, `pipeline:variable`, `project:admin`. */
const scopeVerb = /:(?:read|write|admin|delete|variable)$/;

export function looksLikeCloudKey(text: string): boolean {
  return cloudShape.test(text) && !scopeVerb.test(text) && !isDataCenterKey(text);
}

/** The same for what people write instead: `pull_request:…`, `repository:…`, a capital in the verb, a doubled prefix. */
const attempt = /^(?:pull_?requests?|repo(?:sitory)?|issues?|project|pipeline|build):(?!comment:)[A-Za-z_:]*[A-Za-z]$/;

/** A key, or what someone takes for one: worth a look in the catalogue. A prefix (`repo:commit_status_`) is neither. */
export function looksLikeCloudAttempt(text: string): boolean {
  return attempt.test(text) && !scopeVerb.test(text) && !isDataCenterKey(text);
}

const families = ['pullrequest:', 'repo:', 'issue:', 'project:', 'pipeline:'];

/** `pu`, `pullrequest:`: a key that is still being typed. */
export function isStartOfKey(typed: string): boolean {
  return families.some((family) => family.startsWith(typed) || typed.startsWith(family));
}

/** `repo:`, `repo:pu`: a family is typed out, and says what is meant without further evidence. */
export function namesFamily(typed: string): boolean {
  return families.some((family) => typed.startsWith(family));
}

/**
 * What a text's neighbours say. `keys`: they are Cloud keys, `pullrequest:` ones among them. `perhaps`: of families
 * that other products have as well (`issue:updated`, `project:created`). `foreign`: another product's words.
 */
export type Company = 'keys' | 'perhaps' | 'foreign' | 'unknown';

export function companyOf(texts: readonly string[]): Company {
  let [written, attempts, others] = [0, 0, 0];
  for (const text of texts) {
    const word = wordOf(text);
    if (word === 'pullRequestKey') {
      return 'keys';
    }
    written += word === 'nothing' ? 0 : 1;
    attempts += word === 'attempt' ? 1 : 0;
    others += word === 'foreignKey' ? 1 : 0;
  }
  if (attempts > 0 && attempts >= others) {
    return 'perhaps';
  }
  return written > 0 ? 'foreign' : 'unknown';
}

/** What a neighbour is. */
type Word = 'nothing' | 'pullRequestKey' | 'attempt' | 'foreignKey' | 'other';

/** Lists ask for each of their entries about all others: the answers are kept, as many as a long list has. */
const words = new Map<string, Word>();
const maxWords = 1_000;

function wordOf(text: string): Word {
  let word = words.get(text);
  if (word === undefined) {
    word = readWord(text);
    if (words.size >= maxWords) {
      words.clear();
    }
    if (text.length <= 100) {
      words.set(text, word);
    }
  }
  return word;
}

function readWord(text: string): Word {
  if (text === '' || text === '*' || isHalfTyped(text)) {
    return 'nothing';
  }
  if (text.startsWith('pullrequest:') && looksLikeCloudKey(text)) {
    return 'pullRequestKey';
  }
  if (looksLikeCloudAttempt(text)) {
    return 'attempt';
  }
  return /^[\w.-]+:[\w.:-]+$/.test(text) ? 'foreignKey' : 'other';
}

function isHalfTyped(text: string): boolean {
  return families.some((family) => family.startsWith(text));
}
