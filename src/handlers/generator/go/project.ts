import type { ProjectReader } from '../framework';

/** What is known of a folder that has a go.mod, or is to get one. */
export interface GoProject {
  readonly isNew: boolean;
  /** The path of its module, which imports begin with. */
  readonly module: string;
  readonly hasGitignore: boolean;
}

export async function openGoProject(reader: ProjectReader): Promise<GoProject> {
  const manifest = await reader.read('go.mod');
  return {
    isNew: !(await reader.exists('go.mod')),
    module: /^\s*module\s+"?([^\s"]+)/m.exec(manifest ?? '')?.[1] ?? newModule,
    hasGitignore: await reader.exists('.gitignore'),
  };
}

const newModule = 'example.com/bitbucket-webhooks';

/** The name of the package in a folder: its last part, of letters and digits alone. */
export function packageName(folder: string): string {
  const name = folder
    .slice(folder.lastIndexOf('/') + 1)
    .toLowerCase()
    .replace(/[^a-z\d]/g, '');
  return /^[a-z]/.test(name) ? name : 'bitbucket';
}
