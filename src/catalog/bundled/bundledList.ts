import type { HookEvent } from '../../bitbucket/hookEvents';
import { events } from '../../events/events';
import type { BundledCatalog } from '../storedList';
import lists from './events.json';

/** The list that the extension brings along, so that there always is one. `makeEvents.mjs` makes it of known facts. */
export const bundledList: BundledCatalog = {
  origin: { kind: 'bundled', date: new Date(lists.date) },
  subjectTypes: new Map(Object.entries(lists.subjectTypes).map(([name, keys]) => [name, keys.map(hookEvent)])),
};

/** With Bitbucket's own words only, as far as they are known. */
function hookEvent(key: string): HookEvent {
  const { family, label = '', description = '' } = events.get(key) ?? {};
  return { key, category: family?.category ?? '', label, description };
}
