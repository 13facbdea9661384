import { NodeProp, type NodePropSource, type SyntaxNode } from '@lezer/common';

/**
 * What a kind of node is to those who ask where a literal stands, the same in all languages. Kinds without a role are
 * passed through on the way outwards; names, operators and commas are told by their texts.
 *
 * - `literal`: a string; what stands in it is read as it is.
 * - `scalar`: the same, but line breaks in it are folded: YAML's plain and quoted ones.
 * - `group`: a list, a map, a body in braces: its children are elements, or entries with a name.
 * - `key`: the name's side of an entry, where the grammar has a node for it.
 * - `entry`: an entry of a map, which may be a name alone.
 * - `arguments`: of a call; what is called stands before it.
 * - `constant`: what has arguments and is a name of its own: a constant of Java's enums.
 * - `declaration`: its words before a group name that: `enum Event { … }`, `resource "bitbucket_hook" "ci" { … }`.
 * - `annotation`: a type behind a name.
 * - `tag`: an element of markup, with attributes.
 * - `switch`, `case`, `union`: alternatives, and what chooses among them.
 * - `embedded`: a text in another language.
 * - `interpolation`: code in the middle of a text.
 * - `import`, `comment`, `text`: what never holds a value. `block`: statements.
 */
export type Role =
  | 'literal'
  | 'scalar'
  | 'group'
  | 'key'
  | 'entry'
  | 'arguments'
  | 'constant'
  | 'declaration'
  | 'annotation'
  | 'tag'
  | 'switch'
  | 'case'
  | 'union'
  | 'embedded'
  | 'interpolation'
  | 'import'
  | 'comment'
  | 'text'
  | 'block';

const role = new NodeProp<Role>();

/** Gives a grammar's kinds of nodes their roles: for each role their names, with spaces between. */
export function roles(names: Partial<Readonly<Record<Role, string>>>): NodePropSource {
  const pairs = Object.entries(names) as [Role, string][];
  return role.add(Object.fromEntries(pairs.map(([name, kinds]) => [kinds, name])));
}

export function roleOf(node: SyntaxNode): Role | undefined {
  return node.type.prop(role);
}

export function isLiteral(node: SyntaxNode): boolean {
  const own = roleOf(node);
  return own === 'literal' || own === 'scalar';
}
