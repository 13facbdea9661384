import assert from 'node:assert/strict';
import { basic, hookRow, type HooksScenario, readScope } from '../server/hooksApi';
import { bitbucketScenario } from '../server/scenario';
import { filesWith, shows } from './deliveryHands';
import { takesPictures } from './pictures';
import type { Workbench } from './workbench';
import type { Journey, sharedPage } from './world';

export const email = 'me@example.com';
export const marker = 'marker-of-a-token';
const config = '[remote "origin"]\n\turl = https://me@bitbucket.org/team/app.git\n';
const handler = `// Bitbucket
export function handle(eventKey: string): void {
  switch (eventKey) {
    case 'repo:push':
      return build();
    case 'repo:fork':
      return count();
  }
}
`;
export const files = { '.git/config': config, 'hook.yaml': 'events:\n  - \n', 'src/handler.ts': handler };
/** So high that all rows are in sight: VS Code draws no others. */
export const viewport = { width: 1400, height: 1400 };

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
export const scenario = { ...bitbucketScenario, hooks };

/** Answers one question of the three; text that isn't taken leaves it there. */
export async function answer({ quickInput }: Workbench, step: string, text: string): Promise<void> {
  await quickInput.element.locator('.quick-input-title', { hasText: step }).waitFor();
  await quickInput.element.locator('input.input').fill(text);
  await quickInput.accept();
}

export async function signIn(workbench: Workbench, token: string): Promise<void> {
  await workbench.runCommand('Bitbucket Webhooks: Sign in to Bitbucket');
  await workbench.quickInput.pick('API token');
  await answer(workbench, '(2/3)', email);
  await answer(workbench, '(3/3)', token);
}

