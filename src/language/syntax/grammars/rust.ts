import { parser } from '@lezer/rust';
import { roles } from '../roles';

export const rust = parser.configure({
  props: [
    roles({
      literal: 'String RawString',
      group: 'ArrayExpression TupleExpression FieldInitializerList EnumVariantList BracketedTokens',
      arguments: 'ArgList ParenthesizedTokens',
      declaration: 'EnumItem StructExpression',
      annotation: 'ReferenceType TypeIdentifier',
      switch: 'MatchExpression',
      case: 'MatchArm',
      union: 'OrPattern',
      import: 'UseDeclaration',
      comment: 'LineComment BlockComment',
      block: 'SourceFile Block',
    }),
  ],
});
