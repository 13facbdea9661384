import type { HookEvent } from '../../bitbucket/hookEvents';
import type { BundledCatalog } from '../storedList';
import facts from './events.json';

const events = new Map(
  Object.entries(facts.events).map(([key, [category = '', label = '', description = '']]): [string, HookEvent] => [
    key,
    { key, category, label, description },
  ]),
);

/** The list that the extension brings along, so that there always is one. Made by `makeEvents.mjs`. */
export const bundledList: BundledCatalog = {
  origin: { kind: 'bundled', date: new Date(facts.date) },
  subjectTypes: new Map(
    Object.entries(facts.subjectTypes).map(([name, keys]) => [name, keys.flatMap((key) => events.get(key) ?? [])]),
  ),
};
