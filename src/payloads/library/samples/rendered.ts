import type { JsonObject } from '../json';

/** A text of one paragraph without markup, as Bitbucket renders it. */
export const rendered = (raw: string): JsonObject => ({
  type: 'rendered',
  raw,
  markup: 'markdown',
  html: raw === '' ? '' : `<p>${raw.trim().replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`,
});
