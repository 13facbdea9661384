// Makes events.json beside this file from a collection of facts about the catalogue:
//   npm run make-bundled-events -- FACTS.json
// Every key is taken, under each subject type that is known or inferred for it; a label or a description only where
// Bitbucket's own is known, never a guess at it.
import { readFileSync, writeFileSync } from 'node:fs';
import { argv, exit } from 'node:process';
import { format, resolveConfig } from 'prettier';

const [, , factsFile] = argv;
if (factsFile === undefined) {
  console.error('Which file has the facts? npm run make-bundled-events -- FACTS.json');
  exit(2);
}
const facts = JSON.parse(readFileSync(factsFile, 'utf8'));

const date = /compiled (\d{4}-\d{2}-\d{2})/.exec(facts.about)?.[1];
if (date === undefined) {
  console.error(`${factsFile}: "about" doesn't say on which day the facts were compiled.`);
  exit(1);
}

/** Label and description, without names and without empty ones at the end: each byte of it is shipped. */
const texts = ({ label, description }) => {
  const known = [label, description].map((text) => text ?? '');
  return known.slice(0, known.findLastIndex((text) => text !== '') + 1);
};
const events = {};
for (const [key, event] of Object.entries(facts.events)) {
  events[event.category] = { ...events[event.category], [key]: texts(event) };
}
const keys = Object.values(events).flatMap(Object.keys);

// Each key is written once: subject types have most events in common.
const subjectTypes = Object.fromEntries(
  Object.entries(facts.subject_types).map(([name, rows]) => [name, rows.map((row) => keys.indexOf(row.event))]),
);

const missing = keys.filter((_, index) => !Object.values(subjectTypes).some((indices) => indices.includes(index)));
const unknown = Object.values(facts.subject_types)
  .flat()
  .flatMap((row) => (keys.includes(row.event) ? [] : row.event));
if (missing.length > 0 || unknown.length > 0) {
  console.error(
    `${factsFile}: no subject type for ${JSON.stringify(missing)}, no event for ${JSON.stringify(unknown)}`,
  );
  exit(1);
}

const target = new URL('events.json', import.meta.url);
const style = await resolveConfig(target);
writeFileSync(
  target,
  await format(JSON.stringify({ date, subjectTypes, events }, null, 2), { ...style, parser: 'json' }),
);
console.log(`${keys.length} events of ${Object.keys(subjectTypes).length} subject types, as of ${date}`);
