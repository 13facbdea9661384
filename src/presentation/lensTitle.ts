const gap = '\u00a0';

/** The title of an action above a text, with an icon before it: VS Code swallows other spaces beside icons there. */
export const lensTitle = (icon: string, text: string): string => `$(${icon})${gap}${text}`;

/** The title of an action that opens a list. */
export const lensWithList = (text: string): string => `${text}${gap}$(chevron-down)`;
