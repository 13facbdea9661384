import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../host/paths';

export const builtFolder = join(repositoryRoot, 'out');

interface Suite {
  /** The folders with its files; one with its name by default. */
  readonly folders?: readonly string[];
  /** Whether it opens a VS Code. */
  readonly inVsCode?: boolean;
  /** Whether it tries the packaged extension. */
  readonly needsPackage?: boolean;
  /** Whether each of its files can be run by itself. */
  readonly byFile?: boolean;
  /** Whether it runs only where it is named. */
  readonly onRequest?: boolean;
}

const journeys: Suite = { inVsCode: true, needsPackage: true, byFile: true };

/** The suites in the order in which they begin. */
export const suites: Readonly<Record<string, Suite>> = {
  unit: {},
  /** Generated code with the compilers and servers of its languages, as far as this machine has them. */
  toolchains: {},
  check: {},
  faults: {},
  package: { needsPackage: true },
  integration: { inVsCode: true },
  web: { inVsCode: true },
  ui: journeys,
  /** The journeys, and those that prove nothing, with pictures of all that they come by. */
  pictures: { ...journeys, folders: ['ui', 'readme'], onRequest: true },
};

/** What a worker does in one go. */
export interface Task {
  readonly suite: string;
  /** The file to run, below the folder of all that is built; those of the suite by default. */
  readonly file?: string;
}

export const nameOf = ({ suite, file }: Task): string => file?.replace('.test.mjs', '') ?? suite;

/** A suite taken apart into tasks: the longest first, so that none of them is left over when the others are done. */
export function tasksOf(suite: string): Task[] {
  return suites[suite]?.byFile === true ? testFiles(suite).map((file) => ({ suite, file })) : [{ suite }];
}

/** Files that take longer than their size tells: they go through tables of what is typed. */
const longest = [join('ui', 'languages.test.mjs'), join('ui', 'complete.test.mjs')];

/** The built test files of a suite, the longest first: most take as long as there are steps written down in them. */
export function testFiles(suite: string): string[] {
  const size = (file: string): number => (longest.includes(file) ? Infinity : statSync(join(builtFolder, file)).size);
  return (suites[suite]?.folders ?? [suite])
    .flatMap((folder) =>
      readdirSync(join(builtFolder, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
    )
    .filter((file) => file.endsWith('.test.mjs'))
    .sort((one, other) => (size(one) === size(other) ? 0 : size(other) - size(one)));
}
