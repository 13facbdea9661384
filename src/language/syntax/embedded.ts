import type { SyntaxNode } from '@lezer/common';
import { literalOf, type Reading } from './reading';
import { isLiteral, roleOf } from './roles';

/** A text in a text, and where it begins there; its own positions count from that. */
export interface Embedded {
  readonly reading: Reading;
  readonly base: number;
}

/** Parses a text of a language, by VS Code's identifier. */
export type ReadText = (languageId: string, text: string) => Promise<Reading>;

/** A text that is a value, and no script or page: what is around it says what it is for. */
const data = /^\s*(?:[[{]|- )/;

/** Longer ones are data that nobody looks into. Characters. */
const maxLength = 200_000;

/**
 * The text at a position that is a language of its own: the script of a page, a fence of Markdown, a string or block scalar
 * that holds JSON, YAML or an expression. Escaped quotes in it are read as quotes.
 */
export async function embeddedAt(reading: Reading, position: number, read: ReadText): Promise<Embedded | undefined> {
  for (let node: SyntaxNode | null = reading.tree.resolveInner(position, -1); node; node = node.parent) {
    const isText = roleOf(node) === 'embedded';
    if (!isText && !isLiteral(node)) {
      continue;
    }
    const { from, to, quote } = isText ? { ...wholeText(reading, node), quote: '' } : literalOf(reading, node);
    const text = reading.text.slice(from, to);
    const languageId = isText ? languageAround(reading, from, text) : languageOfText(text, quote);
    if (languageId === undefined || text.length > maxLength || position < from || position > to) {
      return undefined;
    }
    const unescaped = quote === '"' ? text.replaceAll('\\"', ' "') : text;
    const inner = await read(languageId, unescaped);
    return { reading: data.test(text) ? { ...inner, outer: { reading, node } } : inner, base: from };
  }
  return undefined;
}

/** A fence that is indented has a node for each line. Its first line begins where the others do. */
function wholeText({ text }: Reading, node: SyntaxNode): { from: number; to: number } {
  const lines = node.parent?.getChildren(node.name) ?? [];
  const [first = node, last = node] = [lines[0], lines.at(-1)];
  const isFence = lines.length > 1;
  return { from: isFence ? text.lastIndexOf('\n', first.from - 1) + 1 : first.from, to: last.to };
}

/** What announces a text: a fence's word, a script's `lang`. */
function languageAround({ text: outer }: Reading, from: number, text: string): string | undefined {
  const before = outer.slice(Math.max(0, from - 200), from);
  const isScript = /<script\b[^<]*>$/.test(before);
  const [, word = ''] =
    (isScript ? /\b(?:lang|type)=["']?(?:text\/)?([\w-]+)/ : /[`~]{3,}\s*\{?\.?([\w-]+)[^\n]*\n\s*$/).exec(before) ??
    [];
  if (isScript) {
    return languageIds[word] ?? 'typescript';
  }
  const isFragment = word === 'php' && !text.includes('<?');
  return isFragment ? 'php-fragment' : (languageIds[word] ?? (word === '' ? undefined : word));
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
  if (/(?:[=!]==?|\(|\bin\b)\s*\[?\s*["']/.test(text)) {
    return 'javascript';
  }
  return quote === '' && text.includes('\n') ? languageOfBlock(text) : undefined;
}

/** Of a block scalar or a here-document. */
function languageOfBlock(text: string): string {
  return /^\s*(?:#!|(?:curl|export|set)\s)/.test(text)
    ? 'shellscript'
    : /^\s*(?:- |[\w-]+:(?:\s|$))/.test(text)
      ? 'yaml'
      : 'javascript';
}
