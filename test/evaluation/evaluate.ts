// Measures completion and checks on a folder of public files: `node out/evaluation/evaluate.mjs FOLDER`, with the files
// that hold event keys in its `positive` and look-alikes in its `negative`. The files themselves are no part of the project.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bundledList } from '../../src/catalog/bundled/bundledList';
import { mergeEvents } from '../../src/catalog/mergeEvents';
import { readCorpus } from './corpus';
import { Measurement, Report } from './measure';

const [, , folder = '', examples = '12'] = process.argv;

async function evaluate(): Promise<void> {
  const events = mergeEvents(
    [...bundledList.subjectTypes].map(([name, listed]) => ({
      name,
      events: listed,
      origin: { kind: 'live' } as const,
    })),
  );
  const report = new Report();
  const measurement = new Measurement(events, report);
  const positive = readCorpus(join(folder, 'positive'));
  const negative = readCorpus(join(folder, 'negative'));
  const marks: string[] = [];
  for (const file of positive) {
    await measurement.recall(file);
    await measurement.caught(file);
  }
  for (const file of [...positive, ...negative]) {
    await measurement.noise(file, positive.includes(file) ? 'files with keys' : 'look-alikes');
    marks.push(...(await measurement.marks(file)));
  }
  console.log(`${positive.length} files with keys, ${negative.length} look-alikes`);
  for (const [name, { hits, of, examples: missed }] of [...report.shares].sort()) {
    console.log(`${name}: ${((100 * hits) / of).toFixed(2)} % (${hits} of ${of})`);
    missed.slice(0, Number(examples)).forEach((line) => {
      console.log(`      ${line}`);
    });
  }
  console.log(`marked: ${marks.length}`);
  marks.slice(0, 10 * Number(examples)).forEach((line) => {
    console.log(`      ${line}`);
  });
}

if (existsSync(folder)) {
  await evaluate();
} else {
  console.log(`There is no folder “${folder}”: nothing to measure.`);
}
