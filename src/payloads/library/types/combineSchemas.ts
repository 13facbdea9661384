import type { Schema } from '../../../events/schema';

/** The entities that schemas refer to, by name. */
export type Definitions = Readonly<Record<string, Schema>>;

/** The entity that a reference names; `undefined` for other schemas. */
export const entityName = ({ $ref }: Schema): string | undefined => $ref?.replace('#/definitions/', '');

/** What a reference leads to; any other schema as it is. */
export function resolve(schema: Schema, definitions: Definitions): Schema {
  const name = entityName(schema);
  if (name !== undefined) {
    const entity = definitions[name];
    if (!entity) {
      throw new Error(`There is no entity ${name}.`);
    }
    return resolve(entity, definitions);
  }
  const [only, ...others] = schema.allOf ?? [];
  return only && others.length === 0 ? resolve(only, definitions) : schema;
}

/** The parts of an `allOf` as one object. Where several say what a property is, the last one counts. */
export function flattened(schema: Schema, definitions: Definitions): Schema {
  const { allOf, ...rest } = schema;
  const parts = (allOf ?? []).map((part) => flattened(resolve(part, definitions), definitions));
  return parts.length === 0
    ? schema
    : {
        ...rest,
        type: 'object',
        properties: Object.assign({}, ...parts.map(({ properties }) => properties)) as Definitions,
        required: [...new Set(parts.flatMap(({ required = [] }) => required))],
      };
}

/** One object that has what any of several has; required is what all of them require. */
export function mergedObject(members: readonly Schema[], definitions: Definitions): Schema {
  const objects = members.map((member) => flattened(resolve(member, definitions), definitions));
  const names = [...new Set(objects.flatMap(({ properties = {} }) => Object.keys(properties)))];
  return {
    type: 'object',
    properties: Object.fromEntries(
      names.map((name) => {
        const values = objects.flatMap(({ properties = {} }) => properties[name] ?? []);
        return [name, mergedValue(values, definitions)];
      }),
    ),
    required: names.filter((name) => objects.every(({ required = [] }) => required.includes(name))),
  };
}

function mergedValue(values: readonly Schema[], definitions: Definitions): Schema {
  const [first = {}] = values;
  const withoutDescription = values.map((value) => ({ ...value, description: undefined }));
  if (new Set(withoutDescription.map((value) => JSON.stringify(value))).size === 1) {
    return first;
  }
  if (values.every(({ type }) => type === 'string')) {
    const known = values.map((value) => value.enum ?? value.const ?? []);
    const isClosed = known.every((each) => each.length > 0);
    return { type: 'string', ...(isClosed && { enum: known.flat() }) };
  }
  if (values.every(({ properties }) => properties)) {
    return mergedObject(values, definitions);
  }
  throw new Error(`These are not one type: ${JSON.stringify(values)}`);
}
