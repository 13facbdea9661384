import type { GeneratedFile } from '../framework';
import type { JavaScriptProject, PackageManager } from './project';

/** Packages by name, with the versions that a new package.json asks for. */
export type Packages = Readonly<Record<string, string>>;

export const typescriptPackages = { '@types/node': '^22.0.0', tsx: '^4.0.0', typescript: '^6.0.0' };

/** JSON as it stands in a file. */
export const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;

interface NewProject {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Packages;
  readonly devDependencies: Packages;
  readonly tsconfig: object;
  /** What git is to leave out, beside packages. */
  readonly ignored: readonly string[];
}

/** The files that make a folder a project. */
export function newProjectFiles(project: NewProject): GeneratedFile[] {
  const { scripts, dependencies, devDependencies, tsconfig, ignored } = project;
  return [
    { path: 'package.json', contents: json({ private: true, type: 'module', scripts, dependencies, devDependencies }) },
    { path: 'tsconfig.json', contents: json(tsconfig) },
    { path: '.gitignore', contents: ['node_modules/', ...ignored].map((line) => `${line}\n`).join('') },
  ];
}

const adds: Readonly<Record<PackageManager, readonly [dependency: string, devDependency: string]>> = {
  npm: ['npm install', 'npm install --save-dev'],
  pnpm: ['pnpm add', 'pnpm add --save-dev'],
  yarn: ['yarn add', 'yarn add --dev'],
  bun: ['bun add', 'bun add --dev'],
};

/** The commands that install what an existing project lacks. */
export function installCommands(
  { isNew, packages, packageManager }: JavaScriptProject,
  dependencies: Packages,
  devDependencies: Packages,
): string[] {
  if (isNew) {
    return [`${packageManager} install`];
  }
  return [dependencies, devDependencies].flatMap((wanted, index) => {
    const missing = Object.keys(wanted).filter((name) => !packages.has(name));
    return missing.length > 0 ? [`${adds[packageManager][index] ?? ''} ${missing.join(' ')}`] : [];
  });
}

export const runCommand = ({ packageManager }: JavaScriptProject, script: string): string =>
  `${packageManager} run ${script}`;
