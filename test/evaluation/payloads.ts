// Holds recorded bodies against the schemas: `node out/evaluation/payloads.mjs FOLDER`, with files that are named like
// those that people keep, `<key with - for :>[.<anything>].json`. Bodies that Bitbucket sent since 2023 must be accepted;
// of older ones it says what today's schemas miss in them. The bodies themselves are no part of the project.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorObject } from 'ajv';
import { fileNameOf } from '../../src/events/fileNames';
import { payloads } from '../../src/events/payloads';
import { validatorOf } from '../unit/events/ajv';

const currentSince = 2023;
const folder = process.argv[2] ?? '.';
const keyByName = new Map([...payloads.keys()].map((key) => [fileNameOf(key), key]));

/** The year of a body: that of the newest moment in it; 0 where it has none. */
const yearOf = (text: string): number =>
  Math.max(0, ...Array.from(text.matchAll(/"(20\d\d)-\d\d-\d\dT/g), ([, year]) => Number(year)));

/** Where a body isn't as the schema says; what only follows from that, as of alternatives, is left out. */
function reasons(errors: readonly ErrorObject[]): string {
  const texts = errors
    .filter(({ keyword }) => keyword !== 'anyOf')
    .map(({ instancePath, message }) => `${instancePath.replace(/\/\d+/g, '/[]')} ${message ?? ''}`.trim());
  return [...new Set(texts)].join('; ');
}

const accepted = new Map<string, [count: number, of: number]>();
const refused: { year: number; line: string }[] = [];
for (const file of readdirSync(folder).sort()) {
  const key = keyByName.get(file.split('.')[0] ?? '');
  if (key === undefined || !file.endsWith('.json')) {
    console.log(`not read, since it is named after no event: ${file}`);
    continue;
  }
  const text = readFileSync(join(folder, file), 'utf8');
  const validate = validatorOf(key);
  const isRight = validate(JSON.parse(text));
  const [count, of] = accepted.get(key) ?? [0, 0];
  accepted.set(key, [count + Number(isRight), of + 1]);
  if (!isRight) {
    const year = yearOf(text);
    refused.push({ year, line: `${year} ${file}: ${reasons(validate.errors ?? [])}` });
  }
}
for (const [key, [count, of]] of accepted) {
  console.log(`${key}: ${count} of ${of} accepted`);
}
refused
  .sort((a, b) => b.year - a.year)
  .forEach(({ line }) => {
    console.log(line);
  });
const current = refused.filter(({ year }) => year >= currentSince).length;
console.log(`${refused.length} refused, ${current} of them of ${currentSince} or later`);
process.exitCode = current === 0 ? 0 : 1;
