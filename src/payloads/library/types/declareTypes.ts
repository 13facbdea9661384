import type { Schema } from '../../../events/schema';
import { type Definitions, entityName, flattened, mergedObject, resolve } from './combineSchemas';
import type { Declaration, Field, ValueType } from './declarations';

/** The schema of an event's body, as it is shipped. */
export interface BodySchema extends Schema {
  /** The name of its type, such as `RepoPushPayload`. */
  readonly title: string;
  readonly definitions: Definitions;
}

/** `merged`: a language without unions has one record in the place of several, which has what any of them has. */
export type Unions = 'kept' | 'merged';

/** The types of some bodies with all that they need, each after those that it needs. */
export function declareTypes(schemas: readonly BodySchema[], unions: Unions): Declaration[] {
  const definitions = Object.assign({}, ...schemas.map((schema) => schema.definitions)) as Definitions;
  const declaring = new Declaring(definitions, unions);
  for (const schema of schemas) {
    declaring.declare(schema.title, schema);
  }
  return declaring.declarations;
}

class Declaring {
  readonly declarations: Declaration[] = [];
  private readonly names = new Set<string>();

  constructor(
    private readonly definitions: Definitions,
    private readonly unions: Unions,
  ) {}

  /** Declares a type under a name, once. */
  declare(name: string, schema: Schema): void {
    if (this.names.has(name)) {
      return;
    }
    this.names.add(name);
    const { description } = schema;
    const object = this.objectOf(schema);
    if (object) {
      this.declarations.push({ kind: 'record', name, description, fields: this.fieldsOf(name, object) });
    } else {
      this.declarations.push({ kind: 'alias', name, description, type: this.typeOf(schema, name, name).type });
    }
  }

  /** The object with known properties that a schema describes; `undefined` if it describes something else. */
  private objectOf(schema: Schema): Schema | undefined {
    const { properties, allOf = [] } = schema;
    if (allOf.length > 0) {
      return this.unions === 'merged' ? this.withBaseOfNulls(schema) : flattened(schema, this.definitions);
    }
    if (properties) {
      return schema;
    }
    const members = membersOf(schema);
    return this.unions === 'merged' && members.length > 1 ? mergedObject(members, this.definitions) : undefined;
  }

  /** Where only null is left of a property, what else it is in other states: null alone is no type there. */
  private withBaseOfNulls(schema: Schema): Schema {
    const object = flattened(schema, this.definitions);
    const [base] = (schema.allOf ?? []).map((part) => resolve(part, this.definitions).properties ?? {});
    const properties = Object.entries(object.properties ?? {}).map(([name, property]) => {
      const before = base?.[name];
      return [name, property.type === 'null' && before ? before : property] as const;
    });
    return { ...object, properties: Object.fromEntries(properties) };
  }

  private fieldsOf(owner: string, { properties = {}, required = [] }: Schema): Field[] {
    return Object.entries(properties).map(([name, schema]) => ({
      name,
      ...this.typeOf(schema, `${owner}${capitalized(name)}`),
      isOptional: !required.includes(name),
      description: schema.description,
    }));
  }

  /**
   * @param name What the type is called if it has to be declared and is no entity.
   * @param declared The entity that is being declared as this type.
   */
  private typeOf(schema: Schema, name: string, declared?: string): Pick<Field, 'type' | 'isNullable'> {
    const [only, ...others] = schema.allOf ?? [];
    if (only && others.length === 0) {
      return this.typeOf(only, name);
    }
    const entity = entityName(schema);
    if (entity !== undefined) {
      this.declare(entity, this.definitions[entity] ?? {});
      return { type: { kind: 'named', name: entity }, isNullable: false };
    }
    const members = membersOf(schema);
    const [member] = members;
    if (member) {
      const type = members.length > 1 ? this.unionOf(members, declared) : this.typeOf(member, name).type;
      return { type, isNullable: members.length < (schema.anyOf ?? []).length };
    }
    const types = [schema.type].flat();
    const isNullable = types.length > 1 && types.includes('null');
    return { type: this.simpleType(schema, types[0], name), isNullable };
  }

  private simpleType(schema: Schema, type: string | undefined, name: string): ValueType {
    switch (type) {
      case 'string': {
        const values = (schema.enum ?? [schema.const ?? null]).filter((value) => value !== null);
        return { kind: 'string', ...(values.length > 0 && { values }) };
      }
      case 'integer':
      case 'boolean':
      case 'null':
        return { kind: type };
      case 'array':
        return { kind: 'list', items: this.typeOf(schema.items ?? {}, name.replace(/s$/, '')).type };
      case 'object':
        if (!schema.properties) {
          return { kind: 'object' };
        }
        this.declare(name, withoutDescription(schema));
        return { kind: 'named', name };
      default:
        throw new Error(`There is no type for ${JSON.stringify(schema)}.`);
    }
  }

  /** Any of several entities: under its name, if it has one. */
  private unionOf(members: readonly Schema[], declared: string | undefined): ValueType {
    const names = members.map((member) => entityName(member) ?? '');
    const isThisUnion = ({ anyOf = [] }: Schema) => anyOf.map(entityName).join() === names.join();
    const known = Object.entries(this.definitions).find(([name, schema]) => name !== declared && isThisUnion(schema));
    if (known) {
      this.declare(...known);
      return { kind: 'named', name: known[0] };
    }
    if (this.unions === 'merged') {
      const name = names.join('Or');
      this.declare(name, { anyOf: members });
      return { kind: 'named', name };
    }
    names.forEach((name) => {
      this.declare(name, this.definitions[name] ?? {});
    });
    return { kind: 'union', members: names };
  }
}

/** What a value may be, apart from null. */
const membersOf = ({ anyOf = [] }: Schema): Schema[] => anyOf.filter(({ type }) => type !== 'null');

/** What is said of a property is said where it stands. */
function withoutDescription(schema: Schema): Schema {
  const { description, ...rest } = schema;
  return description === undefined ? schema : rest;
}

/** A property's name as the end of the name of a type. */
const capitalized = (name: string): string =>
  name
    .split(/[^A-Za-z\d]+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');
