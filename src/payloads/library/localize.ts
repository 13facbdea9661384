/** What translates texts: VS Code's `l10n`, or `english` where there is no VS Code. */
export interface Localize {
  t(message: string, ...values: (string | number | boolean)[]): string;
}

/** The texts as they are in the sources. */
export const english: Localize = {
  t: (message, ...values) => message.replace(/\{(\d+)\}/g, (_, index) => String(values[Number(index)])),
};
