import type { Schema } from '../schema';

export type { Schema };

/** A property that isn't always there. */
class Optional {
  constructor(readonly schema: Schema) {}
}

/** Marks a property as one that isn't always there. */
export const optional = (schema: Schema) => new Optional(schema);

/** An object with these properties, in the order in which Bitbucket writes them. */
export function object(properties: Readonly<Record<string, Schema | Optional>>, description?: string): Schema {
  const entries = Object.entries(properties);
  return {
    ...described(description),
    type: 'object',
    properties: Object.fromEntries(
      entries.map(([name, value]) => [name, value instanceof Optional ? value.schema : value]),
    ),
    required: entries.filter(([, value]) => !(value instanceof Optional)).map(([name]) => name),
  };
}

export const text = (description?: string): Schema => ({ ...described(description), type: 'string' });

/** A string for which these values were seen; there may be others. */
export const textSuchAs = (examples: readonly string[], description?: string): Schema => ({
  ...text(description),
  examples,
});

/** One of these strings. */
export const oneOf = (values: readonly string[], description?: string): Schema => ({
  ...text(description),
  enum: values,
});

/** Always this string, such as the `type` that tells entities apart. */
export const constant = (value: string, description?: string): Schema => ({
  ...described(description),
  const: value,
  type: 'string',
});

/** A moment in ISO 8601 with an offset. */
export const dateTime = (description?: string): Schema => ({ ...text(description), format: 'date-time' });

export const integer = (description?: string): Schema => ({ ...described(description), type: 'integer' });

export const boolean = (description?: string): Schema => ({ ...described(description), type: 'boolean' });

export const list = (items: Schema, description?: string): Schema => ({
  ...described(description),
  type: 'array',
  items,
});

/** An entity by its name in `definitions`. */
export function ref(name: string, description?: string): Schema {
  const reference = { $ref: `#/definitions/${name}` };
  // Draft-07 doesn't read what stands beside a `$ref`.
  return description === undefined ? reference : { description, allOf: [reference] };
}

/** Any of these entities. */
export const anyOf = (names: readonly string[], description?: string): Schema => ({
  ...described(description),
  anyOf: names.map((name) => ref(name)),
});

/** What is described, or null. */
export function nullable(schema: Schema, description = schema.description): Schema {
  if (typeof schema.type === 'string' && !schema.enum) {
    return { ...schema, ...described(description), type: [schema.type, 'null'] };
  }
  if (schema.enum) {
    return { ...schema, ...described(description), type: ['string', 'null'], enum: [...schema.enum, null] };
  }
  return { ...described(description), anyOf: [...(schema.anyOf ?? [schema]), { type: 'null' }] };
}

/** The addresses of an entity, by what they lead to; `?` at the end of a name: not always there. */
export function links(...names: readonly string[]): Schema {
  const property = (name: string): [string, Schema | Optional] =>
    name.endsWith('?') ? [name.slice(0, -1), optional(ref('Link'))] : [name, ref('Link')];
  return object(Object.fromEntries(names.map(property)));
}

const described = (description: string | undefined) => (description === undefined ? {} : { description });
