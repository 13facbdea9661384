import type { HandledEvent } from '../framework';
import { branches } from './branches';
import { type ModuleStyle, moduleText } from './moduleText';

/** The module in which people write what happens with each event. */
export function handlersModule(events: readonly HandledEvent[], style: ModuleStyle): string {
  return moduleText(
    `«import type { EventHandlers } from './payloads';

»/** What is done with each event, by X-Event-Key. Any of them may be async. ‹@type {import('./payloads').EventHandlers} ›*/
const handlers«: EventHandlers» = {
${events.map(branchOf).join('\n')}};

const byKey = new Map«<string, (payload: never) => void | Promise<void>>»(Object.entries(handlers));

/** What handles an event; undefined where nothing does. */
export function handlerOf(eventKey«: string») {
  return byKey.get(eventKey);
}
`,
    style,
  );
}

function branchOf({ key, sample }: HandledEvent): string {
  const branch = branches[key];
  const { takes, code } = sample !== undefined && branch ? branch : unpublished(key);
  const lines = code.trim().split('\n');
  return `  '${key}'(${takes}) {\n${lines.map((line) => `    ${line}\n`).join('')}  },\n`;
}

const unpublished = (key: string) => ({
  takes: 'payload',
  code: `
// Nobody has published what Bitbucket sends with this event: look at it before you rely on it.
console.log('${key}', JSON.stringify(payload));`,
});
