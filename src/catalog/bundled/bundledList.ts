import type { HookEvent } from '../../bitbucket/hookEvents';
import type { BundledCatalog } from '../storedList';
import facts from './events.json';

const events = Object.entries(facts.events).flatMap(([category, rows]) =>
  Object.entries<readonly string[]>(rows).map(([key, [label = '', description = '']]): HookEvent => ({
    key,
    category,
    label,
    description,
  })),
);

/** The list that the extension brings along, so that there always is one. Made by `makeEvents.mjs`. */
export const bundledList: BundledCatalog = {
  origin: { kind: 'bundled', date: new Date(facts.date) },
  subjectTypes: new Map(
    Object.entries(facts.subjectTypes).map(([name, indices]) => [
      name,
      indices.flatMap((index) => events[index] ?? []),
    ]),
  ),
};
