/** The lines of a text that are at most so long, each after a prefix. A word that is longer has its own. */
export function wrapped(text: string, prefix: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && prefix.length + line.length + 1 + word.length > width) {
      lines.push(prefix + line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, prefix + line];
}

/** A description of JSON, with what null is called in a language. */
export const withNull = (description: string, name: string): string =>
  description.replace(/\bnull\b/g, name).replace(/\bNull\b/g, name);
