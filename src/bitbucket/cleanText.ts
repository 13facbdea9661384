/** Controls (line breaks too), format characters (bidirectional overrides, zero width …), line separators, halves of pairs. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu;

/** Text from the network made fit for one line of a user interface: no invisible characters, a bounded length. */
export function cleanText(text: string, maxLength: number): string {
  const line = clean(text.length > maxLength ? copyOfStart(text, maxLength * 2) : text);
  return line.length > maxLength ? `${clean(line.slice(0, maxLength - 1))}…` : line;
}

/** After every cut once more: it may have left half of a pair. */
function clean(text: string): string {
  return text.replace(invisible, ' ').trim();
}

/** A slice alone would keep the whole text in memory, be it a megabyte. */
function copyOfStart(text: string, length: number): string {
  return Array.from(text.slice(0, length)).join('');
}
