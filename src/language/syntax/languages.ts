import { blankComments, blankTemplates } from './blank';
import type { Language } from './language';

/** What reads a language, loaded when it is asked for: each grammar has large tables. */
type Load = () => Promise<Language>;

/** Lengths that parse in about 5 ms; data is simpler than code. */
const smallData = 30_000;
const smallCode = 10_000;
const single = { usualQuote: "'" } as const;

const code = (parser: Language['parser'], more: Partial<Language> = {}): Language => ({
  parser,
  smallLength: smallCode,
  ...more,
});

const yaml: Load = async () => ({
  parser: (await import('./grammars/yaml')).yaml,
  prepare: blankTemplates,
  hasBlockLists: true,
  lineQuotes: '"\'',
  smallLength: smallData,
});
const json: Load = async () => ({
  parser: (await import('./grammars/json')).json,
  prepare: (text) => blankComments(blankTemplates(text)),
  quote: '"',
  lineQuotes: '"',
  smallLength: smallData,
});
const jsonLines: Load = async () => ({ ...(await json()), parser: (await import('./grammars/json')).jsonLines });
const json5: Load = async () => code((await import('./grammars/javascript')).value, { prepare: blankTemplates });
const javascript: Load = async () => code((await import('./grammars/javascript')).javascript, single);
const hcl: Load = async () => code((await import('./grammars/hcl')).hcl);

/** By VS Code's language identifiers; dialects are read as their language. */
const loaders: Readonly<Record<string, Load>> = {
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
  python: async () => code((await import('./grammars/python')).python, single),
  go: async () => code((await import('./grammars/go')).go),
  java: async () => code((await import('./grammars/java')).java),
  php: async () => code((await import('./grammars/php')).php, single),
  rust: async () => code((await import('./grammars/rust')).rust),
};

const loaded = new Map<string, Promise<Language>>();

/** How documents of a language are read; `undefined` where nobody knows. */
export function languageOf(languageId: string): Promise<Language> | undefined {
  const load = loaders[languageId];
  if (load !== undefined && !loaded.has(languageId)) {
    loaded.set(languageId, load());
  }
  return loaded.get(languageId);
}
