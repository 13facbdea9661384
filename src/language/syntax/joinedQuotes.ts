/** What a shell may put between two texts in single quotes that stay one word: `'"$URL"'`, `'$URL'`, `'\''`. */
const seam = /'(?:"(?:[^"\\]|\\[^])*"|\$\{\w+\}|\$\w+|\\')+'/;

const joined = new RegExp(`'[^']*(?:${seam.source}[^']*)+'`, 'y');

/** Where a word of a shell ends that begins at an offset and is put together from texts in single quotes. */
export function endOfJoined(text: string, from: number): number | undefined {
  joined.lastIndex = from;
  return joined.test(text) ? joined.lastIndex : undefined;
}

/** What such a word says, at the same positions: a value that nobody knows stands where something else is put in. */
export function withoutSeams(text: string): string {
  return text.replace(new RegExp(seam.source, 'g'), (between) => '_'.repeat(between.length));
}
