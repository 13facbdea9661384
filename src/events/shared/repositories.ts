import { repositorySlug, workspaceName, workspaceSlug } from '../inventedNames';
import { priya, team } from './accounts';
import { apiUrl, escapedUuidOf, fullName, siteUrl, uuidOf } from './invented';
import type { JsonObject } from './payload';
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
const slugs = () => text('Workspace and repository by their slugs, with a slash between.');

/** Source: recorded bodies; what all of those since 2023 have is required. */
export const repositories: Readonly<Record<string, Schema>> = {
  Link: object({ href: text() }),
  Repository: object({
    type: constant('repository'),
    full_name: slugs(),
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
      full_name: slugs(),
      links: links('self', 'html', 'avatar'),
      name: text(),
      uuid: uuid(),
    },
    'A repository in a few words: no owner, no workspace, no project.',
  ),
  Fork: object(
    {
      type: constant('repository'),
      full_name: slugs(),
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

const repositoryLinks = (name: string, id: string): JsonObject => ({
  self: apiUrl(`repositories/${name}`),
  html: siteUrl(name),
  avatar: { href: `https://bytebucket.org/ravatar/${escapedUuidOf(id)}?ts=default` },
});

const workspace: JsonObject = {
  type: 'workspace',
  uuid: uuidOf('workspace'),
  name: workspaceName,
  slug: workspaceSlug,
  links: {
    avatar: siteUrl(`workspaces/${workspaceSlug}/avatar/?ts=1736672400`),
    html: siteUrl(`${workspaceSlug}/`),
    self: apiUrl(`workspaces/${workspaceSlug}`),
  },
};

/** A project of a workspace. */
const project = (slug: string, id: string): JsonObject => ({
  type: 'project',
  key: 'TIDE',
  uuid: uuidOf(id),
  name: 'Tides',
  links: {
    self: apiUrl(`workspaces/${slug}/projects/TIDE`),
    html: siteUrl(`${slug}/workspace/projects/TIDE`),
    avatar: siteUrl(`${slug}/workspace/projects/TIDE/avatar/32?ts=1736672460`),
  },
});

export const shortRepository: JsonObject = {
  type: 'repository',
  full_name: fullName,
  links: repositoryLinks(fullName, 'repository'),
  name: repositorySlug,
  uuid: uuidOf('repository'),
};

export const repository: JsonObject = {
  type: 'repository',
  full_name: fullName,
  links: repositoryLinks(fullName, 'repository'),
  name: repositorySlug,
  scm: 'git',
  website: 'https://tides.example.com',
  owner: team,
  workspace,
  is_private: false,
  project: project(workspaceSlug, 'project'),
  uuid: uuidOf('repository'),
  parent: null,
};

const forkWorkspace = 'priya-solberg';
export const forkName = `${forkWorkspace}/${repositorySlug}`;

/** Priya's fork, in the workspace that she has for herself. */
export const fork: JsonObject = {
  ...repository,
  full_name: forkName,
  links: repositoryLinks(forkName, 'fork'),
  website: null,
  owner: priya.account,
  workspace: {
    type: 'workspace',
    uuid: priya.account['uuid'] ?? null,
    name: 'Priya Solberg',
    slug: forkWorkspace,
    links: {
      avatar: siteUrl(`workspaces/${forkWorkspace}/avatar/?ts=1741168800`),
      html: siteUrl(`${forkWorkspace}/`),
      self: apiUrl(`workspaces/${forkWorkspace}`),
    },
  },
  project: project(forkWorkspace, 'fork project'),
  uuid: uuidOf('fork'),
  parent: shortRepository,
};

export const shortFork: JsonObject = {
  type: 'repository',
  full_name: forkName,
  links: repositoryLinks(forkName, 'fork'),
  name: repositorySlug,
  uuid: uuidOf('fork'),
};
