import { withNull, wrapped } from './comments';
import type { Declaration, Field, ValueType } from './declarations';
import { type BodySchema, declareTypes } from './declareTypes';

/** As Ruff and Black have it. */
const width = 88;

/** The bodies as Python has them: a TypedDict each, for Python 3.11 or later; empty where there are no schemas. */
export function pythonTypes(schemas: readonly BodySchema[]): string {
  const declarations = declareTypes(schemas, 'kept').map(declarationText);
  const text = declarations.join('\n\n\n');
  const names = ['Any', 'Literal', 'NotRequired', 'TypedDict'].filter((name) => new RegExp(`\\b${name}\\b`).test(text));
  return text === '' ? '' : `from typing import ${names.join(', ')}\n\n\n${text}\n`;
}

function declarationText(declaration: Declaration): string {
  const { name, description } = declaration;
  const about = description === undefined ? [] : wrapped(withNull(description, 'None'), '# ', width);
  if (declaration.kind === 'alias') {
    return [...about, `${name} = ${typeText(declaration.type)}`].join('\n');
  }
  const { fields } = declaration;
  if (fields.every((field) => isIdentifier(field.name))) {
    const lines = fields.flatMap((field) => [...comment(field, '    '), `    ${field.name}: ${fieldType(field)}`]);
    return [`class ${name}(TypedDict):`, ...docstring(description), ...lines].join('\n');
  }
  // Names such as `from` can't be those of attributes.
  const entries = fields.flatMap((field) => [
    ...comment(field, '        '),
    `        "${field.name}": ${fieldType(field)},`,
  ]);
  return [...about, `${name} = TypedDict(`, `    "${name}",`, '    {', ...entries, '    },', ')'].join('\n');
}

function docstring(description: string | undefined): string[] {
  if (description === undefined) {
    return [];
  }
  const text = withNull(description, 'None');
  const line = `    """${text}"""`;
  // Narrower than the whole by the quotes, so that they never stand below a single line.
  const lines = line.length <= width ? [line] : [...wrapped(`"""${text}`, '    ', width - 3), '    """'];
  return [...lines, ''];
}

const comment = ({ description }: Field, indent: string): string[] =>
  description === undefined ? [] : wrapped(withNull(description, 'None'), `${indent}# `, width);

function fieldType({ type, isNullable, isOptional }: Field): string {
  const text = isNullable ? `${typeText(type)} | None` : typeText(type);
  return isOptional ? `NotRequired[${text}]` : text;
}

function typeText(type: ValueType): string {
  switch (type.kind) {
    case 'string':
      return type.values ? `Literal[${type.values.map((value) => `"${value}"`).join(', ')}]` : 'str';
    case 'integer':
      return 'int';
    case 'boolean':
      return 'bool';
    case 'null':
      return 'None';
    case 'object':
      return 'dict[str, Any]';
    case 'list':
      return `list[${typeText(type.items)}]`;
    case 'named':
      return type.name;
    case 'union':
      return type.members.join(' | ');
  }
}

const isIdentifier = (name: string): boolean => /^[A-Za-z_]\w*$/.test(name) && !keywords.has(name);

const keywords = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global ' +
    'if import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);
