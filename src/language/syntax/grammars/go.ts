import { parser } from '@lezer/go';
import { ContextTracker, type InputStream } from '@lezer/lr';
import { roles } from '../roles';

/** Remembers whether a statement may end at the token read last: then a line break behind it ends it. */
type LineEndTracker = ContextTracker<boolean> & {
  shift(mayEnd: boolean, ...token: [term: number, stack: unknown, input: InputStream]): boolean;
};
/** The grammar's own, which its type doesn't show. Version 1.0.1 forgets that `true` and `false` may end a statement. */
const { context: lineEnds } = parser as unknown as { context: LineEndTracker };

const startsWith = (input: InputStream, word: string): boolean =>
  Array.from(word).every((char, index) => input.peek(index) === char.charCodeAt(0));

export const go = parser.configure({
  contextTracker: new ContextTracker<boolean>({
    start: false,
    shift: (mayEnd, term, stack, input) =>
      lineEnds.shift(mayEnd, term, stack, input) || startsWith(input, 'true') || startsWith(input, 'false'),
  }),
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
