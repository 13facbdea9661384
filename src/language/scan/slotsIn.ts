import { lexJson } from './brackets/jsonLexer';
import { lexPlain, literalsSyntax } from './brackets/plainLexer';
import { readSlots } from './brackets/readSlots';
import { lexScript, statementsAround } from './brackets/scriptLexer';
import type { Slot } from './container';
import type { LanguageFamily, TextPosition } from './types';
import type { Window } from './window';
import { readYamlSlots } from './yaml/readSlots';

/** Lines of a document, both ends included. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

/**
 * The tokens of a window, each with its surroundings.
 *
 * @param wanted The lines that are asked about, where the window is more than they: what can't matter to them is left
 *   out.
 * @param cursor Where something may be half-typed.
 */
export function slotsIn(
  family: LanguageFamily,
  window: Window,
  wanted: Lines,
  cursor: TextPosition | undefined,
): Slot[] {
  switch (family) {
    case 'yaml':
      return readYamlSlots(window, cursor);
    case 'json':
      return readSlots(lexJson(window, cursor).lexemes, false, wanted);
    case 'literals':
      return readSlots(lexPlain(window, literalsSyntax).lexemes, false, wanted);
    case 'script':
    case 'jsx':
      return readSlots(lexScript(statementsAround(window, wanted.first, wanted.last), family === 'jsx'), true, wanted);
  }
}
