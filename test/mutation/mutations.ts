import ts from 'typescript';

/** One operator of a source text that is another one. */
export interface Mutation {
  readonly line: number;
  readonly from: string;
  readonly to: string;
  /** The whole text with it. */
  readonly text: string;
}

const replacements: ReadonlyMap<string, string> = new Map([
  ['===', '!=='],
  ['!==', '==='],
  ['<', '<='],
  ['<=', '<'],
  ['>', '>='],
  ['>=', '>'],
  ['&&', '||'],
  ['||', '&&'],
  ['+', '-'],
  ['-', '+'],
  ['*', '/'],
  ['+=', '-='],
  ['-=', '+='],
  ['++', '--'],
  ['!', ''],
]);

/** All that can be changed of a source text, one operator at a time. */
export function mutationsOf(text: string): Mutation[] {
  const file = ts.createSourceFile('source.ts', text, ts.ScriptTarget.ES2022, true);
  const mutations: Mutation[] = [];
  const visit = (node: ts.Node): void => {
    const operator = operatorOf(node);
    const to = operator && replacements.get(operator.text);
    if (operator && to !== undefined) {
      const { start, text: from } = operator;
      const line = file.getLineAndCharacterOfPosition(start).line + 1;
      mutations.push({ line, from, to, text: text.slice(0, start) + to + text.slice(start + from.length) });
    }
    node.forEachChild(visit);
  };
  visit(file);
  return mutations;
}

function operatorOf(node: ts.Node): { readonly start: number; readonly text: string } | undefined {
  if (ts.isBinaryExpression(node) && ![node.left, node.right].some(isText)) {
    return { start: node.operatorToken.getStart(), text: node.operatorToken.getText() };
  }
  if (ts.isPrefixUnaryExpression(node)) {
    return { start: node.getStart(), text: ts.tokenToString(node.operator) ?? '' };
  }
  if (ts.isPostfixUnaryExpression(node)) {
    return { start: node.operand.getEnd(), text: ts.tokenToString(node.operator) ?? '' };
  }
  return undefined;
}

/** Texts can be added, but not subtracted. */
function isText(node: ts.Node): boolean {
  return (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) && ts.isBinaryExpression(node.parent)
    ? node.parent.operatorToken.kind === ts.SyntaxKind.PlusToken
    : false;
}