export async function signOut(workbench: Workbench): Promise<void> {
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

/** Which host the extension runs in, as pictures are named. */
type Suffix = 'dark' | 'web-host-dark';

export const welcome = ({ page }: Workbench) => page.getByText('See the webhooks of your repositories');

/** Signs in, wrong first, then right; looks at hooks, at what is wrong with them; signs out. */
async function seeHooks({ workbench, requests }: Journey, suffix: Suffix): Promise<void> {
  const { page, quickInput } = workbench;
  const asked = () => requests().filter((path) => path.includes('hooks?'));
  await workbench.openEvents();
  await workbench.openHooks();
  await welcome(workbench).waitFor();
  await workbench.picture(`hooks-welcome-${suffix}`);
  assert.deepEqual(asked(), []);

  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await quickInput.rows('API token').first().waitFor();
  await workbench.picture(`hooks-sign-in-kind-${suffix}`);
  await quickInput.pick('API token');
  await answer(workbench, '(2/3)', 'me');
  await quickInput.element.getByText('This is no e-mail address.').waitFor();
  await answer(workbench, '(2/3)', email);
  await quickInput.element.locator('.quick-input-title', { hasText: '(3/3)' }).waitFor();
  await quickInput.element.getByText('it is the remote machine that holds and sends it').waitFor();
  await workbench.picture(`hooks-sign-in-token-${suffix}`);
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
  await workbench.picture(`hooks-findings-${suffix}`);
  const tooltip = await tree.row('Bitbucket can’t reach the address').tooltip();
  await tooltip.filter({ hasText: 'a name without a dot' }).waitFor();
  await (await tree.row('jenkins:8080/bitbucket-hook').tooltip()).filter({ hasText: 'It has no secret.' }).waitFor();
  await workbench.picture(`hooks-tooltip-${suffix}`);
  if (takesPictures && suffix === 'dark') {
    for (const [theme, kind] of [
      ['Dark High Contrast', 'hc-black'],
      ['Light High Contrast', 'hc-light'],
      ['Light Modern', 'vs'],
      ['Dark Modern', 'vs-dark'],
    ] as const) {
      await workbench.chooseTheme(theme, kind);
      await workbench.picture(`hooks-${kind}`);
    }
    await workbench.resizeSideBar(200);
    await workbench.picture(`hooks-200-${suffix}`);
    await workbench.resizeSideBar(400);
  }
  const row = tree.row('jenkins:8080/bitbucket-hook');
  const entries = await workbench.contextMenu(row.element);
  const titles = await entries.allInnerTexts();
  // The test server isn't Bitbucket Cloud, to which alone the pages belong.
  const send = suffix === 'dark' ? ['Send test delivery'] : [];
  assert.deepEqual(titles, [
    'New webhook handler',
    ...send,
    ...['Edit events', 'Edit', 'Pause'],
    ...['Copy address', 'Copy as create-hook request', 'Delete'],
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
}

/** With the token of a repository. */
async function seeWithAccessToken({ workbench }: Journey, suffix: Suffix): Promise<void> {
  const { quickInput } = workbench;
  await workbench.openEvents();
  await workbench.openHooks();
  await workbench.runCommand('Bitbucket Webhooks: Sign in to Bitbucket');
  await quickInput.pick('Access token');
  await quickInput.element.locator('.quick-input-title', { hasText: '(2/3)' }).waitFor();
  assert.equal(await quickInput.element.locator('input.input').inputValue(), 'team/app');
  await quickInput.accept();
  await answer(workbench, '(3/3)', `${marker}-of-app`);
  const tree = workbench.tree('Hooks');
  await tree.row('Build and deploy').element.waitFor();
  await tree.row('No token. Sign in').element.waitFor();
  await workbench.picture(`hooks-access-token-${suffix}`);
  await workbench.runCommand('Bitbucket Webhooks: Sign out of Bitbucket');
  await quickInput.rows('team/app').first().waitFor();
  await quickInput.accept();
  await welcome(workbench).waitFor();
}

/** Compares with the code of the folder, without signing in and then with it. */
async function compareHooks({ workbench, requests }: Journey, suffix: Suffix): Promise<void> {
  const { page } = workbench;
  const asked = () => requests().filter((path) => path.includes('hooks?'));
  await workbench.openEvents();
  await workbench.openHooks();
  await page.getByRole('button', { name: 'Compare events with code' }).click();
  await shows(workbench, 'Webhooks aren’t included');
  assert.deepEqual(asked(), []);
  await signIn(workbench, marker);
  const tree = workbench.tree('Hooks');
  await tree.row('Handled in code, but not sent: repo:fork').element.waitFor();
  await tree.row('Build and deploy').expand();
  await tree.row('Not handled in code: pullrequest:fulfilled').element.waitFor();
  await shows(workbench, 'Build and deploy (team/app) webhook');
  await workbench.picture(`hooks-compared-${suffix}`);
  await workbench.runCommand('View: Close All Editors');
  const before = asked().length;
  await tree.row('Handled in code, but not sent: repo:fork').click();
  await shows(workbench, 'With the webhooks in the view Hooks: team/app (2), team (1).');
  assert.equal(asked().length, before);
  assert.doesNotMatch(await page.content(), /marker-of/);
  assert.deepEqual(await filesWith('marker-of'), []);
  await signOut(workbench);
  await shows(workbench, 'Webhooks aren’t included');
}

/** Has a token lost, and signs in again. */
async function loseKeyring({ workbench, requests }: Journey, suffix: Suffix): Promise<void> {
  await workbench.openEvents();
  await workbench.openHooks();
  await signIn(workbench, marker);
  const tree = workbench.tree('Hooks');
  await tree.row('Build and deploy').element.waitFor();
  // This server's page has no keyring: it keeps secrets until it goes.
  await workbench.reload();
  await workbench.openEvents();
  await workbench.openHooks();
  await tree.row('Token lost. Sign in').element.waitFor();
  await workbench.picture(`hooks-lost-${suffix}`);
  const before = requests().length;
  await tree.row('Token lost. Sign in').click();
  await workbench.quickInput.pick('API token');
  await answer(workbench, '(2/3)', email);
  await answer(workbench, '(3/3)', marker);
  await tree.row('Build and deploy').element.waitFor();
  assert.ok(requests().length > before);
  await signOut(workbench);
}

/** What holds in both hosts. */
export function itShowsHooks(journey: ReturnType<typeof sharedPage>, suffix: Suffix): void {
  it('are seen after signing in, wrong first, then right; with what is wrong with them; and are gone after signing out', async () => {
    await journey((page) => seeHooks(page, suffix));
  });

  it('are seen with an access token too, for what it is said to serve alone', async () => {
    await journey((page) => seeWithAccessToken(page, suffix));
  });

  it('are compared with the code of the open folder, without signing in and then with it', async () => {
    await journey((page) => compareHooks(page, suffix));
  });

  it('say so where the keyring has lost the token, and ask again', async () => {
    await journey((page) => loseKeyring(page, suffix));
  });
}
