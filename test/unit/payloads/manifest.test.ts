import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileNameOf, schemaFile, writtenSchemaFile } from '../../../src/events/fileNames';
import { payloads } from '../../../src/events/payloads';
import { sampleLocation } from '../../../src/presentation/sampleLinks';

interface Manifest {
  readonly contributes: { readonly jsonValidation: { readonly fileMatch: string[]; readonly url: string }[] };
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;

/** Whether one of VS Code's patterns without folders fits a name or address. */
const fits = (patterns: readonly string[], text: string) =>
  patterns.some((pattern) => {
    const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '[^/]*');
    return new RegExp(`^${escaped}$`).test(text);
  });

describe('The manifest', () => {
  it('has the commands on events for those without a Forge name, too', () => {
    const menus = readFileSync('package.json', 'utf8');
    assert.doesNotMatch(menus, /viewItem == event\b/);
    assert.match(menus, /viewItem =~ \/\^event\//);
  });

  it('has the schemas of each event for its samples and for files of that name, and for no others', () => {
    assert.equal(contributes.jsonValidation.length, 2 * payloads.size);
    for (const key of payloads.keys()) {
      const name = fileNameOf(key);
      const matching = (text: string) =>
        contributes.jsonValidation.filter(({ fileMatch }) => fits(fileMatch, text)).map(({ url }) => url);
      const samples = [undefined, 'some-variant'].map((variant) => sampleLocation({ key, variant }).path);
      for (const path of samples) {
        assert.deepEqual(matching(`bitbucket-webhook:${path}`), [`./dist/payloads/${schemaFile(key)}`], path);
      }
      for (const file of [`${name}.bitbucket.json`, `${name}.my.own.bitbucket.json`]) {
        assert.deepEqual(matching(file), [`./dist/payloads/${writtenSchemaFile(key)}`], file);
      }
      assert.deepEqual(matching(`${name}.json`), []);
      assert.deepEqual(matching(`${name}s.bitbucket.json`), []);
      assert.deepEqual(matching(`my-${name}.bitbucket.json`), []);
    }
  });
});
