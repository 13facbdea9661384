import type { JsonObject } from './payload';
import * as s from './schema';

/** Source: recorded bodies; those of commits and issues are of 2018 at the latest. */
export const texts: Readonly<Record<string, s.Schema>> = {
  Rendered: s.object(
    {
      type: s.constant('rendered'),
      raw: s.text('As it was typed.'),
      markup: s.text(),
      html: s.text('As Bitbucket shows it.'),
    },
    'A text that people wrote.',
  ),
  Text: s.object(
    {
      type: s.optional(s.constant('rendered')),
      raw: s.nullable(s.text('As it was typed; null where no text was written.')),
      markup: s.text(),
      html: s.text('As Bitbucket shows it.'),
    },
    'A text that people wrote, in events of which only older bodies are known.',
  ),
  InlinePlace: s.object(
    {
      path: s.text('From the root of the repository.'),
      from: s.nullable(
        s.integer('The line in the old version; null where the line is new or the whole file is meant.'),
      ),
      to: s.nullable(
        s.integer('The line in the new version; null where the line was removed or the whole file is meant.'),
      ),
      outdated: s.optional(s.boolean('Whether the file has changed there since.')),
      context_lines: s.optional(s.text('The lines around it, empty where none are given.')),
    },
    'Where in a file a comment stands.',
  ),
};

/** What a comment has of the one that it answers, and of the file that it is on. */
export const commentPlace = {
  parent: s.optional(s.object({ id: s.integer(), links: s.optional(s.links('self', 'html')) }, 'Only in a reply.')),
  inline: s.optional(s.ref('InlinePlace', 'Only in a comment on a file.')),
};

/** A text of one paragraph without markup, as Bitbucket renders it. */
export const rendered = (raw: string): JsonObject => ({
  type: 'rendered',
  raw,
  markup: 'markdown',
  html: raw === '' ? '' : `<p>${raw.trim().replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`,
});
