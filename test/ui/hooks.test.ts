import assert from 'node:assert/strict';
import { basic, hookRow, type HooksScenario, readScope } from '../server/hooksApi';
import { bitbucketScenario } from '../server/scenario';
import { filesWith } from './deliveryHands';
import { takesPictures } from './pictures';
import type { Workbench } from './workbench';
import { sharedPage } from './world';

const email = 'me@example.com';
const marker = 'marker-of-a-token';
const config = '[remote "origin"]\n\turl = https://me@bitbucket.org/team/app.git\n';
const files = { '.git/config': config, 'hook.yaml': 'events:\n  - \n' };
const viewport = { width: 1400, height: 1000 };

const hooks: HooksScenario = {
  tokens: {
    [basic(email, marker)]: [readScope],
    [basic(email, `${marker}-without-scope`)]: ['read:user:bitbucket'],
    [`Bearer ${marker}-of-app`]: [readScope],
  },
  subjects: {
    'team/app': [
      hookRow(1, { description: 'Build and deploy' }),
      hookRow(2, {
        description: '',
        url: 'http://jenkins:8080/bitbucket-hook/?token=marker-of-a-query',
        events: ['repo:push', 'pullrequest:merged'],
        secret_set: false,
      }),
    ],
    team: [
      hookRow(3, { description: 'Audit', url: 'https://ci.example.org/hooks/1', active: true, events: ['repo:push'] }),
    ],
  },
};
const scenario = { ...bitbucketScenario, hooks };

/** Answers one question of the three; text that isn't taken leaves it there. */
async function answer({ quickInput }: Workbench, step: string, text: string): Promise<void> {
  await quickInput.element.locator('.quick-input-title', { hasText: step }).waitFor();
  await quickInput.element.locator('input.input').fill(text);
  await quickInput.accept();
}

async function signIn(workbench: Workbench, token: string): Promise<void> {
  await workbench.runCommand('Bitbucket Webhooks: Sign in to Bitbucket');
  await workbench.quickInput.pick('API token');
  await answer(workbench, '(2/3)', email);
  await answer(workbench, '(3/3)', token);
}

async function signOut(workbench: Workbench): Promise<void> {
  const { quickInput } = workbench;
  await workbench.runCommand('Bitbucket Webhooks: Sign out of Bitbucket');
  await quickInput.rows(email).first().waitFor();
  await quickInput.accept();
  await workbench.statusBarItem(`Forgotten: ${email}`).waitFor();
}

