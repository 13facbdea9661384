import type { SyntaxNode } from '@lezer/common';
import { childrenOf, literalOf, type Reading } from '../syntax/reading';
import { isLiteral, roleOf } from '../syntax/roles';
import { quoted } from '../insert/written';
import { functionNamed } from './functions';
import { quoteOf } from './layout';
import type { Manner } from './manner';

interface Neighbour {
  readonly name: SyntaxNode;
  readonly value: SyntaxNode | undefined;
}

/**
 * What an entry has for an event that isn't handled yet, of the same type as its neighbour's value: a function that does
 * nothing, or refuses where the neighbour's gives something back; an empty text. `undefined` where nobody can tell.
 */
export function valueLike(
  reading: Reading,
  manner: Manner,
  { name, value }: Neighbour,
): ((key: string) => string) | undefined {
  const quote = quoteOf(reading, name);
  if (value && isLiteral(value)) {
    const empty = quoted('', literalOf(reading, value).quote);
    return () => empty;
  }
  const refuse = (key: string) => manner.refuse(key, quote);
  switch (manner.language) {
    case 'script':
      return scriptValue(reading, value ?? name.parent, refuse);
    case 'python':
      return () => (value && isCallable(value.name) ? 'lambda *_: None' : 'None');
    case 'php':
      return () => phpValue(reading, value);
    case 'go':
      return value && goValue(reading, value, refuse);
    case 'java':
      return value && javaValue(reading, value, refuse);
    default:
      return undefined;
  }
}

function isCallable(name: string): boolean {
  return /^(?:LambdaExpression|VariableName|MemberExpression)$/.test(name);
}

type Refuse = (key: string) => string;

/** In JavaScript a function may have fewer parameters than are handed to it. */
function scriptValue(
  reading: Reading,
  value: SyntaxNode | null,
  refuse: Refuse,
): ((key: string) => string) | undefined {
  if (!value) {
    return undefined;
  }
  const text = reading.text.slice(value.from, value.to);
  const isMethod = value.name === 'Property';
  const block = childrenOf(value).find((child) => roleOf(child) === 'block');
  const isFunction = isMethod || /^(?:ArrowFunction|FunctionExpression)$/.test(value.name);
  // Classes are called like this, and what is made of them is something else.
  const isName = /^(?:VariableName|MemberExpression)$/.test(value.name) && /(?:^|\.)[a-z_$][\w$]*$/.test(text);
  if (!isFunction && !isName) {
    return undefined;
  }
  const isVoid = isFunction && block !== undefined && !givesBack(reading, block);
  const start = `${isVoid && /^async\b/.test(text) ? 'async ' : ''}()${isMethod ? '' : ' =>'}`;
  if (isMethod) {
    return (key) => (isVoid ? '() {}' : `() { ${refuse(key)} }`);
  }
  return (key) => (isVoid ? `${start} {}` : `() => { ${refuse(key)} }`);
}

/** Whether a function's body has a `return` with a value, those of functions in it left out. */
function givesBack(reading: Reading, node: SyntaxNode): boolean {
  return childrenOf(node).some((child) => {
    if (
      /^(?:ArrowFunction|FunctionExpression|FunctionLiteral|LambdaExpression|FunctionDeclaration)$/.test(child.name)
    ) {
      return false;
    }
    const isReturn =
      child.name === 'ReturnStatement' && /^return\s*[^\s;]/.test(reading.text.slice(child.from, child.to));
    return isReturn || givesBack(reading, child);
  });
}

function phpValue({ text }: Reading, value: SyntaxNode | undefined): string {
  const block = value && childrenOf(value).find((child) => roleOf(child) === 'block');
  if (value?.name === 'FunctionExpression' && block) {
    return `${text.slice(value.from, block.from)}{}`;
  }
  return value?.name === 'ArrowFunction'
    ? `${/^.*?=>/s.exec(text.slice(value.from, value.to))?.[0] ?? ''} null`
    : 'null';
}

/** In Go the type says all: that of a literal, of the function of that name, or of the map's values. */
function goValue(reading: Reading, value: SyntaxNode, refuse: Refuse): ((key: string) => string) | undefined {
  const { text } = reading;
  const block = childrenOf(value).find((child) => roleOf(child) === 'block');
  const map = value.parent?.parent?.parent?.firstChild;
  const ofValues =
    map?.name === 'MapType' ? /^map\[[^\]]*\](func\b.*)$/s.exec(text.slice(map.from, map.to))?.[1] : undefined;
  const own = value.name === 'FunctionLiteral' && block ? text.slice(value.from, block.from).trim() : undefined;
  const named = /^(?:VariableName|SelectorExpr)$/.test(value.name)
    ? functionNamed(reading, lastName(text, value))
    : undefined;
  const signature = own ?? ofValues ?? (named && `func${text.slice(named.parameters.from, named.body.from).trimEnd()}`);
  if (signature === undefined) {
    return undefined;
  }
  const hasResults = !/^func\s*\((?:[^()]|\([^()]*\))*\)$/.test(signature);
  return (key) => (hasResults ? `${signature} { ${refuse(key)} }` : `${signature} {}`);
}

/** In Java a lambda that only throws fits every interface with so many parameters. */
function javaValue(reading: Reading, value: SyntaxNode, refuse: Refuse): ((key: string) => string) | undefined {
  const { text } = reading;
  if (value.name === 'LambdaExpression') {
    const parameters = /^.*?->/s.exec(text.slice(value.from, value.to))?.[0];
    const block = childrenOf(value).find((child) => roleOf(child) === 'block');
    const isVoid =
      block !== undefined && !givesBack(reading, block) && !/\bthrow\b/.test(text.slice(block.from, block.to));
    return parameters === undefined
      ? undefined
      : (key) => (isVoid ? `${parameters} { }` : `${parameters} { ${refuse(key)} }`);
  }
  const named = value.name === 'MethodReference' ? functionNamed(reading, lastName(text, value)) : undefined;
  const isOwn = /^(?:this|[a-z]\w*)\s*::/.test(text.slice(value.from, value.to)) || named?.isStatic === true;
  if (!named || !isOwn) {
    return undefined;
  }
  const names = Array.from({ length: named.count }, (_, index) => `unused${index === 0 ? '' : index + 1}`);
  const parameters = names.length === 1 ? names.join() : `(${names.join(', ')})`;
  return (key) => `${parameters} -> { ${refuse(key)} }`;
}

function lastName(text: string, { from, to }: SyntaxNode): string {
  return /(\w+)\s*$/.exec(text.slice(from, to))?.[1] ?? '';
}
