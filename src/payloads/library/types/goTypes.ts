import { withNull, wrapped } from './comments';
import type { Declaration, Field, ValueType } from './declarations';
import { type BodySchema, declareTypes } from './declareTypes';
import { goName } from './goNames';

const width = 100;

/** The bodies as Go has them: a struct each, with those that it needs after it; empty where there are no schemas. */
export function goTypes(schemas: readonly BodySchema[]): string {
  const declarations = declareTypes([...schemas].reverse(), 'merged').reverse();
  return declarations.map((declaration) => `${declarationText(declaration)}\n`).join('\n');
}

function declarationText(declaration: Declaration): string {
  const { name, description } = declaration;
  const about = description === undefined ? [] : wrapped(withNull(docComment(name, description), 'nil'), '// ', width);
  return declaration.kind === 'alias'
    ? [...about, `type ${name} ${typeText(declaration.type)}`].join('\n')
    : [...about, `type ${name} struct {`, ...fieldLines(declaration.fields), '}'].join('\n');
}

/** Doc comments are sentences that begin with the name. */
function docComment(name: string, description: string): string {
  const lower = `${description.slice(0, 1).toLowerCase()}${description.slice(1)}`;
  if (/^(?:an?|the|one|what|who|where)\b/i.test(description)) {
    return `${name} is ${lower}`;
  }
  return /^(?:comes|doesn't)\b/i.test(description) ? `${name} ${lower}` : `${name}: ${lower}`;
}

/** The fields in columns, as gofmt has them: a comment ends a column. */
function fieldLines(fields: readonly Field[]): string[] {
  const sections: Field[][] = [];
  for (const field of fields) {
    const section = sections.at(-1);
    if (section && field.description === undefined) {
      section.push(field);
    } else {
      sections.push([field]);
    }
  }
  return sections.flatMap((section) => {
    const description = section[0]?.description;
    const rows = section.map((field) => [goName(field.name), fieldType(field), tagOf(field)] as const);
    const nameWidth = Math.max(...rows.map(([name]) => name.length));
    const typeWidth = Math.max(...rows.map(([, type]) => type.length));
    const lines = rows.map(([name, type, tag]) => `\t${name.padEnd(nameWidth)} ${type.padEnd(typeWidth)} ${tag}`);
    return [...(description === undefined ? [] : wrapped(withNull(description, 'nil'), '\t// ', width)), ...lines];
  });
}

/** Slices and maps can be nil as they are; anything else that may be null or missing is a pointer. */
const hasNil = ({ type }: Field): boolean => type.kind === 'list' || type.kind === 'object' || type.kind === 'null';

function fieldType(field: Field): string {
  const text = typeText(field.type);
  return (field.isNullable || field.isOptional) && !hasNil(field) ? `*${text}` : text;
}

/**
 * What may be missing stays away when it is nil. What may also be null doesn't, so that null comes out again; and empty
 * lists and objects don't, which `omitempty` would leave out: `omitzero` is there since Go 1.24.
 */
function tagOf(field: Field): string {
  const isLeftOut = field.isOptional && !field.isNullable;
  const option = !isLeftOut ? '' : hasNil(field) ? ',omitzero' : ',omitempty';
  return `\`json:"${field.name}${option}"\``;
}

function typeText(type: ValueType): string {
  switch (type.kind) {
    // Dates too: nothing is lost where one has another form.
    case 'string':
      return 'string';
    case 'integer':
      return 'int64';
    case 'boolean':
      return 'bool';
    case 'null':
      return 'any';
    case 'object':
      return 'map[string]any';
    case 'list':
      return `[]${typeText(type.items)}`;
    case 'named':
      return type.name;
    case 'union':
      throw new Error('Go has no unions.');
  }
}
