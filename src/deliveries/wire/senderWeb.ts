import type { Sender } from './delivery';

/** Browsers keep User-Agent to themselves and ask the handler for permission first, so no true delivery comes of them. */
export const platformSender: Sender | undefined = undefined;