async function tryAgain({ page }: Workbench, said: string): Promise<void> {
  const dialog = page.locator('.monaco-dialog-box');
  await dialog.getByText(said).waitFor();
  await dialog.getByRole('button', { name: 'Try Again' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

async function resizeSideBar({ page }: Workbench, width: number): Promise<void> {
  const box = (await page.locator('.part.sidebar').boundingBox()) ?? assert.fail();
  await page.mouse.move(box.x + box.width, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + width, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
}

const welcome = ({ page }: Workbench) => page.getByText('See the webhooks of your repositories');

describe('Hooks in the workbench', () => {
  const journey = sharedPage({ scenario, files, viewport });

  it('are seen after signing in, wrong first, then right; with what is wrong with them; and are gone after signing out', async () => {
    await journey(async ({ workbench, requests }) => {
      const { page, quickInput } = workbench;
      const asked = () => requests().filter((path) => path.includes('hooks?'));
      await workbench.openEvents();
      await welcome(workbench).waitFor();
      await workbench.picture('hooks-welcome-dark');
      assert.deepEqual(asked(), []);

      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await quickInput.rows('API token').first().waitFor();
      await workbench.picture('hooks-sign-in-kind-dark');
      await quickInput.pick('API token');
      await answer(workbench, '(2/3)', 'me');
      await quickInput.element.getByText('This is no e-mail address.').waitFor();
      await answer(workbench, '(2/3)', email);
      await quickInput.element.locator('.quick-input-title', { hasText: '(3/3)' }).waitFor();
      await workbench.picture('hooks-sign-in-token-dark');
      await answer(workbench, '(3/3)', `${marker}-wrong`);
      await tryAgain(workbench, 'Bitbucket has refused the token');
      await answer(workbench, '(2/3)', email);
      await answer(workbench, '(3/3)', `${marker}-without-scope`);
      await tryAgain(workbench, 'read:webhook:bitbucket');
      await answer(workbench, '(2/3)', email);
      await answer(workbench, '(3/3)', marker);

      const tree = workbench.tree('Hooks');
      await tree.row('team/app').element.waitFor();
      await tree.row('Build and deploy').expand();
      await tree.row('Sent twice: repo:push').element.waitFor();
      await tree.row('jenkins:8080/bitbucket-hook').expand();
      await tree.row('No secret').element.waitFor();
      await page.locator('.pane-header', { hasText: '6 findings' }).waitFor();
      await workbench.picture('hooks-findings-dark');
      const tooltip = await tree.row('Bitbucket can’t reach the address').tooltip();
      await tooltip.filter({ hasText: 'a name without a dot' }).waitFor();
      await (
        await tree.row('jenkins:8080/bitbucket-hook').tooltip()
      )
        .filter({ hasText: 'It has no secret.' })
        .waitFor();
      await workbench.picture('hooks-tooltip-dark');
      if (takesPictures) {
        for (const [theme, kind] of [
          ['Dark High Contrast', 'hc-black'],
          ['Light High Contrast', 'hc-light'],
          ['Light Modern', 'vs'],
          ['Dark Modern', 'vs-dark'],
        ] as const) {
          await workbench.chooseTheme(theme, kind);
          await workbench.picture(`hooks-${kind}`);
        }
        await resizeSideBar(workbench, 200);
        await workbench.picture('hooks-200-dark');
        await resizeSideBar(workbench, 400);
      }
      const row = tree.row('jenkins:8080/bitbucket-hook');
      const entries = await workbench.contextMenu(row.element);
      const titles = await entries.allInnerTexts();
      // The test server isn't Bitbucket Cloud, to which alone the pages belong.
      assert.deepEqual(titles, [
        'Send test delivery',
        'New webhook handler',
        'Copy address',
        'Copy as create-hook request',
      ]);
      await page.keyboard.press('Escape');
      await row.contextMenu('Copy address');
      await workbench.statusBarItem('without its query').waitFor();
      assert.equal(await workbench.readClipboard(), 'http://jenkins:8080/bitbucket-hook/');
      await tree.row('repo:push').inlineAction('Copy event key');
      await workbench.statusBarItem('Copied repo:push').waitFor();

      assert.doesNotMatch(await page.content(), /marker-of/);
      const kept = await page.evaluate<string>('JSON.stringify({ ...localStorage, ...sessionStorage })');
      assert.doesNotMatch(kept, /marker-of/);
      assert.deepEqual(await filesWith('marker-of'), []);
      assert.deepEqual(await filesWith(Buffer.from(`${email}:${marker}`).toString('base64')), []);

      const before = asked().length;
      await signOut(workbench);
      await welcome(workbench).waitFor();
      assert.equal(asked().length, before);
    });
  });

  it('are seen with an access token too, for what it is said to serve alone', async () => {
    await journey(async ({ workbench }) => {
      const { quickInput } = workbench;
      await workbench.openEvents();
      await workbench.runCommand('Bitbucket Webhooks: Sign in to Bitbucket');
      await quickInput.pick('Access token');
      await quickInput.element.locator('.quick-input-title', { hasText: '(2/3)' }).waitFor();
      assert.equal(await quickInput.element.locator('input.input').inputValue(), 'team/app');
      await quickInput.accept();
      await answer(workbench, '(3/3)', `${marker}-of-app`);
      const tree = workbench.tree('Hooks');
      await tree.row('Build and deploy').element.waitFor();
      await tree.row('No token. Sign in').element.waitFor();
      await workbench.picture('hooks-access-token-dark');
      await workbench.runCommand('Bitbucket Webhooks: Sign out of Bitbucket');
      await quickInput.rows('team/app').first().waitFor();
      await quickInput.accept();
      await welcome(workbench).waitFor();
    });
  });

  it('say so where the keyring has lost the token, and ask again', async () => {
    await journey(async ({ workbench, requests }) => {
      await workbench.openEvents();
      await signIn(workbench, marker);
      const tree = workbench.tree('Hooks');
      await tree.row('Build and deploy').element.waitFor();
      // This server's page has no keyring: it keeps secrets until it goes.
      await workbench.reload();
      await workbench.openEvents();
      await tree.row('Token lost. Sign in').element.waitFor();
      await workbench.picture('hooks-lost-dark');
      const before = requests().length;
      await tree.row('Token lost. Sign in').click();
      await workbench.quickInput.pick('API token');
      await answer(workbench, '(2/3)', email);
      await answer(workbench, '(3/3)', marker);
      await tree.row('Build and deploy').element.waitFor();
      assert.ok(requests().length > before);
      await signOut(workbench);
    });
  });
});

describe('Hooks in the web worker host', () => {
  const settings = { 'remote.extensionKind': { 'bitbucket-webhook-events.bitbucket-webhook-events': ['web'] } };
  const journey = sharedPage({ scenario: { ...scenario, cors: true }, files, settings, viewport });

  it('are seen where the API lets pages send a token, and else it is said what is needed', async () => {
    await journey(async ({ workbench, replay }) => {
      await workbench.openEvents();
      await welcome(workbench).waitFor();
      await signIn(workbench, marker);
      const tree = workbench.tree('Hooks');
      await tree.row('Build and deploy').element.waitFor();
      await workbench.picture('hooks-web-host-dark');
      replay({ cors: false });
      await workbench.runCommand('Bitbucket Webhooks: Refresh webhooks');
      const fault = tree.row('Server not reachable. Retry');
      await (await fault.tooltip()).filter({ hasText: 'desktop or remote window' }).waitFor();
      await tree.row('Build and deploy').element.waitFor();
    });
  });
});

describe('Hooks in German', () => {
  const journey = sharedPage({ scenario, files, viewport, language: 'de' });

  it('are signed in to and shown in German', async () => {
    await journey(async ({ workbench }) => {
      await workbench.activityBar('Bitbucket-Webhooks').click();
      await workbench.page.getByText('Sehen Sie die Webhooks Ihrer Repositorys').waitFor();
      await workbench.runCommand('Bitbucket Webhooks: Bei Bitbucket anmelden');
      await workbench.quickInput.pick('API-Token');
      await answer(workbench, '(2/3)', email);
      await workbench.quickInput.element.getByText('mit Bereichen').waitFor();
      await workbench.picture('hooks-sign-in-german-dark');
      await answer(workbench, '(3/3)', marker);
      const tree = workbench.tree('Webhooks');
      await tree.row('jenkins:8080/bitbucket-hook').expand();
      await tree.row('Kein Geheimnis').element.waitFor();
      await workbench.picture('hooks-german-dark');
    });
  });
});
