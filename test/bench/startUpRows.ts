import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { repositoryRoot } from '../host/paths';
import { timesOf } from './measure';
import { installPeers } from './peers/install';
import type { Report } from './rows';
import type { StartUp } from './startUpChild';

const runs = 11;

/** Fresh processes that load one module each: ours, the emptiest extension, and what others' extensions load. */
export async function startUpRows(report: Report): Promise<void> {
  const peers = await installPeers();
  const empty = join(repositoryRoot, 'out', 'bench', 'emptyExtension.cjs');
  writeFileSync(empty, 'exports.activate = () => undefined;\n');
  const files = {
    ours: join(repositoryRoot, 'dist', 'extension.js'),
    'the empty extension': empty,
    'yaml-language-server': peers.resolve('yaml-language-server'),
    'vscode-json-languageservice': peers.resolve('vscode-json-languageservice'),
    typescript: createRequire(import.meta.url).resolve('typescript'),
  };
  const results = new Map<string, StartUp[]>();
  for (let run = 0; run < runs; run++) {
    for (const [name, file] of Object.entries(files)) {
      results.set(name, [...(results.get(name) ?? []), startUp(file)]);
    }
  }
  const ours = results.get('ours') ?? [];
  for (const [peer, theirs] of results) {
    if (peer !== 'ours') {
      report({
        group: 'start-up',
        what: peer === 'the empty extension' ? 'load and activate()' : 'load only',
        ours: timesOf(ours.map(({ load, activate }) => (peer === 'the empty extension' ? load + activate : load))),
        peer,
        peerTimes: timesOf(theirs.map(({ load, activate }) => load + activate)),
        isLimit: peer === 'the empty extension',
        memory: { ours: middle(ours.map(({ heap }) => heap)), peer: middle(theirs.map(({ heap }) => heap)) },
      });
    }
  }
  report({
    group: 'start-up',
    what: 'activate() alone',
    ours: timesOf(ours.map(({ activate }) => activate)),
    peer: 'the empty extension',
    peerTimes: timesOf((results.get('the empty extension') ?? []).map(({ activate }) => activate)),
    isLimit: true,
  });
  report({
    group: 'start-up',
    what: 'first completion, nothing compiled',
    ours: timesOf(ours.flatMap(({ firstCompletion }) => firstCompletion ?? [])),
  });
}

function startUp(file: string): StartUp {
  const child = join(repositoryRoot, 'out', 'bench', 'startUpChild.mjs');
  return JSON.parse(execFileSync(process.execPath, ['--expose-gc', child, file], { encoding: 'utf8' })) as StartUp;
}

function middle(values: readonly number[]): number {
  return timesOf(values).median;
}
