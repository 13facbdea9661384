import { looksLikeCloudKey } from './place/keyShape';
import type { LineSource, TextPosition } from './types';
import { windowAround } from './window';

/** How much of a document's beginning is looked at per keystroke: imports, `apiVersion`, the name of an app. */
const headLines = 40;
const headCharacters = 4_000;

/**
 * What only texts about Bitbucket hold: its name, the header that carries the key, a `pullrequest:` key. Other
 * families of keys (`repo:push`, `issue:created`) and a bare `eventKey` are common names elsewhere.
 */
const signal = /bitbucket|x-event-key|\bpullrequest:[a-z_]+/gi;

/** The same without the details, for the many lines that hold nothing of the kind. */
const perhaps = /bitbucket|x-event-key|pullrequest:/i;

export function speaks(text: string): boolean {
  if (!perhaps.test(text)) {
    return false;
  }
  for (const [found] of text.matchAll(signal)) {
    if (!found.toLowerCase().startsWith('pullrequest') || looksLikeCloudKey(found)) {
      return true;
    }
  }
  return false;
}

/**
 * Whether a document speaks of Bitbucket, by its path, its head or the position's neighbourhood: for the keystroke path.
 * `KeyScan` looks at all of it.
 */
export function speaksOfBitbucketNear(source: LineSource, path: string, position: TextPosition): boolean {
  return speaks(path) || windowAround(source, position, 'literals').lines.some(speaks) || headSpeaks(source);
}

function headSpeaks(source: LineSource): boolean {
  let characters = 0;
  for (let line = 0; line < Math.min(source.lineCount, headLines) && characters < headCharacters; line++) {
    const text = source.lineText(line).slice(0, headCharacters);
    characters += text.length;
    if (speaks(text)) {
      return true;
    }
  }
  return false;
}
