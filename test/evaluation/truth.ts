import type { CorpusFile } from './corpus';

/** Where a key stands as a whole literal. */
export interface Occurrence {
  readonly line: number;
  readonly start: number;
  readonly key: string;
}

/**
 * The keys of a file that are whole literals, found without the scanners that are judged by them: by what stands
 * around a key on its line. Comments, prose and property names are left out.
 */
export function occurrencesIn({ languageId, lines }: CorpusFile, keys: readonly string[]): Occurrence[] {
  const anyKey = new RegExp(`(?<![\\w:./-])(?:${keys.join('|')})(?![\\w:./-])`, 'g');
  return lines.flatMap((text, line) =>
    [...text.matchAll(anyKey)].flatMap((match) => {
      const before = text.slice(0, match.index);
      const after = text.slice(match.index + match[0].length);
      return isWhole(languageId, before, after) ? [{ line, start: match.index, key: match[0] }] : [];
    }),
  );
}

function isWhole(languageId: string, before: string, after: string): boolean {
  if (languageId === 'yaml') {
    return /^\s*(?:- +)*(?:["']?[\w.-]+["']?: +)?(["']?)$/.test(before) && /^["']?\s*(?:#.*)?$/.test(after);
  }
  const quote = before.slice(-1);
  const isQuoted = /["'`]/.test(quote) && after.startsWith(quote) && !before.endsWith(`\\${quote}`);
  return isQuoted && !/^.\s*:/.test(after) && !/(?:^|\s)(?:\/\/|\*|#)/.test(before);
}
