/** A repository of Bitbucket Cloud by the slugs in its addresses. */
export interface RepositoryNames {
  readonly workspace: string;
  readonly repository: string;
}

/** The invented workspace and repository that samples are about. Nothing else in a sample is called like that. */
export const workspaceName = 'Harbor Lights';
export const workspaceSlug = 'harbor-lights';
export const repositorySlug = 'tide-tables';

const invented = new RegExp(`${workspaceSlug}|${workspaceName}|${repositorySlug}`, 'g');

/**
 * A sample with other names for its workspace and repository, wherever they come up: in `full_name` and addresses too.
 * Its ids, people and commits stay invented.
 */
export function renameSample(sample: string, { workspace, repository }: RepositoryNames): string {
  return sample.replace(invented, (name) => (name === repositorySlug ? repository : workspace));
}
