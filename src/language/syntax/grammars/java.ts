import { parser } from '@lezer/java';
import { roles } from '../roles';

export const java = parser.configure({
  props: [
    roles({
      literal: 'StringLiteral TextBlock',
      group: 'ArrayInitializer ElementValueArrayInitializer EnumBody ClassBody InterfaceBody',
      arguments: 'ArgumentList AnnotationArgumentList',
      constant: 'EnumConstant',
      declaration: 'EnumDeclaration ClassDeclaration InterfaceDeclaration',
      switch: 'SwitchStatement SwitchExpression',
      case: 'SwitchLabel',
      import: 'ImportDeclaration',
      comment: 'LineComment BlockComment',
      block: 'Program Block',
    }),
  ],
});
