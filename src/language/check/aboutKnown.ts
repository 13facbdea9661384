import type { CatalogEvent } from '../../catalog/eventCatalog';
import { isRemoved } from '../../events/removed';
import { isExpected, type Place } from '../place/place';
import { isListed } from '../place/rules';
import { subjectTypeOf } from '../place/strength';
import { type Token, tokensOf } from '../place/tokens';
import type { SubjectType } from '../place/vocabulary';
import { literalOf, type Reading, textOf } from '../syntax/reading';
import type { Finding } from './finding';

/** What is wrong with a right key where it stands. */
export function findingAboutKnown(
  reading: Reading,
  token: Token,
  place: Place,
  event: CatalogEvent,
): Finding | undefined {
  const { from, to, text } = token;
  if (isRemoved(text) && isExpected(place) && place.purpose === 'subscribes') {
    return { from, to, text, kind: 'removed', isListed: isOneOfSeveral(token, place) };
  }
  if (isRepeated(reading, token, place)) {
    return { from, to, text, kind: 'duplicate' };
  }
  const isWanted = isExpected(place);
  const subjectType = isWanted && !hasAllSubjectTypes(event) ? subjectTypeOf(place.context) : undefined;
  if (subjectType !== undefined && isMissingIn(subjectType, event)) {
    return { from, to, text, kind: 'otherSubjectType', subjectType, subjectTypes: event.subjectTypes };
  }
  return undefined;
}

/** A second entry of a list or a union says nothing new. In what a test expects, it may. */
export function isRepeated(reading: Reading, token: Token, { context: [first] }: Place): boolean {
  const { literal } = token;
  if (tokensOf(reading, literal).some(({ from, text }) => from < token.from && text === token.text)) {
    return true;
  }
  const deed = first?.outer?.deed;
  const isExpectation = deed === 'expects' || deed === 'compares';
  return (
    first !== undefined &&
    isListed(first) &&
    !isExpectation &&
    first.beside.some(
      (node) => node.from < literal.node.from && textOf(reading, literalOf(reading, node)) === token.text,
    )
  );
}

/** Whether a token can be taken out from what stands beside it. */
export function isOneOfSeveral({ others }: Token, { context }: Place): boolean {
  return others.length > 0 || context.slice(0, 1).some(isListed);
}

/** Which subject type has which event, only Bitbucket itself knows for sure. */
function isMissingIn(subjectType: SubjectType, { origin, subjectTypes }: CatalogEvent): boolean {
  return origin.kind !== 'bundled' && !subjectTypes.includes(subjectType);
}

/** No document can name a subject type that doesn't have the event, as far as is known. */
export function hasAllSubjectTypes(event: CatalogEvent): boolean {
  return !isMissingIn('workspace', event) && !isMissingIn('repository', event);
}
