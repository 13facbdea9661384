import { hclLanguage } from 'codemirror-lang-hcl';
import { roles } from '../roles';

export const hcl = hclLanguage.parser.configure({
  props: [
    roles({
      literal: 'StringLit QuotedTemplate HeredocTemplate',
      group: 'Tuple Object Body',
      key: 'ObjectKey',
      arguments: 'FunctionArguments',
      declaration: 'Block',
      interpolation: 'TemplateInterpolation',
      comment: 'LineComment BlockComment',
      block: 'ConfigFile',
    }),
  ],
});
