import { parser } from '@lezer/python';
import { roles } from '../roles';

export const python = parser.configure({
  props: [
    roles({
      literal: 'String FormatString',
      group:
        'ArrayExpression TupleExpression SetExpression DictionaryExpression ArrayComprehensionExpression SequencePattern MappingPattern',
      arguments: 'ArgList',
      declaration: 'ClassDefinition',
      annotation: 'TypeDef',
      switch: 'MatchStatement',
      case: 'MatchClause',
      union: 'OrPattern',
      interpolation: 'FormatReplacement ContinuedString',
      import: 'ImportStatement',
      comment: 'Comment',
      block: 'Script Body',
    }),
  ],
});
