import { embeddedAt } from './embedded';
import { languageOf } from './languages';
import type { Reading } from './reading';

/** A text in a text in a text is looked into, and no further. */
export const maxDepth = 2;

/** A document's text or one in it, and where that begins in the document. */
export interface InnerText {
  readonly reading: Reading;
  readonly base: number;
}

/** The texts that a position is in, from the outside in. */
export async function* textsAt(
  whole: Reading,
  position: number,
): AsyncGenerator<InnerText & { readonly depth: number }> {
  let text: InnerText | undefined = { reading: whole, base: 0 };
  for (let depth = 0; text; depth++) {
    const { reading, base }: InnerText = text;
    yield { reading, base, depth };
    const embedded = await embeddedAt(reading, position - base, readText);
    text = embedded && { reading: embedded.reading, base: base + embedded.base };
  }
}

/** The innermost of them. */
export async function innermost(whole: Reading, position: number): Promise<InnerText> {
  let found: InnerText = { reading: whole, base: 0 };
  for await (const text of textsAt(whole, position)) {
    found = text;
    if (text.depth === maxDepth) {
      break;
    }
  }
  return found;
}

async function readText(languageId: string, text: string): Promise<Reading> {
  const language = await languageOf(languageId);
  return { language, text, tree: language.parser.parse(language.prepare?.(text) ?? text) };
}
