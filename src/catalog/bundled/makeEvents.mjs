// Makes events.json beside this file from a collection of facts about the catalogue, and says in package.json which files
// have the schemas of these events:
//   npm run make-bundled-events -- FACTS.json
// Every key is taken, under each subject type that is known or inferred for it. Bitbucket's own words for an event stand
// in its record in src/events, which is held against the facts here.
import { readFileSync, writeFileSync } from 'node:fs';
import { argv, exit } from 'node:process';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';

const [, , factsFile] = argv;
if (factsFile === undefined) {
  console.error('Which file has the facts? npm run make-bundled-events -- FACTS.json');
  exit(2);
}
const facts = JSON.parse(readFileSync(factsFile, 'utf8'));
const records = await readRecords();

const date = /compiled (\d{4}-\d{2}-\d{2})/.exec(facts.about)?.[1];
const subjectTypes = Object.fromEntries(
  Object.entries(facts.subject_types).map(([name, rows]) => [name, rows.map((row) => row.event)]),
);
const listed = new Set(Object.values(subjectTypes).flat());
const known = Object.keys(facts.events);

const complaints = [
  ...(date === undefined ? ['"about" doesn\'t say on which day the facts were compiled'] : []),
  ...known.filter((key) => !listed.has(key)).map((key) => `no subject type has ${key}`),
  ...[...listed].filter((key) => !known.includes(key)).map((key) => `a subject type has ${key}, which is no event`),
  ...[...records.keys()].filter((key) => !known.includes(key)).map((key) => `${key} has a record, and is no event`),
  ...known.flatMap(complaintsAbout),
];
if (complaints.length > 0) {
  console.error([factsFile, ...complaints].join('\n  '));
  exit(1);
}

const list = new URL('events.json', import.meta.url);
const style = { ...(await resolveConfig(list)), parser: 'json' };
writeFileSync(list, await format(JSON.stringify({ date, subjectTypes }), style));

const manifestFile = new URL('../../../package.json', import.meta.url);
const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
manifest.contributes.jsonValidation = [...records.keys()].flatMap(validations);
writeFileSync(manifestFile, `${JSON.stringify(manifest, undefined, 2)}\n`);

console.log(`${listed.size} events of ${Object.keys(subjectTypes).length} subject types, as of ${date}`);

/** The files that are held against an event's schemas: its samples, and those that people write and name after it. */
function validations(key) {
  const name = key.replaceAll(':', '-');
  const sample = `bitbucket-webhook:/sample/${name}`;
  return [
    { fileMatch: [`${sample}.json`, `${sample}.*.json`], url: `./dist/payloads/${name}.schema.json` },
    {
      fileMatch: [`${name}.bitbucket.json`, `${name}.*.bitbucket.json`],
      url: `./dist/payloads/${name}.written.schema.json`,
    },
  ];
}

/** The records of src/events, by key. */
async function readRecords() {
  const entryPoints = [new URL('../../events/events.ts', import.meta.url).pathname];
  const { outputFiles } = await build({ entryPoints, bundle: true, write: false, format: 'esm' });
  const { events } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  return events;
}

/** What a record has as Bitbucket's own words, and Bitbucket isn't known to say; or the other way round. */
function complaintsAbout(key) {
  const record = records.get(key);
  if (!record) {
    return [`${key} has no record`];
  }
  const own = { category: record.family.category, label: record.label, description: record.description };
  return Object.entries(own)
    .filter(([name, text]) => (text ?? '') !== (facts.events[key][name] ?? ''))
    .map(
      ([name, text]) => `${key}: ${name} is ${JSON.stringify(facts.events[key][name])}, not ${JSON.stringify(text)}`,
    );
}
