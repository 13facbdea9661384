import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { LineSource } from '../../src/language/scan';

export interface CorpusFile {
  readonly path: string;
  readonly languageId: string;
  readonly lines: readonly string[];
}

const languageIds = new Map([
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['json', 'json'],
  ['ts', 'typescript'],
  ['tsx', 'typescriptreact'],
  ['js', 'javascript'],
  ['jsx', 'javascriptreact'],
  ['tf', 'terraform'],
  ['py', 'python'],
  ['go', 'go'],
  ['java', 'java'],
  ['php', 'php'],
]);

/** The files of a folder whose language is known, in the order of their paths. */
export function readCorpus(folder: string): CorpusFile[] {
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .flatMap((file) => {
      const languageId = languageIds.get(file.slice(file.lastIndexOf('.') + 1));
      const lines = languageId === undefined ? [] : readFileSync(file, 'utf8').split('\n');
      return languageId === undefined ? [] : [{ path: relative(folder, file), languageId, lines }];
    });
}

export function sourceOf(lines: readonly string[]): LineSource {
  return { lineCount: lines.length, lineText: (line) => lines[line] ?? '' };
}

/** A file's lines with a part of one replaced. */
export function edited(lines: readonly string[], line: number, start: number, end: number, text: string): string[] {
  return lines.map((old, at) => (at === line ? old.slice(0, start) + text + old.slice(end) : old));
}
