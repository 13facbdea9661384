import { lexJson } from './brackets/jsonLexer';
import { lexPlain, literalsSyntax } from './brackets/plainLexer';
import { readSlots } from './brackets/readSlots';
import { lexScript, statementAround } from './brackets/scriptLexer';
import type { Slot } from './container';
import { familyOf } from './family';
import { placeOf } from './place/placeOf';
import type { Found, LanguageFamily, LineSource, TextPosition } from './types';
import { wholeDocument, windowAround, type Window } from './window';
import { readYamlSlots } from './yaml/readSlots';

/**
 * The token that could be an event key at a position, and what stands there. The work is bounded by the neighbourhood
 * of the position, whatever the document's size: see `limits.ts` for how far it looks and what that gives up.
 */
export function tokenAt(languageId: string, source: LineSource, position: TextPosition): Found | undefined {
  const family = familyOf(languageId);
  const slot = slotsOf(family, windowAround(source, position, family), position).find(
    ({ token }) => token.line === position.line && token.start <= position.character && position.character <= token.end,
  );
  return slot === undefined ? undefined : { token: slot.token, place: placeOf(slot) };
}

/** All tokens of a document, for checks off the keystroke path: one pass, linear in the document. */
export function scanDocument(languageId: string, source: LineSource): Found[] {
  return slotsOf(familyOf(languageId), wholeDocument(source), undefined).map((slot) => ({
    token: slot.token,
    place: placeOf(slot),
  }));
}

function slotsOf(family: LanguageFamily, window: Window, cursor: TextPosition | undefined): Slot[] {
  switch (family) {
    case 'yaml':
      return readYamlSlots(window, cursor);
    case 'json':
      return readSlots(lexJson(window, cursor).lexemes, false);
    case 'literals':
      return readSlots(lexPlain(window, literalsSyntax).lexemes, false);
    case 'script':
    case 'jsx': {
      const part = cursor === undefined ? window : statementAround(window, cursor.line);
      return readSlots(lexScript(part, family === 'jsx'), true);
    }
  }
}
