import { bareUuidOf } from './ids';

/**
 * The headers that come with an event, after those recorded with bodies in 2017 and 2025: UUIDs have no braces. A hook
 * with a secret adds `X-Hub-Signature`, which depends on the bytes of the body.
 */
export const headersOf = (key: string): readonly (readonly [name: string, value: string])[] => [
  ['X-Event-Key', key],
  ['X-Hook-UUID', bareUuidOf('hook')],
  ['X-Request-UUID', bareUuidOf(`request ${key}`)],
  ['X-Attempt-Number', '1'],
  ['User-Agent', 'Bitbucket-Webhooks/2.0'],
  ['Content-Type', 'application/json'],
];
