import assert from 'node:assert/strict';
import { choices, type Files, generate, openProject } from './generated';

const several = choices['several'] ?? [];
const json = (value: unknown) => JSON.stringify(value);
const pathsOf = async (id: string, files: Files) =>
  (await generate(id, ['repo:push'], files)).files.map(({ path }) => path);
const moduleOf = async (id: string, name: string, files: Files) => {
  const plan = await generate(id, several, files);
  return plan.files.find(({ path }) => path.endsWith(name))?.contents ?? assert.fail(name);
};

describe('A handler', () => {
  it('comes with the least manifest in an empty folder, and as a module elsewhere', async () => {
    const empty = await generate('express', ['repo:push']);
    assert.deepEqual(
      empty.files.map(({ path }) => path),
      [
        ...['package.json', 'tsconfig.json', '.gitignore', 'src/server.ts'],
        ...['handlers', 'webhook', 'signature', 'deliveries', 'payloads', 'webhook.test'].map(
          (name) => `src/bitbucket/${name}.ts`,
        ),
        'src/bitbucket/samples/repo-push.bitbucket.json',
      ],
    );
    assert.equal(empty.mount, undefined);
    assert.deepEqual([empty.install, empty.start], [['npm install'], 'npm run dev']);

    const project = { 'package.json': json({ dependencies: { express: '5' } }), 'tsconfig.json': '{}' };
    const mounted = await generate('express', ['repo:push'], project);
    assert.ok(mounted.files.every(({ path }) => path.startsWith('bitbucket/')));
    assert.equal(mounted.mount?.call, "app.use('/bitbucket', bitbucketWebhook());");
    assert.deepEqual(mounted.install, ['npm install --save-dev @types/express @types/node tsx']);
  });

  it('leaves what is there as it is, under another name for the entry', async () => {
    const files = { '.gitignore': '', 'src/server.ts': '', 'src/other.ts': '' };
    const paths = await pathsOf('express', files);
    assert.ok(!paths.includes('.gitignore') && paths.includes('src/server-2.ts'));
    const { files: written } = await generate('express', ['repo:push'], files);
    assert.match(written[0]?.contents ?? '', /tsx watch --env-file-if-exists=\.env src\/server-2\.ts/);
  });

  it('is JavaScript where the folder has no TypeScript, in the kind of modules that package.json says', async () => {
    const manifest = { 'package.json': json({ dependencies: { express: '5' } }) };
    assert.ok((await pathsOf('express', manifest)).includes('bitbucket/webhook.js'));
    assert.match(await moduleOf('express', 'webhook.js', manifest), /^const \{ raw, Router \} = require\('express'\);/);
    assert.match(await moduleOf('express', 'webhook.js', manifest), /\nmodule\.exports = \{ bitbucketWebhook \};\n$/);
    const esm = { 'package.json': json({ type: 'module', dependencies: { hono: '4' } }) };
    assert.match(await moduleOf('hono', 'webhook.js', esm), /from '\.\/handlers\.js';/);
    const next = { 'package.json': json({ dependencies: { next: '16' } }) };
    assert.match(await moduleOf('next', 'route.js', next), /from '\.\/webhook';\n/);
    for (const files of [manifest, esm]) {
      assert.doesNotMatch(await moduleOf(files === esm ? 'hono' : 'express', 'webhook.js', files), /[«»‹›]|: string/);
    }
  });

  it('is TypeScript where the project, or a folder around it, says so', async () => {
    const root = { 'package.json': json({ devDependencies: { typescript: '6', vitest: '5' } }), 'yarn.lock': '' };
    const files = { ...root, 'packages/api/package.json': json({ dependencies: { express: '5' } }) };
    const project = await openProject('express', files, 'packages/api');
    assert.equal(project.language, 'TypeScript');
    assert.ok(project.usesFramework);
    const plan = project.write({ events: [{ key: 'repo:push' }], types: '', folder: 'bitbucket' });
    assert.equal(plan.test, 'npx vitest run bitbucket/webhook.test.ts');
    assert.deepEqual(plan.install, ['yarn add --dev @types/express @types/node']);
    assert.match(plan.files.find(({ path }) => path.endsWith('.test.ts'))?.contents ?? '', /from 'vitest';/);
  });

  const endings: readonly (readonly [title: string, files: Files, ending: string])[] = [
    ['NodeNext', { 'tsconfig.json': json({ compilerOptions: { module: 'NodeNext' } }) }, '.js'],
    ['bundler', { 'tsconfig.json': json({ compilerOptions: { moduleResolution: 'bundler', module: 'esnext' } }) }, ''],
    [
      'endings of TypeScript',
      { 'tsconfig.json': json({ compilerOptions: { module: 'node20', rewriteRelativeImportExtensions: true } }) },
      '.ts',
    ],
    [
      'a configuration that extends another, with comments',
      {
        'tsconfig.json': '{ /* as all */ "extends": "./base", }',
        'base.json': json({ extends: '@tsconfig/node22/tsconfig.json' }),
        'node_modules/@tsconfig/node22/tsconfig.json': json({ compilerOptions: { module: 'node16' } }),
      },
      '.js',
    ],
    ['one that extends itself', { 'tsconfig.json': json({ extends: './tsconfig.json' }) }, ''],
  ];
  for (const [title, files, ending] of endings) {
    it(`imports as the compiler resolves: ${title}`, async () => {
      const all = { 'package.json': json({ type: 'module', dependencies: { express: '5' } }), ...files };
      assert.ok((await moduleOf('express', 'webhook.ts', all)).includes(` from './handlers${ending}';`));
    });
  }

  it('is recognised by what package.json names, Hono by where it runs', async () => {
    const uses = async (id: string, files: Files) => (await openProject(id, files)).usesFramework;
    const hono = { 'package.json': json({ dependencies: { hono: '4' } }) };
    const worker = { ...hono, 'wrangler.toml': '' };
    assert.deepEqual([await uses('hono', hono), await uses('hono-workers', hono)], [true, false]);
    assert.deepEqual([await uses('hono', worker), await uses('hono-workers', worker)], [false, true]);
    assert.equal(await uses('express', { 'package.json': '{ "dependencies": ' }), false);
    assert.equal(await uses('next', { 'package.json': json({ devDependencies: { next: '16' } }) }), true);
  });

  it('lies where Next.js looks for routes, and says its address', async () => {
    const next = { 'package.json': json({ dependencies: { next: '16' } }) };
    assert.equal((await openProject('next', { ...next, 'app/page.tsx': '' })).folder, 'app/api/bitbucket');
    const inSource = { ...next, 'src/app/page.tsx': '' };
    const project = await openProject('next', inSource);
    assert.equal(project.folder, 'src/app/api/bitbucket');
    const order = { events: [{ key: 'repo:push' }], types: '', folder: 'src/app/(hooks)/api/bitbucket-2' };
    assert.equal(project.write(order).address, 'http://localhost:3000/api/bitbucket-2');
  });
});
