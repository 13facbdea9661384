/** A replacement; offsets. The new text has `\n` as line break, whatever the document's own is. */
export interface Insertion {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What is selected, or where the cursor is. */
export interface Selected {
  readonly from: number;
  readonly to: number;
}

/** Where no grammar says how: each on a line. */
export function plainInsertion({ from, to }: Selected, keys: readonly string[]): Insertion {
  return { from, to, text: keys.join('\n') };
}

/** Among words. */
export function inSentence({ from, to }: Selected, keys: readonly string[]): Insertion {
  return { from, to, text: keys.join(', ') };
}
