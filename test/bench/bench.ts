// Measures the extension beside what people would use instead, prints a table and writes out/bench.json:
// `npm run bench`, or a part of it: `npm run bench -- languages start-up tree`.
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../host/paths';
import { createCatalog } from '../support/createCatalog';
import { goalLines } from './goals';
import { languageRows } from './languageRows';
import { ratioOf, type Report, type Row, table } from './rows';
import { startUpRows } from './startUpRows';
import { treeRows } from './treeRows';

const parts: Readonly<Record<string, (report: Report) => Promise<void>>> = {
  'start-up': startUpRows,
  tree: treeRows,
  // Nothing is sent: completion answers from the bundled list.
  languages: (report) =>
    languageRows(createCatalog({ baseUrl: 'http://127.0.0.1:9', refreshInterval: () => 0 }), report),
};

async function main(): Promise<void> {
  const named = process.argv.slice(2);
  const rows: Row[] = [];
  const started = Date.now();
  for (const [name, run] of Object.entries(parts)) {
    if (named.length === 0 || named.includes(name)) {
      await run((row) => {
        rows.push(row);
        process.stderr.write(`${Math.round((Date.now() - started) / 1000)} s  ${row.group}: ${row.what}\n`);
      });
    }
  }
  const machine = `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node.js ${process.version}`;
  const date = new Date().toISOString().slice(0, 10);
  console.log(
    `\n${date}, ${machine}; ${Math.round((Date.now() - started) / 1000)} s\n\n${table(rows)}\n\n${goalLines(rows).join('\n')}`,
  );
  const file = join(repositoryRoot, 'out', 'bench.json');
  writeFileSync(
    file,
    JSON.stringify(
      { date, machine, goals: goalLines(rows), rows: rows.map((row) => ({ ...row, ratio: ratioOf(row) })) },
      null,
      2,
    ),
  );
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
