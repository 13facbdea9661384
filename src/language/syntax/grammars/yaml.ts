import { parser } from '@lezer/yaml';
import { roles } from '../roles';

export const yaml = parser.configure({
  props: [
    roles({
      scalar: 'Literal QuotedLiteral',
      literal: 'BlockLiteralContent',
      group: 'BlockSequence FlowSequence BlockMapping FlowMapping',
      key: 'Key',
      entry: 'Pair',
      comment: 'Comment',
      text: 'Alias Anchor Tag BlockLiteralHeader Directive DirectiveContent',
    }),
  ],
});
