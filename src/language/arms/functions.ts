import type { SyntaxNode } from '@lezer/common';
import { childrenOf, type Reading } from '../syntax/reading';
import { roleOf } from '../syntax/roles';

/** A function or method that a text declares. */
interface Declared {
  readonly parameters: SyntaxNode;
  readonly body: SyntaxNode;
  /** How many parameters it has. */
  readonly count: number;
  readonly isStatic: boolean;
}

/** The function or method of a name; `undefined` where there is none, or several. */
export function functionNamed({ tree, text }: Reading, name: string): Declared | undefined {
  const found: Declared[] = [];
  tree.iterate({
    enter: ({ node }) => {
      if (!/^(?:Function|Method)Decl/.test(node.name)) {
        return;
      }
      const children = childrenOf(node);
      // The receiver of Go's methods stands before the name.
      const at = children.findIndex(({ from, to }) => text.slice(from, to) === name);
      const parameters = children.slice(at + 1).find((child) => /^(?:Formal)?Parameters$/.test(child.name));
      const body = children.find((child) => roleOf(child) === 'block');
      if (at !== -1 && parameters && body) {
        const count = childrenOf(parameters).filter((child) => child.name.endsWith('Parameter')).length;
        const isStatic = /\bstatic\b/.test(text.slice(node.from, parameters.from));
        found.push({ parameters, body, count, isStatic });
      }
    },
  });
  return found.length === 1 ? found[0] : undefined;
}
