import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import express from 'express';
import { repositoryRoot } from '../host/paths';
import { bitbucketScenario } from '../server/scenario';
import { chooseTarget, clickStep, shows } from './deliveryHands';
import type { Workbench } from './workbench';
import { until } from './workbenchUntil';
import { sharedPage } from './world';

const filesIn = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort();
};

const title = (workbench: Workbench, step: number) =>
  workbench.quickInput.element.locator('.quick-input-title', { hasText: `(${step}/4)` });

/** The next question, once there is a row of it. */
async function question(workbench: Workbench, step: number, row: string): Promise<void> {
  await title(workbench, step).waitFor();
  await workbench.quickInput.rows(row).first().waitFor();
  await workbench.picture(`handler-${step}-dark`);
}

/** Does the next thing of the list that follows. */
async function doNext(workbench: Workbench, step: string): Promise<void> {
  const { page, quickInput } = workbench;
  await quickInput.rows(step).first().and(page.locator('.focused')).waitFor();
  await quickInput.accept();
}

/** Starts what was generated, with a secret; express is the tests' own. */
async function start(folder: string, secret: string) {
  const outfile = join(repositoryRoot, 'out', `newHandler-${process.pid}.mjs`);
  const entryPoints = [join(folder, 'src', 'bitbucket', 'webhook.ts')];
  await build({ entryPoints, outfile, bundle: true, packages: 'external', format: 'esm', drop: ['console'] });
  const { bitbucketWebhook } = (await import(pathToFileURL(outfile).href)) as {
    bitbucketWebhook: (env: object) => RequestListener;
  };
  const app = express().use('/bitbucket', bitbucketWebhook({ BITBUCKET_WEBHOOK_SECRET: secret }));
  const server = createServer(app as RequestListener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { close, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/bitbucket` };
}

describe('A new handler in an empty folder', () => {
  const journey = sharedPage({ scenario: bitbucketScenario, viewport: { width: 1400, height: 900 } });

  it('is written for the event of a row, answers a signed test delivery, and is undone as one', async () => {
    await journey(async ({ workbench }) => {
      const { page, quickInput, folder } = workbench;
      const tree = await workbench.openEvents();
      await tree.row('repository').expand();
      await tree.row('repo:push').contextMenu('New webhook handler');
      await question(workbench, 1, 'Express');
      await quickInput.accept();
      await question(workbench, 2, 'repo:push');
      await quickInput.rows('repo:push').first().locator('input:checked, .checked').first().waitFor();
      await quickInput.accept();
      await question(workbench, 3, 'src/bitbucket');
      await quickInput.accept();
      await question(workbench, 4, 'webhook.test.ts');
      await quickInput.accept();

      await page.locator('.tab.active[data-resource-name="handlers.ts"]').waitFor();
      await quickInput.rows('npm install').first().waitFor();
      await workbench.picture('handler-written-dark');
      assert.deepEqual(await filesIn(folder), [
        '.gitignore',
        'package.json',
        ...['deliveries', 'handlers', 'payloads'].map((name) => `src/bitbucket/${name}.ts`),
        'src/bitbucket/samples/repo-push.bitbucket.json',
        ...['signature', 'webhook.test', 'webhook'].map((name) => `src/bitbucket/${name}.ts`),
        'src/server.ts',
        'tsconfig.json',
      ]);
      assert.match(await readFile(join(folder, 'src/bitbucket/handlers.ts'), 'utf8'), /'repo:push'\(/);
      await doNext(workbench, 'Install what it needs');
      await doNext(workbench, 'Give it the secret');
      await page.locator('.tab[data-resource-name=".env"]').waitFor();
      await workbench.picture('handler-secret-dark');
      const secret = await workbench.readClipboard();
      assert.match(secret, /^[\da-f]{64}$/);
      // It listens elsewhere: what is on port 3000 of this machine is nobody's business.
      const server = await start(folder, secret);
      try {
        await doNext(workbench, 'Start it');
        await quickInput.rows('Send it a test delivery').first().and(page.locator('.focused')).waitFor();
        assert.equal(await workbench.readClipboard(), 'npm run dev');
        await quickInput.accept();
        await quickInput.rows('Commits pushed').first().waitFor();
        await quickInput.accept();
        // Its address stands first.
        await quickInput.rows('localhost:3000/bitbucket').first().and(page.locator('.focused')).waitFor();
        await workbench.picture('handler-target-dark');
        await chooseTarget(workbench, server.address);
        await shows(workbench, '401 Unauthorized');
        await clickStep(workbench, 'Set secret');
        await quickInput.element.locator('input[type="password"]').fill(secret);
        await quickInput.accept();
        await workbench.statusBarItem('are signed from now on').waitFor();
        await workbench.tree('Deliveries').row('repo:push').inlineAction('Send again');
        await shows(workbench, '202 Accepted');
        await workbench.picture('handler-answered-dark');
      } finally {
        server.close();
      }

      await workbench.editor.open('src/bitbucket/handlers.ts');
      await page.keyboard.press('ControlOrMeta+Z');
      const dialog = page.locator('.monaco-dialog-box');
      await until('the files are gone', async () => {
        if (await dialog.isVisible()) {
          await workbench.picture('handler-undo-dark');
          await page.keyboard.press('Enter');
        }
        // One goes after the other, folders too.
        return (await filesIn(folder).catch(() => [''])).length === 0;
      });
    });
  });
});

describe('A new handler in a monorepo', () => {
  const manifest = (dependencies: object) => JSON.stringify({ type: 'module', dependencies });
  const files = {
    'package.json': JSON.stringify({ workspaces: ['packages/*'], devDependencies: { typescript: '6', vitest: '5' } }),
    'packages/api/package.json': manifest({ hono: '4' }),
    'packages/api/src/bitbucket/mine.ts': 'export const mine = true;\n',
    'packages/web/package.json': manifest({ next: '16' }),
    'packages/web/app/page.tsx': '',
  };
  const journey = sharedPage({ scenario: bitbucketScenario, files, viewport: { width: 1400, height: 900 } });

  it('lies in the project that uses the framework, beside what is there', async () => {
    await journey(async ({ workbench }) => {
      const { page, quickInput, folder } = workbench;
      await workbench.editor.open('packages/web/app/page.tsx');
      await workbench.runCommand('Bitbucket Webhooks: New webhook handler');
      await title(workbench, 1).waitFor();
      await quickInput.rows('packages/api').first().waitFor();
      const frameworks = await quickInput.labels();
      // The project of the file in front comes first.
      assert.deepEqual(frameworks.slice(0, 2), ['Next.js', 'Hono']);
      await quickInput.pick('packages/api');
      await title(workbench, 2).waitFor();
      // What Bitbucket can't send any more isn't there to be ticked.
      await quickInput.type('issue:');
      await quickInput.rows('issue:').first().waitFor({ state: 'hidden' });
      await quickInput.type('');
      await quickInput.rows('repo:fork').first().click();
      await quickInput.accept();
      await title(workbench, 3).waitFor();
      await quickInput.rows('packages/api').first().waitFor();
      assert.match((await quickInput.labels())[0] ?? '', /src\/bitbucket/);
      await quickInput.element.getByRole('button', { name: 'Back' }).click();
      // What was ticked still is.
      await title(workbench, 2).waitFor();
      await quickInput.rows('repo:fork').first().waitFor();
      await quickInput.accept();
      await title(workbench, 3).waitFor();
      await quickInput.rows('packages/api').first().waitFor();
      await quickInput.accept();
      await title(workbench, 4).waitFor();
      // Without the sample.
      await quickInput.rows('repo-fork.bitbucket.json').first().click();
      await quickInput.accept();
      await page.locator('.tab.active[data-resource-name="handlers.ts"]').waitFor();
      await quickInput.rows('app.route').first().waitFor();
      await quickInput.rows('to be run in packages/api').first().waitFor();
      await workbench.picture('handler-monorepo-dark');
      await quickInput.dismiss();
      const written = (await filesIn(folder)).filter((file) => file.includes('bitbucket'));
      assert.deepEqual(written, [
        ...['handlers', 'payloads', 'signature', 'webhook.test', 'webhook'].map(
          (name) => `packages/api/src/bitbucket-2/${name}.ts`,
        ),
        'packages/api/src/bitbucket/mine.ts',
      ]);
      const test = await readFile(join(folder, 'packages/api/src/bitbucket-2/webhook.test.ts'), 'utf8');
      assert.match(test, /from 'vitest';/);
    });
  });
});

describe('A new handler in Python', () => {
  const files = { 'requirements.txt': 'fastapi\n', 'app/main.py': 'from fastapi import FastAPI\n\napp = FastAPI()\n' };
  const journey = sharedPage({ scenario: bitbucketScenario, files, viewport: { width: 1400, height: 900 } });

  it('lies in the package of the app, and types can be copied in its language', async () => {
    await journey(async ({ workbench }) => {
      const { page, quickInput, folder } = workbench;
      const tree = await workbench.openEvents();
      await tree.row('repository').expand();
      await tree.row('repo:push').contextMenu('New webhook handler');
      await title(workbench, 1).waitFor();
      // The project uses it.
      assert.deepEqual((await quickInput.labels())[0], 'FastAPI');
      await quickInput.accept();
      await title(workbench, 2).waitFor();
      await quickInput.rows('repo:push').first().locator('input:checked, .checked').first().waitFor();
      await quickInput.accept();
      await title(workbench, 3).waitFor();
      await quickInput.rows('app/bitbucket').first().waitFor();
      await quickInput.accept();
      await title(workbench, 4).waitFor();
      await quickInput.rows('test_webhook.py').first().waitFor();
      await workbench.picture('handler-python-files-dark');
      await quickInput.accept();
      await page.locator('.tab.active[data-resource-name="handlers.py"]').waitFor();
      await quickInput.rows('pip install pytest httpx').first().waitFor();
      await quickInput.rows('app.include_router(bitbucket_webhook())').first().waitFor();
      await quickInput.rows('http://localhost:8000/bitbucket').first().waitFor();
      await workbench.picture('handler-python-dark');
      await quickInput.dismiss();
      assert.deepEqual(
        (await filesIn(join(folder, 'app'))).filter((file) => file.endsWith('.py')),
        [
          ...['__init__', 'deliveries', 'handlers', 'payloads', 'signature', 'test_webhook', 'webhook'].map(
            (name) => `bitbucket/${name}.py`,
          ),
          'main.py',
        ],
      );

      await tree.row('repo:push').contextMenu('Copy payload type');
      await quickInput.rows('TypedDict').first().waitFor();
      await workbench.picture('payload-type-languages-dark');
      await quickInput.pick('Python');
      await workbench.statusBarItem('Copied the type of repo:push').waitFor();
      assert.match(await workbench.readClipboard(), /^class RepoPushPayload\(TypedDict\):$/m);
    });
  });
});
