/** The languages that there are types of bodies in; the one most asked for comes first. */
export const typeLanguages = ['TypeScript', 'Python', 'Go'] as const;

export type TypeLanguage = (typeof typeLanguages)[number];
