import { object, optional, type Schema, text } from './schema';

const change = (value: () => Schema, description?: string): Schema =>
  object({ old: value(), new: value() }, description);
const oldLinks = (): Schema => ({ type: 'object' });

/** Source: recorded bodies of 2017 and 2018. */
export const changes: Readonly<Record<string, Schema>> = {
  RepositoryChanges: object(
    {
      name: optional(change(text)),
      website: optional(change(text)),
      language: optional(change(text)),
      links: optional(
        change(oldLinks, 'The addresses changed with the name; both were empty objects in a body of 2018.'),
      ),
      description: optional(change(text)),
      full_name: optional(change(text)),
      slug: optional(change(text)),
    },
    'Only what has changed is there.',
  ),
};
