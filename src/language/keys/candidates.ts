import leven from 'leven';
import { isDataCenterKey } from '../../events/dataCenter';
import { familyAlias, type IsKey } from './keyForm';
import { rightKeysFor, rightKeysForWord } from '../../events/words';

const maxCandidates = 3;

/** The known keys that a wrong one probably stands for, the best first; none where nothing is near. */
export function candidatesFor(wrong: string, known: readonly string[]): readonly string[] {
  const written = normalize(wrong);
  const right = wrong.includes(':') ? rightKeysFor(written) : rightKeysForWord(wrong);
  if (right) {
    return right.filter((key) => known.includes(key));
  }
  if (known.includes(written)) {
    return [written];
  }
  return known
    .map((key) => ({ key, edits: leven(written, key) }))
    .filter(({ key, edits }) => edits <= maxEdits(key) || written.startsWith(key))
    .sort((a, b) => a.edits - b.edits)
    .slice(0, maxCandidates)
    .map(({ key }) => key);
}

/**
 * What people are known to write for a key: `pullrequest:merged`, `repository:push`, `repo:pullrequest:created`. Data
 * Center's are right by themselves.
 */
export function isKnownMistake(text: string, isKey: IsKey): boolean {
  const written = normalize(text);
  return (
    text.includes(':') &&
    !isDataCenterKey(text) &&
    (rightKeysFor(written) !== undefined || (written !== text && isKey(written)))
  );
}

/** The same key with the family spelled right, in small letters, and not doubled (`repo:pullrequest:created`). */
function normalize(text: string): string {
  const alias = familyAlias(text);
  const spelled = (alias ? alias.family + text.slice(alias.written.length) : text).toLowerCase();
  return spelled.replace(/^[a-z]+:(?=[a-z]+:)/, '');
}

/** A slip of the fingers, or a word's ending: more of it in a longer verb, since the family is written right. */
function maxEdits(key: string): number {
  return Math.min(4, Math.ceil((key.length - key.indexOf(':')) / 3));
}
