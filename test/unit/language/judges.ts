import type { Judge } from '../../../src/language/scan';

/** Doubts every text with the form of a key, so that all of them are read where they stand. */
export const everything: Judge = () => 'doubtful';
