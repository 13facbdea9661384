import type { RepositoryNames } from './repositoryNames';
import { repositorySlug, workspaceSlug } from './samples/addresses';

const invented = new RegExp(`${workspaceSlug}|Harbor Lights|${repositorySlug}`, 'g');

/**
 * A sample with other names for its workspace and repository, wherever they come up: in `full_name` and addresses too.
 * Its ids, people and commits stay invented.
 */
export function renameSample(sample: string, { workspace, repository }: RepositoryNames): string {
  return sample.replace(invented, (name) => (name === repositorySlug ? repository : workspace));
}
