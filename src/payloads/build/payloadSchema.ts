import { entities, payloads } from '../../events/payloads';
import type { Schema } from '../../events/schema';
import { payloadTypeName } from '../library/selectTypes';
import type { BodySchema } from '../library/types/declareTypes';

/** A schema as it is shipped: draft-07, with all that it needs, since VS Code doesn't load one schema from another. */
interface PayloadSchema extends BodySchema {
  readonly $schema: string;
}

/** The schema of an event's body; throws for a key that there is no schema of. */
export function payloadSchema(key: string): PayloadSchema {
  const { schema } = payloads.get(key) ?? {};
  if (!schema) {
    throw new Error(`There is no schema of ${key}.`);
  }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: payloadTypeName(key),
    ...schema,
    definitions: entitiesIn(schema),
  };
}

/**
 * The same for bodies that people write: nothing has to be there, so that what is wrong in what is there isn't lost among
 * all that is missing.
 */
export const writtenSchema = (key: string): unknown => withoutRequired(payloadSchema(key));

function withoutRequired(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withoutRequired);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  // A property may be called like that; what it is then is a schema.
  const entries = Object.entries(value).filter(([name, part]) => !(name === 'required' && Array.isArray(part)));
  return Object.fromEntries(entries.map(([name, part]) => [name, withoutRequired(part)]));
}

/** The entities that a schema refers to, directly or by others, in the order in which they come up. */
export function entitiesIn(schema: Schema): Record<string, Schema> {
  const found = new Map<string, Schema>();
  const visit = (part: Schema) => {
    for (const [, name = ''] of JSON.stringify(part).matchAll(/"#\/definitions\/(\w+)"/g)) {
      const entity = entities[name];
      if (!entity) {
        throw new Error(`There is no entity ${name}.`);
      }
      if (!found.has(name)) {
        found.set(name, entity);
        visit(entity);
      }
    }
  };
  visit(schema);
  return Object.fromEntries(found);
}
