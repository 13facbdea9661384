import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { complaintsAbout } from '../unit/payloads/compile';

/** What a compiler says against programs; empty where it takes all of them. `undefined`: there is no such compiler here. */
export function complaints(languageId: string, programs: readonly string[]): string | undefined {
  if (languageId === 'typescript' || languageId === 'javascript') {
    const extension = languageId === 'typescript' ? 'ts' : 'js';
    const files = programs.map((text, index) => [`program${index}.${extension}`, untyped(languageId) + text] as const);
    return complaintsAbout(Object.fromEntries(files)).join('\n');
  }
  const compiler = compilers[languageId];
  if (!compiler || spawnSync(compiler.command, compiler.version).status !== 0) {
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'arms-'));
  try {
    const written = programs.map((text, index) => {
      const name = compiler.nameOf(index);
      mkdirSync(join(folder, name, '..'), { recursive: true });
      writeFileSync(join(folder, name), compiler.prepare?.(text, index) ?? text);
      return name;
    });
    for (const args of compiler.run(written)) {
      execFileSync(compiler.command, args, {
        cwd: folder,
        stdio: 'pipe',
        env: { ...process.env, GOFLAGS: '-mod=mod', GOCACHE: join(tmpdir(), 'arms-go-cache'), GO111MODULE: 'on' },
      });
    }
    return '';
  } catch (error) {
    const { stderr, stdout } = error as { stderr?: Buffer; stdout?: Buffer };
    return `${stdout?.toString() ?? ''}${stderr?.toString() ?? String(error)}`.slice(0, 4_000);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** JavaScript says no types: what isn't said may be anything. */
function untyped(languageId: string): string {
  return languageId === 'javascript' ? '// @ts-nocheck\n' : '';
}

interface Compiler {
  readonly command: string;
  readonly version: string[];
  readonly nameOf: (index: number) => string;
  readonly prepare?: (text: string, index: number) => string;
  readonly run: (names: readonly string[]) => readonly (readonly string[])[];
}

const compilers: Readonly<Record<string, Compiler>> = {
  python: {
    command: 'python3',
    version: ['-c', 'import sys; sys.exit(sys.version_info < (3, 10))'],
    nameOf: (index) => `program${index}.py`,
    run: (names) => [['-m', 'py_compile', ...names]],
  },
  go: {
    command: 'go',
    version: ['version'],
    nameOf: (index) => `program${index}/main.go`,
    prepare: (text) => text.trimStart(),
    run: () => [
      ['mod', 'init', 'receiver'],
      ['vet', './...'],
    ],
  },
  php: {
    command: 'php',
    version: ['--version'],
    nameOf: (index) => `program${index}.php`,
    prepare: (text) => text.trimStart(),
    run: (names) => names.map((name) => ['-l', name]),
  },
  java: {
    command: 'javac',
    version: ['--version'],
    nameOf: (index) => `program${index}/Bitbucket.java`,
    prepare: (text, index) => `package program${index};\n${text}`,
    run: (names) => [['-d', 'out', ...names]],
  },
  rust: {
    command: 'rustc',
    version: ['--version'],
    nameOf: (index) => `program${index}.rs`,
    run: (names) => names.map((name) => ['--crate-type', 'lib', '--emit', 'metadata', '-A', 'warnings', name]),
  },
};
