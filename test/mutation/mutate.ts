/**
 * `npm run mutate`: changes single operators of the sources, one after the other and by chance, in a copy of the
 * repository, and says which of these changes no unit or fault test notices. Some can't be noticed, since they change
 * nothing; each of the others is a test that is missing.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { exit } from 'node:process';
import { parseArgs } from 'node:util';
import { repositoryRoot } from '../host/paths';
import { cleanUpAtExit } from '../host/cleanup';
import { temporaryFolder } from '../host/temporaryFolder';
import { type Mutation, mutationsOf } from './mutations';

const help = `npm run mutate [-- options] [FOLDER or FILE …]
  --count N  how many changes to try; 28 by default
  --seed N   which ones; another each day by default
  --help     this text
Without a folder: those below src whose code unit and fault tests are about.`;

const folders = [
  'catalog',
  'bitbucket',
  'language/check',
  'language/insert',
  'language/keys',
  'agents',
  'presentation',
];
const leftOut = new Set(['.git', '.vscode-test', 'dist', 'node_modules', 'out']);
/** How many times as long as without a change, for one that makes something go on for ever. */
const patience = 4;
let longestRun = 600_000;

async function main(): Promise<boolean> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      count: { type: 'string', default: '28' },
      seed: { type: 'string', default: String(Math.floor(Date.now() / 86_400_000)) },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) {
    console.log(help);
    return true;
  }
  const copy = copyRepository();
  const started = Date.now();
  if (!(await passes(copy))) {
    throw new Error('The tests fail as it is. Run npm test -- unit faults, and mend what it shows.');
  }
  longestRun = patience * (Date.now() - started);
  const files = (positionals.length > 0 ? positionals : folders.map((folder) => join('src', folder))).flatMap(sources);
  const all = files.flatMap((file) =>
    mutationsOf(readFileSync(join(copy, file), 'utf8')).map((mutation) => ({ file, mutation })),
  );
  const chosen = shuffled(all, Number(values.seed)).slice(0, Number(values.count));
  console.log(`${chosen.length} of ${all.length} changes, seed ${values.seed}`);
  let unnoticed = 0;
  for (const { file, mutation } of chosen) {
    unnoticed += (await isNoticed(copy, file, mutation)) ? 0 : 1;
  }
  console.log(`\n${chosen.length - unnoticed} noticed, ${unnoticed} unnoticed`);
  return unnoticed === 0;
}

/** A copy to change: files that tests have open in an editor, or that are not committed yet, stay as they are. */
function copyRepository(): string {
  const { path } = temporaryFolder();
  cpSync(repositoryRoot, path, {
    recursive: true,
    filter: (source) => !leftOut.has(relative(repositoryRoot, source).split(sep)[0] ?? ''),
  });
  symlinkSync(join(repositoryRoot, 'node_modules'), join(path, 'node_modules'), 'junction');
  return path;
}

function sources(path: string): string[] {
  return path.endsWith('.ts')
    ? [path]
    : readdirSync(join(repositoryRoot, path), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => join(path, file));
}

async function isNoticed(copy: string, file: string, { line, from, to, text }: Mutation): Promise<boolean> {
  const path = join(copy, file);
  const before = readFileSync(path, 'utf8');
  writeFileSync(path, text);
  const noticed = !(await passes(copy));
  writeFileSync(path, before);
  console.log(`${noticed ? 'noticed  ' : 'UNNOTICED'}  ${file}:${line}  ${from} → ${to || 'nothing'}`);
  return noticed;
}

async function passes(copy: string): Promise<boolean> {
  const runs = [
    ['esbuild.js', '--test'],
    [join('out', 'run.mjs'), 'unit'],
    [join('out', 'run.mjs'), 'faults'],
  ];
  for (const args of runs) {
    const child = spawn(process.execPath, args, { cwd: copy, stdio: 'ignore', timeout: longestRun });
    const stop = cleanUpAtExit(() => void child.kill());
    const [code] = (await once(child, 'exit')) as [number | null];
    await stop();
    if (code !== 0) {
      return false;
    }
  }
  return true;
}

/** In an order of chance that a number repeats (the generator is the one called mulberry32). */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  let state = seed;
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return items
    .map((item) => ({ item, place: random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);
}

try {
  exit((await main()) ? 0 : 1);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  exit(2);
}
