import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../host/paths';

export const builtFolder = join(repositoryRoot, 'out');

interface Suite {
  /** Whether it opens a VS Code. */
  readonly inVsCode?: boolean;
  /** Whether it tries the packaged extension. */
  readonly needsPackage?: boolean;
  /** Whether each of its files can be run by itself. */
  readonly byFile?: boolean;
}

/** The suites in the order in which they begin. */
export const suites: Readonly<Record<string, Suite>> = {
  unit: {},
  check: {},
  faults: {},
  package: { needsPackage: true },
  integration: { inVsCode: true },
  web: { inVsCode: true },
  ui: { inVsCode: true, needsPackage: true, byFile: true },
};

/** What a worker does in one go. */
export interface Task {
  readonly suite: string;
  /** The file to run, below the folder of the built suite; all of them by default. */
  readonly file?: string;
}

export const nameOf = ({ suite, file }: Task): string =>
  file === undefined ? suite : `${suite}/${file.replace('.test.mjs', '')}`;

/** A suite taken apart into tasks: the longest first, so that none of them is left over when the others are done. */
export function tasksOf(suite: string): Task[] {
  if (suites[suite]?.byFile !== true) {
    return [{ suite }];
  }
  return testFiles(suite).map((file) => ({ suite, file }));
}

/** The built test files of a suite, the longest first: a journey takes as long as there are steps written down in it. */
export function testFiles(suite: string): string[] {
  const folder = join(builtFolder, suite);
  const size = (file: string): number => statSync(join(folder, file)).size;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.mjs'))
    .sort((one, other) => size(other) - size(one));
}
