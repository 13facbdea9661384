import { parser } from '@lezer/go';
import { roles } from '../roles';

export const go = parser.configure({
  props: [
    roles({
      literal: 'String',
      group: 'LiteralValue',
      key: 'Key',
      arguments: 'Arguments',
      declaration: 'TypedLiteral',
      annotation: 'TypeName',
      switch: 'SwitchStatement',
      case: 'Case',
      import: 'ImportDecl',
      comment: 'LineComment BlockComment',
      // The tags of a struct's fields.
      text: 'FieldDecl',
      block: 'SourceFile Block SpecList',
    }),
  ],
});
