import { parser } from '@lezer/markdown';
import { roles } from '../roles';

/** What stands in fences is code, and a word of code in a sentence may be a key. */
export const markdown = parser.configure({
  props: [roles({ literal: 'InlineCode', embedded: 'CodeText', comment: 'Comment CommentBlock' })],
});
