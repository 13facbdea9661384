import assert from 'node:assert/strict';
import { basic, deleteScope, hookRow, type HooksScenario, readScope, writeScope } from '../server/hooksApi';
import { bitbucketScenario } from '../server/scenario';
import { filesWith } from './deliveryHands';
import { answer, email, files, marker, signIn, signOut, viewport } from './hooksHands';
import type { Workbench } from './workbench';
import { type Journey, sharedPage } from './world';

const secret = 'marker-of-a-secret';
const subjects: HooksScenario['subjects'] = {
  'team/app': [hookRow(1, { description: 'Build and deploy', events: ['repo:push', 'pullrequest:fulfilled'] })],
  team: [],
};

const tokens = {
  [basic(email, marker)]: [readScope, writeScope, deleteScope],
  [basic(email, `${marker}-to-read`)]: [readScope],
};
const scenario = { ...bitbucketScenario, hooks: { tokens, subjects } };

/** Ticks an event off or on in the list of events. */
async function toggle({ quickInput }: Workbench, key: string): Promise<void> {
  const row = quickInput.rows().filter({ hasText: new RegExp(`^${key}`) });
  await quickInput.type(key);
  await row.first().click();
  await quickInput.type('');
}

/** Presses a button of the dialogue that says something. */
async function press({ page }: Workbench, said: string, button: string): Promise<void> {
  const dialog = page.locator('.monaco-dialog-box');
  await dialog.getByText(said).first().waitFor();
  await dialog.getByRole('button', { name: button, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** The whole life of a webhook of a workspace. */
async function createAndDelete({ workbench, requests }: Journey, suffix: 'dark' | 'web-host-dark'): Promise<void> {
  const { quickInput } = workbench;
  const started = Date.now();
  const changes = () => requests().filter((path) => /^(?:POST|PUT|DELETE) /.test(path));
  await workbench.openEvents();
  await workbench.openHooks();
  await signIn(workbench, marker);
  const tree = workbench.tree('Hooks');
  await tree.row('No webhooks').element.waitFor();
  await tree.row('team').contextMenu('Create webhook');
  await quickInput.element.locator('.quick-input-title', { hasText: '(1/4)' }).waitFor();
  await workbench.picture(`hooks-create-events-${suffix}`);
  await toggle(workbench, 'repo:push');
  await quickInput.accept();
  await answer(workbench, '(2/4)', 'http://localhost:3000/');
  await quickInput.element.getByText('tunnel').first().waitFor();
  await workbench.picture(`hooks-create-address-${suffix}`);
  await answer(workbench, '(2/4)', 'https://ci.example.org/audit?token=marker-of-a-query');
  await quickInput.element.locator('.quick-input-title', { hasText: '(3/4)' }).waitFor();
  await workbench.picture(`hooks-create-title-${suffix}`);
  await answer(workbench, '(3/4)', 'Audit');
  await quickInput.rows('No secret').first().waitFor();
  await workbench.picture(`hooks-create-secret-${suffix}`);
  await quickInput.pick('Type a secret');
  await quickInput.element.locator('input.input').fill(secret);
  await quickInput.accept();
  await workbench.page.locator('.monaco-dialog-box').waitFor();
  await workbench.picture(`hooks-create-question-${suffix}`);
  await press(workbench, 'all repositories of the workspace team', 'Create');
  const row = tree.row('Audit');
  await row.element.waitFor();
  console.log(`      from first opening to a webhook that exists: ${Math.round((Date.now() - started) / 1000)} s`);
  assert.deepEqual(changes(), ['POST /workspaces/team/hooks']);
  await workbench.runCommand('Notifications: Show Notifications');
  const message = workbench.page.locator('.notifications-center .notification-list-item');
  await message.filter({ hasText: 'signed with its secret' }).waitFor();
  // In a browser nothing can be sent.
  const offered = (name: string) => message.getByRole('button', { name });
  assert.equal(await offered('Send Test Delivery').count(), suffix === 'dark' ? 1 : 0);
  await workbench.picture(`hooks-created-${suffix}`);
  await offered('New Webhook Handler').click();
  await quickInput.rows('Express').first().waitFor();
  await quickInput.accept();
  await quickInput.rows('repo:push').first().locator('input:checked, .checked').first().waitFor();
  await workbench.page.keyboard.press('Escape');

  await row.contextMenu('Edit events');
  await toggle(workbench, 'repo:fork');
  await toggle(workbench, 'repo:push');
  await quickInput.accept();
  await row.expand();
  await tree.row('repo:fork').element.waitFor();
  await row.contextMenu('Pause');
  await tree.rowsWith('paused').first().waitFor();
  await row.contextMenu('Resume');
  await tree.rowsWith('paused').first().waitFor({ state: 'detached' });
  await row.contextMenu('Delete');
  await press(workbench, 'Delete the webhook Audit?', 'Delete');
  await tree.row('No webhooks').element.waitFor();
  assert.deepEqual(
    changes().map((path) => path.split(' ')[0]),
    ['POST', 'PUT', 'PUT', 'PUT', 'DELETE'],
  );
  assert.doesNotMatch(await workbench.page.content(), /marker-of/);
  assert.deepEqual(await filesWith(secret), []);
  await signOut(workbench);
}

describe('Changing hooks in the workbench', () => {
  const journey = sharedPage({ scenario, files, viewport });

  it('creates one for a workspace, edits its events, pauses and deletes it', async () => {
    await journey((page) => createAndDelete(page, 'dark'));
  });

  it('keeps what somebody else has changed meanwhile', async () => {
    await journey(async ({ workbench, replay, requests }) => {
      await workbench.openEvents();
      await workbench.openHooks();
      await signIn(workbench, marker);
      const tree = workbench.tree('Hooks');
      await tree.row('Build and deploy').element.waitFor();
      const row = hookRow(1, { description: 'Renamed', events: ['repo:push', 'repo:updated'] });
      replay({ hooks: { tokens, subjects: { ...subjects, 'team/app': [row] } } });
      await tree.row('Build and deploy').contextMenu('Edit events');
      await toggle(workbench, 'repo:fork');
      await workbench.quickInput.accept();
      await tree.row('Renamed').expand();
      await tree.row('repo:updated').element.waitFor();
      await tree.row('repo:fork').element.waitFor();
      assert.equal(requests().filter((path) => path.startsWith('PUT')).length, 1);
      await signOut(workbench);
    });
  });

  it('says which scope is missing, and sends nothing more', async () => {
    await journey(async ({ workbench, requests }) => {
      await workbench.openEvents();
      await workbench.openHooks();
      await signIn(workbench, `${marker}-to-read`);
      const tree = workbench.tree('Hooks');
      await tree.row('Build and deploy').element.waitFor();
      await tree.row('Build and deploy').contextMenu('Pause');
      await press(workbench, 'write:webhook:bitbucket', 'OK');
      assert.equal(requests().filter((path) => path.startsWith('PUT')).length, 1);
      await signOut(workbench);
    });
  });

  it('says who may change it to somebody who isn’t an admin, and loses nothing that was typed', async () => {
    await journey(async ({ workbench, replay, requests }) => {
      const { quickInput } = workbench;
      await workbench.openEvents();
      await workbench.openHooks();
      await signIn(workbench, marker);
      const tree = workbench.tree('Hooks');
      await tree.row('Build and deploy').element.waitFor();
      await tree.row('No webhooks').element.waitFor();
      replay({ hooks: { tokens, subjects: { 'team/app': 'forbidden', team: 'forbidden' } } });
      await tree.row('Build and deploy').contextMenu('Pause');
      await press(workbench, 'only admins of the repository can', 'OK');
      await tree.row('Build and deploy').contextMenu('Delete');
      await press(workbench, 'only admins of the repository can', 'OK');
      await tree.row('team').contextMenu('Create webhook');
      await quickInput.element.locator('.quick-input-title', { hasText: '(1/4)' }).waitFor();
      await toggle(workbench, 'repo:push');
      await quickInput.accept();
      await answer(workbench, '(2/4)', 'https://ci.example.org/audit');
      await answer(workbench, '(3/4)', 'Audit');
      await quickInput.pick('Generate a secret');
      await workbench.page.locator('.monaco-dialog-box').waitFor();
      await workbench.picture('hooks-not-admin-dark');
      await press(workbench, 'only owners of the workspace can', 'Try Again');
      await quickInput.rows('repo:push').first().locator('input:checked, .checked').first().waitFor();
      await quickInput.accept();
      await quickInput.element.locator('.quick-input-title', { hasText: '(2/4)' }).waitFor();
      assert.equal(await quickInput.element.locator('input.input').inputValue(), 'https://ci.example.org/audit');
      await quickInput.accept();
      await quickInput.element.locator('.quick-input-title', { hasText: '(3/4)' }).waitFor();
      assert.equal(await quickInput.element.locator('input.input').inputValue(), 'Audit');
      await workbench.page.keyboard.press('Escape');
      assert.deepEqual(
        requests().filter((path) => /^(?:POST|PUT|DELETE) /.test(path)),
        [],
      );
      await signOut(workbench);
    });
  });
});

describe('Changing hooks in the web worker host', () => {
  const settings = { 'remote.extensionKind': { 'bitbucket-webhook-events.bitbucket-webhook-events': ['web'] } };
  const journey = sharedPage({ scenario: { ...scenario, cors: true }, files, settings, viewport });

  it('creates one for a workspace, edits its events, pauses and deletes it', async () => {
    await journey((page) => createAndDelete(page, 'web-host-dark'));
  });
});

describe('Creating a hook in German', () => {
  const journey = sharedPage({ scenario, files, viewport, language: 'de' });

  it('asks in German', async () => {
    await journey(async ({ workbench }) => {
      const { page, quickInput } = workbench;
      await workbench.activityBar('Bitbucket-Webhooks').click();
      await workbench.runCommand('Bitbucket Webhooks: Bei Bitbucket anmelden');
      await quickInput.pick('API-Token');
      await answer(workbench, '(2/3)', email);
      await answer(workbench, '(3/3)', marker);
      await workbench.tree('Webhooks').row('Build and deploy').element.waitFor();
      await workbench.runCommand('Bitbucket Webhooks: Webhook anlegen');
      await quickInput.pick('team/app');
      await quickInput.element.locator('.quick-input-title', { hasText: '(1/4)' }).waitFor();
      await workbench.picture('hooks-create-events-german-dark');
      await toggle(workbench, 'repo:push');
      await quickInput.accept();
      await answer(workbench, '(2/4)', 'https://ci.example.org/audit');
      await answer(workbench, '(3/4)', 'Audit');
      await quickInput.rows('Geheimnis').first().waitFor();
      await workbench.picture('hooks-create-secret-german-dark');
      await quickInput.pick('Kein Geheimnis');
      await page.locator('.monaco-dialog-box').getByText('einen Webhook anlegen').first().waitFor();
      await workbench.picture('hooks-create-question-german-dark');
    });
  });
});
