import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ESLint } from 'eslint';
import { defineConfig } from 'eslint/config';
import fc from 'fast-check';
import { check } from 'prettier';
import ts from 'typescript';
import tseslint from 'typescript-eslint';
import { frameworks as allFrameworks } from '../../../src/handlers/generator/frameworks';
import { choices, generate, generatedFolder, writeGenerated } from './generated';

const frameworks = allFrameworks.filter(({ typeLanguage }) => typeLanguage === 'TypeScript');

/** Stricter than a new project is: an existing one may have any of these. */
const strictest: ts.CompilerOptions = {
  ...{ noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true, noPropertyAccessFromIndexSignature: true },
  ...{ noImplicitReturns: true, noUnusedLocals: true, noUnusedParameters: true, noImplicitOverride: true },
  ...{ verbatimModuleSyntax: true, isolatedModules: true, erasableSyntaxOnly: true, noEmit: true, incremental: false },
};

const seed = Date.now() % 1_000_000;
const random = fc.sample(fc.shuffledSubarray([...(choices['all'] ?? [])], { minLength: 1 }), { numRuns: 8, seed });
/** For one framework: what depends on the events is the same code for all. */
const randomChoices = Object.fromEntries(random.map((keys, index) => [`random-${index}`, keys]));

/** One program of a framework's projects, with the tsconfig.json that each of them has. */
async function compile(id: string) {
  const picked = { ...choices, ...(id === 'express' ? randomChoices : {}) };
  const folders = await Promise.all(
    Object.entries(picked).map(async ([name, keys]) => writeGenerated(`${id}-${name}`, await generate(id, keys))),
  );
  const read = (folder: string) =>
    ts.parseJsonConfigFileContent(
      ts.readConfigFile(join(folder, 'tsconfig.json'), (path) => readFileSync(path, 'utf8')).config,
      ts.sys,
      folder,
    );
  const parsed = folders.map(read);
  const options = { ...parsed[0]?.options, ...strictest, rootDir: generatedFolder };
  const files = parsed.flatMap(({ fileNames }) => fileNames);
  return { files, program: ts.createProgram(files, options) };
}

const eslint = (program: ts.Program) =>
  new ESLint({
    cwd: generatedFolder,
    overrideConfigFile: true,
    overrideConfig: defineConfig(tseslint.configs.recommendedTypeChecked, {
      files: ['**/*.ts'],
      languageOptions: { parserOptions: { programs: [program] } },
    }),
  });

describe('Generated TypeScript', function () {
  before(() => {
    console.log(`      seed of the random choices: ${seed}`);
  });

  for (const { id, name } of frameworks) {
    const choice = id === 'express' ? ' for any choice of events' : '';
    it(`for ${name} compiles${choice} and gives typescript-eslint no reason to complain`, async () => {
      const { files, program } = await compile(id);
      const complaints = ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
        const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
        const text = ts.flattenDiagnosticMessageText(messageText, ' ');
        return `${relative(generatedFolder, file?.fileName ?? '')}:${line} ${text}`;
      });
      assert.deepEqual(complaints, []);
      const chosen = files.filter((file) => !file.includes(`${id}-random-`));
      assert.ok(chosen.length >= 4 * 6);
      const results = await eslint(program).lintFiles(chosen);
      const messages = results.flatMap(({ filePath, messages: each }) =>
        each.map(({ line, message }) => `${relative(generatedFolder, filePath)}:${line} ${message}`),
      );
      assert.deepEqual(messages, []);
    });
  }

  it('is formatted as Prettier would', async () => {
    const plans = await Promise.all(frameworks.map(({ id }) => generate(id, choices['all'] ?? [])));
    const modules = plans.flatMap(({ files }) => files).filter(({ path }) => path.endsWith('.ts'));
    // What all frameworks have in common is looked at once.
    const paths = new Map(modules.map(({ path, contents }) => [contents, path]));
    for (const [contents, path] of paths) {
      const printWidth = path.endsWith('payloads.ts') ? 120 : 100;
      assert.ok(await check(contents, { parser: 'typescript', singleQuote: true, printWidth }), path);
    }
  });
});
