// Measures the scanners on a folder of public files: `node out/evaluation/evaluate.mjs [folder]`, with the files that
// hold event keys in its `positive` and look-alikes in its `negative`. The files themselves are no part of the project.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bundledList } from '../../src/catalog/bundled/bundledList';
import { mergeEvents } from '../../src/catalog/mergeEvents';
import { readCorpus } from './corpus';
import { caught, flagged, noise, recall, type Share } from './measure';

const folder = process.argv[2] ?? join('..', 'shared', 'corpus');
const events = mergeEvents(
  [...bundledList.subjectTypes].map(([name, listed]) => ({ name, events: listed, origin: { kind: 'live' } as const })),
);
const keys = events.map(({ key }) => key);

function percent({ hits, of }: Share): string {
  return of === 0 ? 'none' : `${((100 * hits) / of).toFixed(2)} % (${hits} of ${of})`;
}

function print(title: string, lines: readonly string[]): void {
  console.log(`${title}: ${lines.length}`);
  lines.slice(0, 40).forEach((line) => {
    console.log(`    ${line}`);
  });
}

function evaluate(): void {
  const positive = readCorpus(join(folder, 'positive'));
  const negative = readCorpus(join(folder, 'negative'));
  for (const languageId of new Set([...positive, ...negative].map((file) => file.languageId))) {
    console.log(`\n${languageId}`);
    const shares = new Map<string, Share>();
    const missed: string[] = [];
    positive
      .filter((file) => file.languageId === languageId)
      .forEach((file) => {
        recall(file, keys, shares, missed);
      });
    for (const [name, share] of [...shares].sort()) {
      console.log(`  recall, ${name}: ${percent(share)}`);
    }
    print('  missed', missed);
    const [empty, family] = [
      { hits: 0, of: 0 },
      { hits: 0, of: 0 },
    ];
    const offers: string[] = [];
    negative
      .filter((file) => file.languageId === languageId)
      .forEach((file) => {
        noise(file, empty, family, offers);
      });
    console.log(`  noise, empty prefix: ${percent(empty)}`);
    console.log(`  noise, another family's prefix: ${percent(family)}`);
    print('  offers without a key', offers);
  }
  console.log('');
  const mistakes = { hits: 0, of: 0 };
  const unmarked: string[] = [];
  for (const file of positive) {
    caught(file, events, mistakes, unmarked);
  }
  console.log(`mistakes in the place of keys that are marked: ${percent(mistakes)}`);
  print('  not marked', unmarked);
  const known = new Set(keys);
  print(
    'flagged as unknown keys, positive files',
    positive.flatMap((file) => flagged(file, known)),
  );
  print(
    'flagged as unknown keys, negative files',
    negative.flatMap((file) => flagged(file, known)),
  );
}

if (existsSync(folder)) {
  evaluate();
} else {
  console.log(`There is no folder ${folder}: nothing to measure.`);
}
