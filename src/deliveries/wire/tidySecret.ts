/**
 * A secret without what comes along when one is copied out of a file: quotes around it, blanks and line breaks at its
 * ends. The same text where there is nothing of that, or nothing would be left.
 */
export function tidySecret(typed: string): string {
  const trimmed = typed.trim();
  const unquoted = /^(["'`])(.+)\1$/s.exec(trimmed)?.[2] ?? trimmed;
  return unquoted === '' ? typed : unquoted;
}
