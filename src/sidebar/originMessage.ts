import { l10n } from 'vscode';
import type { EventCatalog } from '../catalog/eventCatalog';
import { leastSure } from '../catalog/leastSure';
import { originText } from '../presentation/originText';

/** Where the list comes from that the user sees; of several the oldest, and first of all what is only a stand-in. */
export function originMessage(catalog: EventCatalog): string {
  const subjectTypes = catalog.listSubjectTypes();
  const lists = [subjectTypes, ...subjectTypes.names.map((name) => catalog.listEvents(name))];
  const failed = lists.find(({ origin, fault }) => fault && origin.kind !== 'live');
  if (failed) {
    return l10n.t('{0}. Bitbucket could not be asked.', originText(failed.origin));
  }
  const cached = lists.flatMap(({ origin }) => (origin.kind === 'cached' ? origin : []));
  return originText(cached.length > 0 ? leastSure(cached) : subjectTypes.origin);
}
