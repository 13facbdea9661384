import { parser } from '@lezer/markdown';
import { roles } from '../roles';

/** Only what stands in fences is code. */
export const markdown = parser.configure({ props: [roles({ embedded: 'CodeText', comment: 'Comment CommentBlock' })] });
