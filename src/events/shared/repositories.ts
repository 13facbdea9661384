import { repositorySlug, workspaceName, workspaceSlug } from '../inventedNames';
import { priya, team } from './accounts';
import { apiUrl, escapedUuidOf, fullName, siteUrl, uuidOf } from './invented';
import type { JsonObject } from './payload';
import * as s from './schema';

const uuid = () => s.text('In braces. It stays when the repository is renamed or transferred.');
const slugs = () => s.text('Workspace and repository by their slugs, with a slash between.');

/** Source: recorded bodies; what all of those since 2023 have is required. */
export const repositories: Readonly<Record<string, s.Schema>> = {
  Link: s.object({ href: s.text() }),
  Repository: s.object({
    type: s.constant('repository'),
    full_name: slugs(),
    links: s.links('self', 'html', 'avatar'),
    name: s.text(),
    scm: s.constant('git'),
    website: s.nullable(s.text('Null or empty where none is given.')),
    owner: s.ref('Account', 'A person or, for the repository of a workspace, a team.'),
    workspace: s.ref('Workspace'),
    is_private: s.boolean(),
    project: s.ref('Project'),
    uuid: uuid(),
    parent: s.optional(
      s.nullable(
        s.ref('ShortRepository'),
        'What the repository was forked from; null unless it is a fork. Since 2023.',
      ),
    ),
  }),
  ShortRepository: s.object(
    {
      type: s.constant('repository'),
      full_name: slugs(),
      links: s.links('self', 'html', 'avatar'),
      name: s.text(),
      uuid: uuid(),
    },
    'A repository in a few words: no owner, no workspace, no project.',
  ),
  Fork: s.object(
    {
      type: s.constant('repository'),
      full_name: slugs(),
      links: s.links('self', 'html', 'avatar'),
      name: s.text(),
      scm: s.optional(s.constant('git')),
      website: s.optional(s.nullable(s.text())),
      owner: s.optional(s.ref('Account')),
      workspace: s.optional(s.ref('Workspace')),
      is_private: s.optional(s.boolean()),
      project: s.optional(s.ref('Project')),
      uuid: uuid(),
      parent: s.optional(s.nullable(s.ref('ShortRepository'), 'What it was forked from.')),
      slug: s.optional(s.text()),
      description: s.optional(s.text()),
      language: s.optional(s.text()),
      created_on: s.optional(s.dateTime()),
      updated_on: s.optional(s.dateTime()),
      size: s.optional(s.integer('Bytes.')),
      has_issues: s.optional(s.boolean()),
      has_wiki: s.optional(s.boolean()),
      fork_policy: s.optional(s.text()),
    },
    'The new repository. A body of 2017 has all of these names, the documentation fewer: rely on little.',
  ),
  Workspace: s.object({
    type: s.constant('workspace'),
    uuid: s.text('In braces.'),
    name: s.text(),
    slug: s.text('As it stands in addresses.'),
    links: s.links('avatar', 'html', 'self'),
  }),
  Project: s.object({
    type: s.constant('project'),
    key: s.text('Capital letters, as it stands in addresses.'),
    uuid: s.text('In braces.'),
    name: s.text(),
    links: s.links('self', 'html', 'avatar'),
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
