import type { CorpusFile } from './corpus';

/** Where a key stands as a whole literal; an offset in the text. */
export interface Occurrence {
  readonly from: number;
  readonly key: string;
}

/**
 * The keys of a file that are whole literals, found without the parsers that are judged by them: by what stands around a
 * key on its line. Comments, prose and property names are left out.
 */
export function occurrencesIn({ languageId, text }: CorpusFile, keys: readonly string[]): Occurrence[] {
  const anyKey = new RegExp(`(?<![\\w:./-])(?:${keys.join('|')})(?![\\w:./-])`, 'g');
  return [...text.matchAll(anyKey)].flatMap((match) => {
    const from = match.index;
    const before = text.slice(text.lastIndexOf('\n', from - 1) + 1, from);
    const [after = ''] = /^[^\r\n]*/.exec(text.slice(from + match[0].length)) ?? [];
    return isWhole(languageId, before, after) ? [{ from, key: match[0] }] : [];
  });
}

function isWhole(languageId: string, before: string, after: string): boolean {
  if (languageId === 'yaml') {
    return /^\s*(?:- +)*(?:["']?[\w.-]+["']?: +)?(["']?)$/.test(before) && /^["']?\s*(?:#.*)?$/.test(after);
  }
  const quote = before.slice(-1);
  const isQuoted = /["'`]/.test(quote) && after.startsWith(quote) && !before.endsWith(`\\${quote}`);
  return isQuoted && !/^.\s*:/.test(after) && !/(?:^|\s)(?:\/\/|\*|#)/.test(before);
}
