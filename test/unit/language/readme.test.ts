import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loaders } from '../../../src/language/syntax/languages';
import manifest from '../../../package.json';
import { repositoryRoot } from '../../host/paths';

const byDefault: Readonly<Record<string, boolean>> =
  manifest.contributes.configuration.properties['bitbucketWebhooks.completion.languages'].default;

/** The first language that is read in the same way. */
const readAs = (id: string): string => Object.keys(loaders).find((other) => loaders[other] === loaders[id]) ?? id;

/** The table of languages as the code has it. */
function table(): string {
  const groups = new Map<string, string[]>();
  for (const id of new Set([...Object.keys(byDefault), ...Object.keys(loaders)])) {
    const dialect = readAs(id);
    groups.set(dialect, [...(groups.get(dialect) ?? []), id]);
  }
  const shared = [...groups].filter(([, ids]) => ids.length > 1);
  const alone = [...groups.values()].filter((ids) => ids.length === 1).flat();
  const told = (ids: readonly string[], isOn: boolean): string =>
    ids
      .filter((id) => (byDefault[id] ?? false) === isOn)
      .map((id) => `\`${id}\``)
      .join(', ');
  const rows = [
    ...shared.map(([name, ids]): [string, string[]] => [`\`${name}\``, ids]),
    ['themselves', alone] as const,
  ];
  return [
    '| Read as | On | Off, until you switch them on |',
    '| --- | --- | --- |',
    ...rows.map(([name, ids]) => `| ${name} | ${told(ids, true)} | ${told(ids, false)} |`),
  ].join('\n');
}

describe('README', () => {
  it('has the languages that are read', () => {
    const readme = readFileSync(join(repositoryRoot, 'README.md'), 'utf8');
    const shown = readme.split('\n').filter((line) => line.startsWith('| '));
    const squeezed = (text: string): string => text.replaceAll(/ {2,}/g, ' ').replaceAll(/-{3,}/g, '---');
    assert.ok(squeezed(shown.join('\n')).includes(squeezed(table())), `The table in README.md should be:\n${table()}`);
  });
});
