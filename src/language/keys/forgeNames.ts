import leven from 'leven';
import { dialectOf, namesIn, translate } from '../../events/dialects';
import { events } from '../../events/events';
import { forgePrefix } from '../../events/forge';
import { rightKeysFor } from '../../events/words';
import { candidatesFor, isKnownMistake } from './candidates';

/** What may be a name of Bitbucket's in a Forge app, right or wrong, wherever it stands. */
export const forgeWords = new RegExp(`(?<![\\w:])${forgePrefix}[\\w:-]*\\w`, 'g');

/** What is meant in a Forge app by a text that is no name there. */
interface Meant {
  /** The names that it may stand for, the best first. */
  readonly candidates: readonly string[];
  /** It is one that people are known to write, or another dialect's. */
  readonly isKnownMistake: boolean;
}

const keys = [...events.keys()];
/** So many letters can be wrong. */
const maxEdits = 2;

/**
 * What is meant by a wrong name. Those who make one up take a webhook's key for what is behind the prefix, or turn it
 * round as Forge does: `pr:merged`, `repo:deleted`, `merged:pullrequest`. So it is read as such a key first, with all that
 * is known of those, and then as a slip of the fingers.
 */
export function meantInForge(written: string): Meant {
  const text = written.toLowerCase();
  if (text.startsWith('avi:') && !text.startsWith(forgePrefix)) {
    return { candidates: [], isKnownMistake: false };
  }
  const rest = text.startsWith(forgePrefix) ? text.slice(forgePrefix.length) : text;
  const readings = [rest, rest.replace(/^pr:/, 'pullrequest:'), rest.split(':').reverse().join(':')];
  const known = readings.find((each) => dialectOf(each) !== undefined || isKnownMistake(each, isKey));
  if (known !== undefined) {
    return { candidates: inForge(known), isKnownMistake: true };
  }
  const near = namesIn('forge').filter((name) => leven(name, text) <= maxEdits);
  const [candidates = []] = [near, ...readings.map(inForge)].filter((found) => found.length > 0);
  return { candidates, isKnownMistake: false };
}

function isKey(text: string): boolean {
  return events.has(text);
}

/** What Forge calls the events that a key stands for, or a text that is meant as one. */
function inForge(text: string): readonly string[] {
  const meant = dialectOf(text) === undefined ? (rightKeysFor(text) ?? candidatesFor(text, keys)) : [text];
  return [...new Set(meant.flatMap((name) => translate(name, 'forge')))];
}
