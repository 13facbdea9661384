import { payloadTypeName } from '../../../payloads/library/selectTypes';
import type { HandlerOrder } from '../framework';

/** The types of the events that are handled: a module in TypeScript, declarations beside modules in JavaScript. */
export function payloadsModule({ events, types }: HandlerOrder): string {
  const typeOf = ({ key, sample }: HandlerOrder['events'][number]) =>
    sample === undefined ? 'unknown' : payloadTypeName(key);
  return `// What Bitbucket Cloud sends. Made by the VS Code extension Bitbucket Webhook Events.

/** The body of each event, by X-Event-Key. */
export interface BitbucketWebhookEvents {
${events.map((event) => `  '${event.key}': ${typeOf(event)};\n`).join('')}}

/** What is done with each event. */
export type EventHandlers = {
  [Key in keyof BitbucketWebhookEvents]: (payload: BitbucketWebhookEvents[Key]) => void | Promise<void>;
};
${types === '' ? '' : `\n${types.replace(/(?<=: )\{\}/g, 'object')}`}`;
}
