// What makes a text fit for the place that shows it. None of it knows VS Code.

/** The texts that aren't empty, with a separator between them. */
export function joinTexts(texts: readonly string[], separator: string): string {
  return texts.filter((text) => text !== '').join(separator);
}

/** Text from the network for places that draw `$(name)` as an icon: pick lists and the status bar. */
export function escapeIcons(text: string): string {
  return text.replaceAll('$(', '\\$(');
}

/**
 * A text for notifications and their progress, which make a link of `[text](address)`, to a command too: with what others
 * chose in it, such as a path, it is to have none.
 */
export function withoutLinks(text: string): string {
  return text.replaceAll('](', '] (');
}

/**
 * Text from the network for places that read Markdown: all punctuation escaped, so that none of it is markup or a link.
 * (`MarkdownString.appendText` also makes blanks unbreakable, which breaks lines within words.)
 */
export function escapeMarkdown(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

const gap = '\u00a0';

/** The title of an action above a text, with an icon before it: VS Code swallows other spaces beside icons there. */
export const lensTitle = (icon: string, text: string): string => `$(${icon})${gap}${text}`;

/** The title of an action that opens a list. */
export const lensWithList = (text: string): string => `${text}${gap}$(chevron-down)`;
