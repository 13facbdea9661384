import type { JsonObject } from '../json';
import { apiUrl, fullName, repositorySlug, siteUrl, workspaceSlug } from './addresses';
import { uuidOf, escapedUuidOf } from './ids';
import { priya, team } from './people';

const repositoryLinks = (name: string, id: string): JsonObject => ({
  self: apiUrl(`repositories/${name}`),
  html: siteUrl(name),
  avatar: { href: `https://bytebucket.org/ravatar/${escapedUuidOf(id)}?ts=default` },
});

const workspace: JsonObject = {
  type: 'workspace',
  uuid: uuidOf('workspace'),
  name: 'Harbor Lights',
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
