import type { ProjectReader } from '../framework';

/** How packages are installed and commands run. */
interface PackageManager {
  readonly lockFile: string;
  readonly add: string;
  readonly addForTests: string;
  /** What stands before a command that a package brings along. */
  readonly run: string;
}

const pip: PackageManager = { lockFile: '', add: 'pip install', addForTests: 'pip install', run: '' };
const managers: readonly PackageManager[] = [
  { lockFile: 'uv.lock', add: 'uv add', addForTests: 'uv add --dev', run: 'uv run ' },
  { lockFile: 'poetry.lock', add: 'poetry add', addForTests: 'poetry add --group dev', run: 'poetry run ' },
];

/** What makes a folder a project, and what may name its packages beside that. */
export const pythonManifests = ['pyproject.toml', 'requirements.txt'] as const;
const packageFiles = [...pythonManifests, 'requirements-dev.txt', 'dev-requirements.txt', 'requirements_dev.txt'];

/** What is known of a folder that has a manifest of Python, or is to get one. */
export interface PythonProject {
  readonly isNew: boolean;
  readonly packageManager: PackageManager;
  /** Whether its manifests name a package, such as `fastapi` or, with what it brings along, `fastapi[standard]`. */
  readonly names: (requirement: string) => boolean;
  readonly hasGitignore: boolean;
}

export async function openPythonProject(reader: ProjectReader): Promise<PythonProject> {
  const texts = await Promise.all(packageFiles.map((name) => reader.read(name)));
  const isThere = await Promise.all(pythonManifests.map((name) => reader.exists(name)));
  const named = new Set(texts.flatMap((text) => requirementsIn(text ?? '')));
  return {
    isNew: !isThere.includes(true),
    packageManager: await findPackageManager(reader),
    names: (requirement) => named.has(requirement),
    hasGitignore: await reader.exists('.gitignore'),
  };
}

/**
 * The packages that a manifest names, whichever of its forms it has: a requirement begins a line, or a string, or is
 * the name of a value.
 */
function requirementsIn(text: string): string[] {
  const withoutComments = text.replace(/(?<=^|\s)#.*$/gm, '');
  return [...withoutComments.matchAll(/(?:^[ \t]*|["'])([a-z][\w.-]*)[ \t]*(\[[^\]]*\])?/gim)].flatMap(
    ([, name = '', extras = '']) => {
      const normal = name.toLowerCase().replace(/[-_.]+/g, '-');
      const all = extras.slice(1, -1).split(',');
      return [normal, ...all.map((extra) => `${normal}[${extra.trim()}]`)];
    },
  );
}

async function findPackageManager(reader: ProjectReader): Promise<PackageManager> {
  for (const folder of ['.', ...reader.outer]) {
    for (const manager of managers) {
      if (await reader.exists(`${folder}/${manager.lockFile}`)) {
        return manager;
      }
    }
  }
  return pip;
}
