import { l10n } from 'vscode';
import type { EventCatalog } from '../catalog/eventCatalog';
import { leastSure } from '../catalog/storedList';
import { originText } from '../presentation/originText';

/**
 * Which list the user sees: the least sure, oldest one of what is in sight, with the subject types that it is of where
 * others have a better one.
 *
 * @param expanded The subject types whose events are in sight.
 */
export function originMessage(catalog: EventCatalog, expanded: readonly string[]): string {
  const { origin, names } = catalog.listSubjectTypes();
  const lists = names
    .filter((name) => expanded.includes(name))
    .map((name) => ({ name, origin: catalog.listEvents(name).origin }));
  const least = leastSure([origin, ...lists.map((list) => list.origin)]);
  const ofLeast = lists.filter((list) => list.origin.kind === least.kind).map(({ name }) => name);
  const text = originText(least);
  return origin.kind === least.kind || ofLeast.length === lists.length
    ? text
    : l10n.t('{0} ({1})', text, ofLeast.join(', '));
}
