import type { StreamParser } from '@codemirror/language';
import { blankComments, blankTemplates, maskFormatVerbs, spaces } from './blank';
import type { Language } from './language';
import type { Words } from './modes/tokenTree';

/** What reads a language, loaded when it is asked for: each grammar has large tables. */
type Load = () => Promise<Language>;

/** Lengths that parse in about 5 ms; data is simpler than code. */
const smallData = 30_000;
const smallCode = 10_000;
const brackets = { list: ['[', ', ', ']'] } as const;
const typed = (start: string, end: string): Partial<Language> => ({ list: [start, ', ', end], isTyped: true });
const single = { usualQuote: "'", closingMark: 'kept', ...brackets } as const;

const code = (parser: Language['parser'], more: Partial<Language> = {}): Language => ({
  parser,
  smallLength: smallCode,
  ...more,
});

const yaml: Load = async () => ({
  parser: (await import('./grammars/yaml')).yaml,
  prepare: blankTemplates,
  // YAML's mark. Lezer notes what is open where a document ends, and could use nothing of it again after an edit.
  end: '\n...\n',
  usualQuote: '',
  hasBlockLists: true,
  isData: true,
  ...brackets,
  lineQuotes: '"\'',
  smallLength: smallData,
});
const json: Load = async () => ({
  parser: (await import('./grammars/json')).json,
  prepare: (text) => blankComments(blankTemplates(text)),
  quote: '"',
  isData: true,
  ...brackets,
  lineQuotes: '"',
  smallLength: smallData,
});
const jsonLines: Load = async () => ({ ...(await json()), parser: (await import('./grammars/json')).jsonLines });
const json5: Load = async () =>
  code((await import('./grammars/javascript')).value, { prepare: blankTemplates, ...brackets });
const javascript: Load = async () => code((await import('./grammars/javascript')).javascript, single);
const hcl: Load = async () =>
  code((await import('./grammars/hcl')).hcl, { isData: true, closingMark: 'kept', ...brackets });

/** Languages without a grammar here: CodeMirror's modes know their strings and comments. */
const byMode = (load: () => Promise<StreamParser<unknown>>, more: Partial<Language> = {}, words: Words = {}): Load => {
  return async () => {
    const [{ ModeParser }, tokens, mode] = await Promise.all([
      import('./modes/modeParser'),
      import('./modes/tokens'),
      load(),
    ]);
    return code(new ModeParser(() => tokens.byMode(mode, words.hasRawStrings), words), more);
  };
};
const clike = (name: 'csharp' | 'kotlin' | 'dart' | 'scala', more?: Partial<Language>, words?: Words): Load =>
  byMode(async () => (await import('@codemirror/legacy-modes/mode/clike'))[name], more, words);
const shell = byMode(
  async () => (await import('@codemirror/legacy-modes/mode/shell')).shell,
  { usualQuote: "'", list: ['(', ' ', ')'], caseSeparator: '|', lineQuotes: '"', assignsWithoutBlanks: true },
  { hasBareWords: true, longQuotes: '"\'', joinsQuotes: true, caseEnd: 'esac' },
);
const properties = byMode(async () => (await import('@codemirror/legacy-modes/mode/properties')).properties, {
  usualQuote: '',
});

/** All others: quoted words. */
const anyOther: Load = async () => {
  const [{ ModeParser }, { quotedWords }] = await Promise.all([import('./modes/modeParser'), import('./modes/tokens')]);
  return code(new ModeParser(quotedWords), { literalSyntaxUnknown: true });
};

const html: Load = async () => code((await import('./grammars/html')).html);
const component: Load = async () => ({ ...(await html()), hasExpressions: true });
const frontmatter = /(?<=^\s*---\r?\n)[\s\S]*?(?=\n---)/;
const astro: Load = async () => ({
  ...(await component()),
  frontmatter,
  prepare: (text) => text.replace(frontmatter, spaces),
});
const markdown: Load = async () =>
  code((await import('./grammars/markdown')).markdown, { literalSyntaxUnknown: true, isProse: true });

/** By VS Code's language identifiers; dialects are read as their language. */
export const loaders: Readonly<Record<string, Load>> = {
  yaml,
  ansible: yaml,
  'azure-pipelines': yaml,
  cloudformation: yaml,
  dockercompose: yaml,
  'github-actions-workflow': yaml,
  'gitlab-ci': yaml,
  helm: yaml,
  'home-assistant': yaml,
  json,
  jsonc: json,
  snippets: json,
  json5,
  jsonl: jsonLines,
  javascript,
  javascriptreact: javascript,
  typescript: async () => code((await import('./grammars/javascript')).typescript, single),
  typescriptreact: async () => code((await import('./grammars/javascript')).typescriptWithJsx, single),
  terraform: hcl,
  'terraform-vars': hcl,
  hcl,
  opentofu: hcl,
  python: async () => code((await import('./grammars/python')).python, { ...single, caseSeparator: ' | ' }),
  go: async () => code((await import('./grammars/go')).go, { ...typed('[]string{', '}'), closingMark: 'needed' }),
  java: async () => code((await import('./grammars/java')).java, typed('List.of(', ')')),
  php: async () => code((await import('./grammars/php')).php, single),
  rust: async () =>
    code((await import('./grammars/rust')).rust, { ...typed('[', ']'), closingMark: 'kept', caseSeparator: ' | ' }),
  html,
  vue: component,
  svelte: component,
  astro,
  markdown,
  mdx: markdown,
  csharp: clike('csharp', { ...typed('new[] { ', ' }'), caseSeparator: ' or ' }, { hasRawStrings: true }),
  kotlin: clike('kotlin', typed('listOf(', ')')),
  dart: clike('dart', { ...typed('[', ']'), usualQuote: "'" }),
  scala: clike('scala', typed('List(', ')')),
  shellscript: shell,
  dockerfile: shell,
  dotenv: properties,
  properties,
  ini: properties,
  http: properties,
  ruby: byMode(async () => (await import('@codemirror/legacy-modes/mode/ruby')).ruby, single, { caseEnd: 'end' }),
  groovy: byMode(async () => (await import('@codemirror/legacy-modes/mode/groovy')).groovy, single),
  sql: byMode(async () => (await import('@codemirror/legacy-modes/mode/sql')).standardSQL, { usualQuote: "'" }),
  toml: byMode(async () => (await import('@codemirror/legacy-modes/mode/toml')).toml, brackets),
  powershell: byMode(async () => (await import('@codemirror/legacy-modes/mode/powershell')).powerShell, {
    usualQuote: "'",
    list: ['@(', ', ', ')'],
  }),
  lua: byMode(async () => (await import('@codemirror/legacy-modes/mode/lua')).lua, {
    usualQuote: "'",
    list: ['{ ', ', ', ' }'],
  }),
  perl: byMode(async () => (await import('@codemirror/legacy-modes/mode/perl')).perl, { usualQuote: "'" }),
  swift: byMode(async () => (await import('@codemirror/legacy-modes/mode/swift')).swift, typed('[', ']')),
};

/** Of texts in texts only. */
const fragments: Readonly<Record<string, Load>> = {
  'terraform-fragment': async () => ({ ...(await hcl()), prepare: maskFormatVerbs }),
  'php-fragment': async () => code((await import('./grammars/php')).fragment, single),
};

const loaded = new Map<string, Promise<Language>>();

/** How documents of a language are read. */
export function languageOf(languageId: string): Promise<Language> {
  const known = loaded.get(languageId) ?? (loaders[languageId] ?? fragments[languageId] ?? anyOther)();
  loaded.set(languageId, known);
  return known;
}
