import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Texts = Readonly<Record<string, string>>;

/** The language that stands for none: texts in it are the English ones between `⟦` and `⟧`. */
export const pseudoLocale = 'qps-ploc';

/** Adds the pseudo-locale to an installed extension, so that a text without brackets is one that nobody can translate. */
export function addPseudoLocale(extension: string): void {
  const read = (file: string): Texts => JSON.parse(readFileSync(join(extension, file), 'utf8')) as Texts;
  const write = (file: string, texts: readonly (readonly [string, string])[]): void => {
    writeFileSync(join(extension, file), JSON.stringify(Object.fromEntries(texts)));
  };
  const manifest = Object.entries(read('package.nls.json'));
  write(
    `package.nls.${pseudoLocale}.json`,
    manifest.map(([name, text]) => [name, bracketed(text)]),
  );
  // A bundle's keys are the English texts.
  const texts = Object.keys(read('l10n/bundle.l10n.de.json'));
  write(
    `l10n/bundle.l10n.${pseudoLocale}.json`,
    texts.map((text) => [text, bracketed(text)]),
  );
}

/** Line by line, since a line of its own makes a link a button. */
function bracketed(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/^(\[?)(.*?)(\]\(command:[^)]*\))?$/, '$1⟦$2⟧$3'))
    .join('\n');
}
