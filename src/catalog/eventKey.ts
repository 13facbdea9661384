const keyShape = /^[a-z][a-z0-9_]*(:[a-z0-9_]+)+$/;

/** Whether a text has the form of an event key. What hasn't is shown, but never offered to be put into a document. */
export function looksLikeEventKey(text: string): boolean {
  return text.length <= 100 && keyShape.test(text);
}
