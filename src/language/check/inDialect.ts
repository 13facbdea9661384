import { dialectOf, keysFor, translate } from '../../events/dialects';
import { forgePrefix } from '../../events/forge';
import { meantInForge } from '../keys/forgeNames';
import type { Place } from '../place/place';

/** What a text is where names of a dialect stand; `undefined` where it is nobody's. */
type Judged =
  | 'right'
  /** Another dialect's name; `names` are those that the same has here, none where it has none. */
  | { readonly kind: 'otherDialect'; readonly dialect: Place['dialect']; readonly names: readonly string[] }
  | { readonly kind: 'unknown'; readonly candidates: readonly string[]; readonly isKnownMistake: boolean };

/** Judges a text in a list of a Forge app's events, or one that looks like these among webhooks' keys. */
export function inDialect(text: string, dialect: Place['dialect']): Judged | undefined {
  const own = dialectOf(text);
  if (own === dialect) {
    return 'right';
  }
  if (own === 'webhook' || own === 'forge') {
    return { kind: 'otherDialect', dialect: own, names: translate(text, dialect) };
  }
  const { candidates: names, isKnownMistake } = meantInForge(text);
  const candidates = dialect === 'forge' ? names : [...new Set(names.flatMap(keysFor))];
  return text.startsWith(forgePrefix) || isKnownMistake || candidates.length > 0
    ? { kind: 'unknown', candidates, isKnownMistake }
    : undefined;
}
