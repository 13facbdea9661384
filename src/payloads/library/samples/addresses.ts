/** The invented workspace and repository by their slugs. Nothing else in a sample is called like that. */
export const workspaceSlug = 'harbor-lights';
export const repositorySlug = 'tide-tables';
export const fullName = `${workspaceSlug}/${repositorySlug}`;

const api = 'https://api.bitbucket.org/2.0';
const site = 'https://bitbucket.org';

export const apiUrl = (path: string) => ({ href: `${api}/${path}` });
export const siteUrl = (path: string) => ({ href: `${site}/${path}` });

/** Addresses of what belongs to the repository. */
export const repositoryApi = (path: string) => apiUrl(`repositories/${fullName}/${path}`);
export const repositorySite = (path: string) => siteUrl(`${fullName}/${path}`);
