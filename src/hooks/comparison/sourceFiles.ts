/** VS Code's language identifiers by the ends of file names, without a document: opening one wakes language servers. */
const idsByExtension: Readonly<Record<string, string>> = {
  yaml: 'yaml',
  yml: 'yaml',
  json: 'json',
  jsonc: 'jsonc',
  json5: 'json5',
  jsonl: 'jsonl',
  ts: 'typescript',
  mts: 'typescript',
  cts: 'typescript',
  tsx: 'typescriptreact',
  js: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  jsx: 'javascriptreact',
  vue: 'vue',
  svelte: 'svelte',
  astro: 'astro',
  html: 'html',
  htm: 'html',
  md: 'markdown',
  markdown: 'markdown',
  mdx: 'mdx',
  tf: 'terraform',
  tofu: 'opentofu',
  tfvars: 'terraform-vars',
  hcl: 'hcl',
  py: 'python',
  pyi: 'python',
  go: 'go',
  java: 'java',
  kt: 'kotlin',
  kts: 'kotlin',
  scala: 'scala',
  groovy: 'groovy',
  gradle: 'groovy',
  jenkinsfile: 'groovy',
  cs: 'csharp',
  csx: 'csharp',
  rb: 'ruby',
  rake: 'ruby',
  php: 'php',
  phtml: 'php',
  rs: 'rust',
  swift: 'swift',
  dart: 'dart',
  lua: 'lua',
  pl: 'perl',
  pm: 'perl',
  sh: 'shellscript',
  bash: 'shellscript',
  zsh: 'shellscript',
  ps1: 'powershell',
  psm1: 'powershell',
  sql: 'sql',
  toml: 'toml',
  ini: 'ini',
  cfg: 'ini',
  conf: 'ini',
  properties: 'properties',
  env: 'dotenv',
  http: 'http',
  rest: 'http',
  // Read as quoted words.
  ex: 'elixir',
  exs: 'elixir',
  erl: 'erlang',
  clj: 'clojure',
  fs: 'fsharp',
  vb: 'vb',
  coffee: 'coffeescript',
  cpp: 'cpp',
  cc: 'cpp',
  hpp: 'cpp',
  c: 'c',
  h: 'c',
  hs: 'haskell',
  jsonnet: 'jsonnet',
  libsonnet: 'jsonnet',
  cue: 'cue',
  nix: 'nix',
  bicep: 'bicep',
};

/** The same by whole names, in small letters. */
const idsByName: Readonly<Record<string, string>> = {
  dockerfile: 'dockerfile',
  containerfile: 'dockerfile',
  jenkinsfile: 'groovy',
  gemfile: 'ruby',
  rakefile: 'ruby',
  makefile: 'makefile',
  justfile: 'makefile',
};

/** The language of a file; `undefined` of one that isn't read: a picture, an archive, a lock file. */
export function languageOfPath(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (/^(?:package-lock|npm-shrinkwrap|composer\.lock|pnpm-lock)\b|\.min\.js$/.test(name)) {
    return undefined;
  }
  // `.env`, `.env.production`, `Dockerfile.dev`.
  const byName = /^\.env\b/.test(name) ? 'dotenv' : idsByName[name.split('.')[0] ?? ''];
  return byName ?? idsByExtension[name.slice(name.lastIndexOf('.') + 1)];
}

/** Folders whose files show or try how something is used. */
const folders =
  /(?:^|\/)(?:tests?|specs?|__tests__|__mocks__|e2e|testdata|fixtures?|mocks?|stubs?|samples?|examples?|demos?)\//i;

const names =
  /(?:[._-](?:test|tests|spec|mock|fixture|stories)\.\w+|(?<=\w)(?:Test|Tests|TestCase|Spec|IT)\.\w+)$|(?:^|\/)(?:test_[^/]*|conftest)\.py$/;

/** Whether a file is a test, or a sample of something. */
export function isTestOrSample(path: string): boolean {
  return folders.test(path) || names.test(path);
}
