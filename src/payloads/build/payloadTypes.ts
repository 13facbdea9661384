import { compile, type JSONSchema } from 'json-schema-to-typescript';
import { payloads } from '../../events/payloads';
import { payloadTypeName } from '../library/selectTypes';
import { entitiesIn } from './payloadSchema';

const head = `/* eslint-disable */
// What Bitbucket Cloud's webhooks send, by event key. Made by the VS Code extension Bitbucket Webhook Events.
//
// TypeScript: import type { BitbucketWebhook } from './bitbucket-webhooks';
// JavaScript: /** @typedef {import('./bitbucket-webhooks').BitbucketWebhook} BitbucketWebhook */
// With "module": "NodeNext", both take './bitbucket-webhooks.js'.
//
// An actor is a user, a team or an app: its type tells which, and so what it has.
//   if (actor.type === 'user') actor.nickname
`;

const union = `/**
 * A delivery: the header X-Event-Key and the body. Compare \`eventKey\`, and TypeScript knows what \`payload\` is.
 */
export type BitbucketWebhook = {
  [Key in keyof BitbucketWebhookEvents]: { eventKey: Key; payload: BitbucketWebhookEvents[Key] };
}[keyof BitbucketWebhookEvents];
`;

/**
 * The types of all payloads. They are closed, though the schemas are open: so that a misspelt property is an error,
 * and one that Bitbucket adds later is none when a body comes.
 */
export async function payloadTypes(): Promise<string> {
  // Copies, since one object in two places would be taken for one type.
  const named = [...payloads].map(([key, { schema }]) => [payloadTypeName(key), structuredClone(schema)] as const);
  const definitions = Object.fromEntries([
    ...named.flatMap(([, schema]) => Object.entries(entitiesIn(schema))),
    ...named,
  ]);
  const keys = [...payloads.keys()];
  const all = {
    title: 'BitbucketWebhookEvents',
    description: 'The body of each event, by event key.',
    type: 'object',
    properties: Object.fromEntries(keys.map((key) => [key, { $ref: `#/definitions/${payloadTypeName(key)}` }])),
    required: keys,
    definitions,
  };
  const types = await compile(all as JSONSchema, 'BitbucketWebhookEvents', {
    additionalProperties: false,
    bannerComment: head,
    style: { singleQuote: true, printWidth: 120 },
  });
  return tidied(`${types.trim()}\n\n${union}`);
}

/** As people would write them: short comments on one line, a line between declarations, unions by their name. */
function tidied(types: string): string {
  return types
    .replace(/^( *)\/\*\*\n *\* (.*)\n *\*\/$/gm, '$1/** $2 */')
    .replace(/^(\}|.*;)\n(?=\/\*\*|export )/gm, '$1\n\n')
    .replace(/(?<!type Account = )User \| Team \| AppUser/g, 'Account');
}
