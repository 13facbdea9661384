import type { Finding } from '../check/finding';
import { tokenIn } from '../place/tokens';
import type { Reading } from '../syntax/reading';
import { isTurnOver, yieldToEventLoop } from '../syntax/turns';
import { holdsHeader, rightHeaderFor, wrongHeaders } from './headerNames';

/**
 * Products whose headers may be read in the same file, by their names: of these, too, some are called like the wrong ones.
 * That code comes from GitHub's or GitLab's hosts says nothing.
 */
const otherProducts =
  /git(?:hub|lab)(?!\.(?:com|io)\/|usercontent|[-_]?pages)|gitea|forgejo|gogs|codeberg|\bstash\b|azure[-_ ]?devops|bitbucket[-_ ]?(?:server|dc\b|data[-_ ]?center)|data[-_ ]?center|facebook|whatsapp|instagram|messenger|stripe|shopify|\bjira\b|x-(?:slack|sentry|linear|vercel|twilio)/i;

/** Where a text that speaks of Bitbucket and of no other product has names of wrong headers, that may be read there. */
export function headerWordsIn(text: string): { readonly text: string; readonly at: number }[] {
  const words = Array.from(text.matchAll(wrongHeaders), (match) => ({ text: match[0], at: match.index }));
  if (words.length === 0 || otherProducts.test(text)) {
    return [];
  }
  // Who reads the right one besides knows what comes.
  return words.filter((word) => {
    const right = rightHeaderFor(word.text);
    return right !== undefined && !holdsHeader(text, right.name);
  });
}

/** The names of wrong headers among texts that are all of a literal. */
export async function headerFindings(
  whole: Reading,
  words: readonly { readonly text: string; readonly at: number }[],
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { text, at } of words) {
    if (isTurnOver()) {
      await yieldToEventLoop();
    }
    const { reading, token } = await tokenIn(whole, at + 1);
    const right = rightHeaderFor(text);
    const isWhole = token?.from === at && token.text === text && token.others.length === 0;
    if (right && isWhole && reading.language.isProse !== true) {
      findings.push({
        from: token.from,
        to: token.to,
        text,
        kind: 'wrongHeader',
        header: right.text,
        means: right.name,
      });
    }
  }
  return findings;
}
