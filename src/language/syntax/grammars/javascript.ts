import { parser } from '@lezer/javascript';
import { roles } from '../roles';

const withRoles = parser.configure({
  props: [
    roles({
      literal: 'String TemplateString TemplateType JSXAttributeValue',
      group: 'ArrayExpression ArrayPattern TupleType ObjectExpression ObjectPattern ObjectType ClassBody EnumBody',
      entry: 'Property PatternProperty PropertyType',
      arguments: 'ArgList TypeArgList',
      declaration: 'ClassDeclaration ClassExpression EnumDeclaration InterfaceDeclaration',
      annotation: 'TypeAnnotation',
      tag: 'JSXOpenTag JSXSelfClosingTag',
      switch: 'SwitchStatement',
      case: 'CaseLabel',
      union: 'UnionType LiteralType',
      interpolation: 'Interpolation',
      import: 'ImportDeclaration DynamicImport',
      comment: 'LineComment BlockComment',
      text: 'JSXText RegExp',
      block: 'Script Block',
    }),
  ],
});

export const javascript = withRoles.configure({ dialect: 'jsx' });
export const typescript = withRoles.configure({ dialect: 'ts' });
export const typescriptWithJsx = withRoles.configure({ dialect: 'ts jsx' });
/** A value alone, for JSON's relative in which names need no quotes. */
export const value = withRoles.configure({ top: 'SingleExpression' });
