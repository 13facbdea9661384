import type { Certainty } from '../event';
import * as s from './schema';

/** A value of JSON. */
type Json = string | number | boolean | null | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [name: string]: Json;
}

/** One of the things that an event can tell: a sample of its body. */
interface Variant {
  /** What happened, as in the names of files. */
  readonly id: string;
  /** The same in words. English; whoever shows it translates it. */
  readonly title: string;
  readonly body: JsonObject;
  /** Where it isn't that of the event. */
  readonly certainty?: Certainty;
}

/** What an event carries. */
export interface Payload {
  readonly schema: s.Schema;
  /** The first one is what is shown first; none where nobody has published a body. */
  readonly variants: readonly Variant[];
}

/** What the events of a family carry, by event key, and what only they refer to, by name. */
export interface PayloadFamily {
  readonly payloads: Readonly<Record<string, Payload>>;
  readonly entities: Readonly<Record<string, s.Schema>>;
}

/** Nobody has published a body: anything goes, and nothing is made up. */
export const unknownPayload: Payload = { schema: { type: 'object', additionalProperties: true }, variants: [] };

/** What nearly all bodies have, in the order in which Bitbucket writes it. */
export const repositoryAndActor = { repository: s.ref('Repository'), actor: s.ref('Account', 'Who did it.') };

/** One change: what it was and what it is. */
export const change = (value: () => s.Schema, description?: string): s.Schema =>
  s.object({ old: value(), new: value() }, description);

export const variant = (id: string, title: string, body: JsonObject, certainty?: Certainty): Variant => ({
  id,
  title,
  body,
  ...(certainty && { certainty }),
});

/** Ids and titles of what several families tell. */
export const general = ['general', 'General comment'] as const;
export const inline = ['inline', 'Comment on a file'] as const;
export const successful = ['successful', 'Successful'] as const;
export const failed = ['failed', 'Failed'] as const;
