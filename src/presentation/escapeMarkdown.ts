/**
 * Text from the network for places that read Markdown: all punctuation escaped, so that none of it is markup or a link.
 * (`MarkdownString.appendText` also makes blanks unbreakable, which breaks lines within words.)
 */
export function escapeMarkdown(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
