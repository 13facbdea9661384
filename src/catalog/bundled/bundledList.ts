import type { HookEvent } from '../../bitbucket/hookEvents';
import type { BundledCatalog } from '../storedList';
import facts from './events.json';

const events = new Map(
  facts.events.map(({ event, ...texts }): [string, HookEvent] => [event, { key: event, ...texts }]),
);

/** The list that the extension brings along, so that there always is one. Made by `makeEvents.mjs`. */
export const bundledList: BundledCatalog = {
  origin: { kind: 'bundled', date: new Date(facts.date) },
  subjectTypes: new Map(
    Object.entries(facts.subjectTypes).map(([name, keys]) => [name, keys.flatMap((key) => events.get(key) ?? [])]),
  ),
};
