import type { JsonObject } from './payload';
import { boolean, constant, integer, links, nullable, object, optional, ref, type Schema, text } from './schema';

/** Source: recorded bodies; those of commits and issues are of 2018 at the latest. */
export const texts: Readonly<Record<string, Schema>> = {
  Rendered: object(
    {
      type: constant('rendered'),
      raw: text('As it was typed.'),
      markup: text(),
      html: text('As Bitbucket shows it.'),
    },
    'A text that people wrote.',
  ),
  Text: object(
    {
      type: optional(constant('rendered')),
      raw: nullable(text('As it was typed; null where no text was written.')),
      markup: text(),
      html: text('As Bitbucket shows it.'),
    },
    'A text that people wrote, in events of which only older bodies are known.',
  ),
  InlinePlace: object(
    {
      path: text('From the root of the repository.'),
      from: nullable(integer('The line in the old version; null where the line is new or the whole file is meant.')),
      to: nullable(integer('The line in the new version; null where the line was removed or the whole file is meant.')),
      outdated: optional(boolean('Whether the file has changed there since.')),
      context_lines: optional(text('The lines around it, empty where none are given.')),
    },
    'Where in a file a comment stands.',
  ),
};

/** What a comment has of the one that it answers, and of the file that it is on. */
export const commentPlace = {
  parent: optional(object({ id: integer(), links: optional(links('self', 'html')) }, 'Only in a reply.')),
  inline: optional(ref('InlinePlace', 'Only in a comment on a file.')),
};

/** A text of one paragraph without markup, as Bitbucket renders it. */
export const rendered = (raw: string): JsonObject => ({
  type: 'rendered',
  raw,
  markup: 'markdown',
  html: raw === '' ? '' : `<p>${raw.trim().replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`,
});
