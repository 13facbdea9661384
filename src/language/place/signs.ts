import { isKnownMistake } from '../keys/candidates';
import { isDataCenterKey } from '../../events/dataCenter';
import { type IsKey, keyWords } from '../keys/keyForm';

/**
 * What may be a sign that a text is about Bitbucket Cloud: its name, the header that carries the key, the address of
 * hooks, a key of the family that no other product has.
 */
const perhaps =
  /bitbucket|x[-_]?event[-_]?key|\/(?:repositories|workspaces)\/[^\s"'`]{1,200}\/hooks\b|\bpullrequest:(?!bitbucket\b)[a-z_]+/gi;

/** Whether a document has signs of Bitbucket, in its text or in its path. */
export function isAboutBitbucket(text: string, path: string, isKey: IsKey): boolean {
  return mentionsBitbucket(path, isKey) || mentionsBitbucket(text, isKey);
}

/** Whether the keys of a document are Data Center's, and none is Cloud's or meant as one. */
export function isAboutDataCenter(text: string, isKey: IsKey): boolean {
  let hasSome = false;
  for (const [key] of text.matchAll(keyWords)) {
    if (isKey(key) || isKnownMistake(key, isKey)) {
      return false;
    }
    hasSome ||= isDataCenterKey(key);
  }
  return hasSome;
}

/** Whether a text or a path speaks of Bitbucket Cloud. */
export function mentionsBitbucket(text: string, isKey: IsKey): boolean {
  perhaps.lastIndex = 0;
  for (let found = perhaps.exec(text); found; found = perhaps.exec(text)) {
    const word = found[0].toLowerCase();
    const end = perhaps.lastIndex;
    if (word === 'bitbucket' ? !isElsewhere(text, found.index, end) : !isOtherKey(found[0], isKey)) {
      perhaps.lastIndex = 0;
      return true;
    }
  }
  return false;
}

/** Bitbucket Server, which Data Center was called before, by its name. */
const dataCenter = /bitbucket[-_ .]?(?:server|dc\b|data[-_ ]?center)/i;

/** Whether a text says that it is about Data Center, perhaps besides Cloud. */
export function namesDataCenter(text: string): boolean {
  return dataCenter.test(text);
}

/** Bitbucket Server and Data Center; hosts, which code is cloned or imported from and pages are linked at. */
function isElsewhere(text: string, start: number, end: number): boolean {
  const behind = text.slice(end, end + 20);
  const named = text.slice(start, end + 20);
  const isHost =
    /^\.[a-z]/i.test(behind) &&
    /(?:[/@]|\b(?:ssh|api|altssh|www)\.)$/i.test(text.slice(Math.max(0, start - 10), start));
  return isHost || /^\.org\b/i.test(behind) || dataCenter.test(named);
}

function isOtherKey(word: string, isKey: IsKey): boolean {
  return word.startsWith('pullrequest:') && !isKey(word) && !isKnownMistake(word, isKey);
}
