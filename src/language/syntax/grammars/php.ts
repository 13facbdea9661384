import { parser } from '@lezer/php';
import { roles } from '../roles';

export const php = parser.configure({
  props: [
    roles({
      literal: 'String Heredoc',
      group: 'ArrayExpression ValueList DeclarationList EnumBody',
      entry: 'Pair',
      arguments: 'ArgList',
      declaration: 'ClassDeclaration EnumDeclaration InterfaceDeclaration',
      switch: 'SwitchStatement MatchExpression',
      case: 'CaseStatement MatchArm',
      interpolation: 'Interpolation',
      comment: 'LineComment BlockComment',
      text: 'TextInterpolation Text',
      block: 'Template Program Block',
    }),
  ],
});

/** Without the tag that begins it. */
export const fragment = php.configure({ top: 'Program' });
