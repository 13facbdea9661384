import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative } from 'node:path';

export interface CorpusFile {
  /** In its folder, as a user would see it in a workspace. */
  readonly path: string;
  readonly languageId: string;
  readonly text: string;
}

const languageIds: Readonly<Record<string, string>> = {
  '.yaml': 'yaml',
  '.yml': 'yaml',
  '.json': 'json',
  '.ts': 'typescript',
  '.tsx': 'typescriptreact',
  '.js': 'javascript',
  '.mjs': 'javascript',
  '.jsx': 'javascriptreact',
  '.tf': 'terraform',
  '.hcl': 'hcl',
  '.py': 'python',
  '.go': 'go',
  '.java': 'java',
  '.php': 'php',
  '.rs': 'rust',
  '.rb': 'ruby',
  '.sh': 'shellscript',
  '.bash': 'shellscript',
  '.cs': 'csharp',
  '.kt': 'kotlin',
  '.kts': 'kotlin',
  '.groovy': 'groovy',
  '.ps1': 'powershell',
  '.lua': 'lua',
  '.toml': 'toml',
  '.md': 'markdown',
  '.vue': 'vue',
  '.svelte': 'svelte',
  '.html': 'html',
};

/** The files of a folder whose language is known, in the order of their paths; none where there is no such folder. */
export function readCorpus(folder: string): CorpusFile[] {
  if (!existsSync(folder)) {
    return [];
  }
  return (
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      // Made by machines, and read time and again here.
      .filter((file) => statSync(file).size < 1_000_000)
      .sort()
      .flatMap((file) => {
        const languageId = languageIds[extname(file)];
        return languageId === undefined
          ? []
          : [{ path: relative(folder, file), languageId, text: readFileSync(file, 'utf8') }];
      })
  );
}

/** A text with a part of it replaced. */
export function edited(text: string, from: number, to: number, by: string): string {
  return text.slice(0, from) + by + text.slice(to);
}
