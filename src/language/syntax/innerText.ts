import { type Input, NodeType, type SyntaxNode, Tree } from '@lezer/common';
import type { Language } from './language';
import { withoutSeams } from './joinedQuotes';
import { languageOf } from './languages';
import { holderProp, type Literal, literalOf, type Reading, textOf } from './reading';
import { isLiteral, roleOf } from './roles';
import { finish } from './turns';

/** A text in a text in a text is looked into, and no further. */
export const maxDepth = 2;

/** Longer ones are data that nobody looks into. Characters. */
const maxLength = 200_000;

/** A text that is a value, and no script or page: what is around it says what it is for. */
const data = /^\s*(?:[[{]|- )/;

const rootType = NodeType.define({ id: 0, name: 'InnerText', top: true });

interface Span {
  readonly from: number;
  readonly to: number;
}

/** A text in another language, and the parts of the document that it is made of. */
interface InnerText {
  readonly languageId: string;
  readonly ranges: readonly Span[];
  /** The literal whose value it is, if it is one. */
  readonly literal?: Literal;
}

/**
 * Reads the text at a position that is a language of its own: the script of a page, a fence of Markdown, a string or block
 * scalar that holds JSON, YAML or an expression. It is parsed where it stands, so that its positions are the document's.
 */
export async function readInner(reading: Reading, position: number): Promise<Reading | undefined> {
  const inner = innerTextAt(reading, position);
  const [first, last] = [inner?.ranges[0], inner?.ranges.at(-1)];
  if (!inner || !first || !last || last.to - first.from > maxLength || position < first.from || position > last.to) {
    return undefined;
  }
  const own = await languageOf(inner.languageId);
  const isInQuotes = inner.literal?.quote.endsWith('"') === true;
  const language = isInQuotes && own.quote !== undefined ? { ...own, quote: '\\"' } : own;
  const text = reading.text.slice(first.from, last.to);
  const said = isInQuotes ? text.replaceAll('\\"', ' "') : inner.literal?.quote === "'" ? withoutSeams(text) : text;
  const tree = await parseRanges(language, language.prepare?.(said) ?? said, inner.ranges);
  const holder = inner.literal && data.test(text) ? inner.literal.node : undefined;
  const root = new Tree(rootType, [tree], [first.from], reading.text.length, holder ? [[holderProp, holder]] : []);
  return { language, text: reading.text, tree: root };
}

/** The innermost text at a position that is looked into. */
export async function innermost(whole: Reading, position: number): Promise<Reading> {
  let reading = whole;
  for (let depth = 0; depth < maxDepth; depth++) {
    const inner = await readInner(reading, position);
    if (inner === undefined) {
      break;
    }
    reading = inner;
  }
  return reading;
}

function innerTextAt(reading: Reading, position: number): InnerText | undefined {
  const { text, language } = reading;
  const code = language.frontmatter?.exec(text);
  if (code && code.index <= position && position <= code.index + code[0].length) {
    return { languageId: 'typescript', ranges: [{ from: code.index, to: code.index + code[0].length }] };
  }
  for (let node: SyntaxNode | null = reading.tree.resolveInner(position, -1); node; node = node.parent) {
    if (roleOf(node) === 'embedded') {
      const languageId = announced(reading, node);
      return languageId === undefined ? undefined : { languageId, ranges: rangesOf(node) };
    }
    if (language.hasExpressions === true && node.name === 'Text') {
      const range = bracesAround(text, node, position);
      return range && { languageId: 'typescript', ranges: [range] };
    }
    if (isLiteral(node)) {
      const literal = literalOf(reading, node);
      const languageId = languageOfText(textOf(reading, literal), literal.quote);
      return languageId === undefined ? undefined : { languageId, ranges: [literal], literal };
    }
  }
  return undefined;
}

/** The expression in braces at a position of a text, without the words that a block begins with: `{#if …}`, `{:else if …}`. */
function bracesAround(text: string, { from, to }: Span, position: number): Span | undefined {
  let [start, depth] = [position - 1, 0];
  for (; start >= from && (depth > 0 || text.charAt(start) !== '{'); start--) {
    depth += Number(text.charAt(start) === '}') - Number(text.charAt(start) === '{');
  }
  if (start < from) {
    return undefined;
  }
  const [block = ''] =
    /^\{[#:@/]?(?:(?<=[#:@])(?:else )?(?:if|each|const|key|await|html)\b)?/.exec(text.slice(start, start + 20)) ?? [];
  const end = /\}|$/.exec(text.slice(position, to))?.index ?? 0;
  return { from: start + block.length, to: position + end };
}

/** A fence that is indented has a node for each line. */
function rangesOf(node: SyntaxNode): Span[] {
  const ranges: { from: number; to: number }[] = [];
  for (const { from, to } of node.parent?.getChildren(node.name) ?? []) {
    const last = ranges.at(-1);
    if (last?.to === from) {
      last.to = to;
    } else {
      ranges.push({ from, to });
    }
  }
  return ranges;
}

/** What announces a text: a fence's word, a script's `lang`. */
function announced(reading: Reading, node: SyntaxNode): string | undefined {
  const info = node.parent?.getChild('CodeInfo');
  if (info) {
    const [word = ''] = /[\w-]+/.exec(textOf(reading, info)) ?? [];
    const isFragment = word === 'php' && !textOf(reading, node.parent ?? node).includes('<?');
    return isFragment ? 'php-fragment' : (languageIds[word] ?? (word === '' ? undefined : word));
  }
  return node.name === 'ScriptText' ? scriptLanguage(reading, node) : undefined;
}

function scriptLanguage(reading: Reading, node: SyntaxNode): string {
  for (const attribute of node.parent?.getChild('OpenTag')?.getChildren('Attribute') ?? []) {
    const [name, , value] = [attribute.firstChild, attribute.firstChild?.nextSibling, attribute.lastChild];
    if (name && value && /^(?:lang|type)$/.test(textOf(reading, name))) {
      const word = textOf(reading, literalOf(reading, value)).replace(/^text\//, '');
      return languageIds[word] ?? 'typescript';
    }
  }
  return 'typescript';
}

/** By the names that fences have. */
const languageIds: Readonly<Record<string, string>> = {
  yml: 'yaml',
  js: 'javascript',
  jsx: 'javascriptreact',
  ts: 'typescript',
  tsx: 'typescriptreact',
  sh: 'shellscript',
  bash: 'shellscript',
  shell: 'shellscript',
  console: 'shellscript',
  py: 'python',
  tf: 'terraform',
  rb: 'ruby',
  cs: 'csharp',
  golang: 'go',
  ps1: 'powershell',
};

/** How a string's text begins; a word or a sentence is none. */
function languageOfText(text: string, quote: string): string | undefined {
  if (/^\s*(?:data|locals|module|output|provider|resource|terraform|variable)\b[^\n=]*\{\s*\n/.test(text)) {
    return 'terraform-fragment';
  }
  const [, firstQuote] = /^\s*[[{][^"']*(["'])/.exec(text) ?? [];
  if (firstQuote !== undefined) {
    return firstQuote === "'" && quote !== "'" ? 'javascript' : 'json';
  }
  if (/^[\w-]+:\s+\S*$/.test(text)) {
    return 'yaml';
  }
  if (quote === '' && text.includes('\n')) {
    return languageOfBlock(text);
  }
  return /(?:[=!]==?|\(|\bin\b)\s*\[?\s*["']/.test(text) ? 'javascript' : undefined;
}

/** What a block scalar may begin with, whatever it is. */
const comments = /^(?:\s*(?:#(?!!).*|---.*)\n)*\s*/;

/** Of a block scalar. */
function languageOfBlock(text: string): string {
  const code = text.replace(comments, '');
  return /^(?:#!|(?:curl|export|set)\s)/.test(code)
    ? 'shellscript'
    : /^(?:- |(?:[\w-]+|"[\w-]+"|'[\w-]+'):(?:\s|$))/.test(code)
      ? 'yaml'
      : 'javascript';
}

/** Parses a text that begins at the first of these ranges, in slices. */
function parseRanges({ parser }: Language, text: string, ranges: readonly Span[]): Promise<Tree> {
  const start = ranges[0]?.from ?? 0;
  const input: Input = {
    length: start + text.length,
    chunk: (from) => text.slice(from - start),
    lineChunks: false,
    read: (from, to) => text.slice(from - start, to - start),
  };
  return finish(parser.startParse(input, [], ranges));
}
