import type { IsKey } from '../keys/keyForm';
import { literalAt, type Reading } from '../syntax/reading';
import { betweenLiterals } from './betweenLiterals';
import { inLiteral } from './inLiteral';
import type { Insertion, Selected } from './insertion';
import { outside } from './written';

/**
 * How keys are written at a place, in the form that the grammar wants there: items of a YAML list, elements of an array with
 * quotes and commas, further keys of a literal that holds several, one literal, or a list where one value is expected and
 * several keys come. What is selected is replaced, and so is a literal that is empty, half typed or a known mistake; beside
 * all others the keys are added.
 */
export function insertionFor(reading: Reading, selected: Selected, keys: readonly string[], isKey: IsKey): Insertion {
  const literal = literalAt(reading, selected.from);
  if (literal && selected.to <= outside(literal).to) {
    return inLiteral(reading, literal, selected, keys, isKey);
  }
  const isSelected = selected.from < selected.to;
  const first = isSelected ? literalAt(reading, selected.from + 1) : undefined;
  return first && first.node.from <= selected.from && first.to <= selected.to && selected.to <= first.node.to
    ? inLiteral(reading, first, selected, keys, isKey)
    : betweenLiterals(reading, selected, keys);
}
