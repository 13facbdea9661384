import { parser } from '@lezer/html';
import { roles } from '../roles';

/** Pages, and what components are written in: code stands in scripts and in attributes. */
export const html = parser.configure({
  props: [
    roles({
      literal: 'AttributeValue',
      embedded: 'ScriptText',
      tag: 'OpenTag SelfClosingTag',
      comment: 'Comment',
      text: 'Text StyleText',
      block: 'Document',
    }),
  ],
});
