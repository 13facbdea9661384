import { entities } from '../../../src/events/payloads';
import type { Schema } from '../../../src/events/shared/schema';

/** A property in a body, with what the schema says of it. */
export interface Site {
  readonly path: readonly (string | number)[];
  readonly required: boolean;
  /** The types that it may have, in the words of JSON Schema; none: any. */
  readonly types: ReadonlySet<string>;
}

/** All properties of a body that a schema knows. */
export function sitesIn(schema: Schema, body: unknown, path: Site['path'] = []): Site[] {
  const parts = partsOf(schema, body);
  if (Array.isArray(body)) {
    return body.flatMap((item, index) =>
      parts.flatMap(({ items }) => (items ? sitesIn(items, item, [...path, index]) : [])),
    );
  }
  if (typeof body !== 'object' || body === null) {
    return [];
  }
  return Object.entries(body).flatMap(([name, value]) => {
    const schemas = parts.flatMap(({ properties }) => properties?.[name] ?? []);
    if (schemas.length === 0) {
      return [];
    }
    const [first = new Set<string>(), ...others] = schemas.map(typesOf);
    const site = {
      path: [...path, name],
      required: parts.some(({ required }) => required?.includes(name)),
      // With several schemas a value has to please them all.
      types: new Set([...first].filter((type) => others.every((types) => types.has(type)))),
    };
    return [site, ...schemas.flatMap((each) => sitesIn(each, value, site.path))];
  });
}

/** The schemas that a value has to please: references followed, and of several the one with the value's `type`. */
function partsOf(schema: Schema, value: unknown): Schema[] {
  if (schema.$ref !== undefined) {
    return partsOf(entityOf(schema.$ref), value);
  }
  if (schema.anyOf) {
    const { anyOf } = schema;
    const parts = anyOf.map((option) => partsOf(option, value));
    return parts.find((option) => option.some((part) => fits(part, value))) ?? [];
  }
  return [schema, ...(schema.allOf ?? []).flatMap((part) => partsOf(part, value))];
}

function fits({ type, properties }: Schema, value: unknown): boolean {
  if (value === null) {
    return type === 'null';
  }
  const constant = properties?.['type']?.const;
  return type !== 'null' && (constant === undefined || constant === (value as Record<string, unknown>)['type']);
}

function typesOf(schema: Schema): Set<string> {
  if (schema.$ref !== undefined) {
    return typesOf(entityOf(schema.$ref));
  }
  if (schema.type !== undefined) {
    return new Set([schema.type].flat());
  }
  return new Set([...(schema.anyOf ?? []), ...(schema.allOf ?? [])].flatMap((part) => [...typesOf(part)]));
}

const entityOf = (reference: string): Schema => entities[reference.replace('#/definitions/', '')] ?? {};
