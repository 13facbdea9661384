import {
  boolean,
  constant,
  dateTime,
  integer,
  links,
  nullable,
  object,
  optional,
  ref,
  type Schema,
  text,
} from './schema';

const uuid = () => text('In braces. It stays when the repository is renamed or transferred.');
const fullName = () => text('Workspace and repository by their slugs, with a slash between.');

/** Source: recorded bodies; what all of those since 2023 have is required. */
export const repositories: Readonly<Record<string, Schema>> = {
  Link: object({ href: text() }),
  Repository: object({
    type: constant('repository'),
    full_name: fullName(),
    links: links('self', 'html', 'avatar'),
    name: text(),
    scm: constant('git'),
    website: nullable(text('Null or empty where none is given.')),
    owner: ref('Account', 'A person or, for the repository of a workspace, a team.'),
    workspace: ref('Workspace'),
    is_private: boolean(),
    project: ref('Project'),
    uuid: uuid(),
    parent: optional(
      nullable(ref('ShortRepository'), 'What the repository was forked from; null unless it is a fork. Since 2023.'),
    ),
  }),
  ShortRepository: object(
    {
      type: constant('repository'),
      full_name: fullName(),
      links: links('self', 'html', 'avatar'),
      name: text(),
      uuid: uuid(),
    },
    'A repository in a few words: no owner, no workspace, no project.',
  ),
  Fork: object(
    {
      type: constant('repository'),
      full_name: fullName(),
      links: links('self', 'html', 'avatar'),
      name: text(),
      scm: optional(constant('git')),
      website: optional(nullable(text())),
      owner: optional(ref('Account')),
      workspace: optional(ref('Workspace')),
      is_private: optional(boolean()),
      project: optional(ref('Project')),
      uuid: uuid(),
      parent: optional(nullable(ref('ShortRepository'), 'What it was forked from.')),
      slug: optional(text()),
      description: optional(text()),
      language: optional(text()),
      created_on: optional(dateTime()),
      updated_on: optional(dateTime()),
      size: optional(integer('Bytes.')),
      has_issues: optional(boolean()),
      has_wiki: optional(boolean()),
      fork_policy: optional(text()),
    },
    'The new repository. A body of 2017 has all of these names, the documentation fewer: rely on little.',
  ),
  Workspace: object({
    type: constant('workspace'),
    uuid: text('In braces.'),
    name: text(),
    slug: text('As it stands in addresses.'),
    links: links('avatar', 'html', 'self'),
  }),
  Project: object({
    type: constant('project'),
    key: text('Capital letters, as it stands in addresses.'),
    uuid: text('In braces.'),
    name: text(),
    links: links('self', 'html', 'avatar'),
  }),
};
