import type { Slot } from '../container';
import type { TextPosition } from '../types';
import type { Window } from '../window';
import { YamlReader } from './reader';

/**
 * Reads YAML by its indentation, line by line. No parser of YAML could: half-typed lines (`- repo:`), Helm templates
 * and windows that begin anywhere must do no harm beyond their own line.
 */
export function readYamlSlots(window: Window, cursor: TextPosition | undefined): Slot[] {
  // From the middle of a very long line, YAML can't be told from prose.
  return window.skipped > 0 ? [] : new YamlReader(window, cursor).read();
}
