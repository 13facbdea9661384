/** Controls (line breaks too), format characters (bidirectional overrides, zero width …), line separators, halves of pairs. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu;

/** Text from the network made fit for one line of a user interface: no invisible characters, a bounded length. */
export function cleanText(text: string, maxLength: number): string {
  // Cut first, so that a field of a megabyte costs no more than one of a line.
  const line = text
    .slice(0, maxLength * 2)
    .replace(invisible, ' ')
    .trim();
  return line.length > maxLength ? `${line.slice(0, maxLength - 1).trimEnd()}…` : line;
}
